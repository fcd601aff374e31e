/** The joint report on the operators' page: which, how far it is, and the file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fiscalYearOf } from '../../../domain/fiscal-year.ts';
import type { DownloadStanding } from '../../../services/downloads.ts';
import { change, read, type Refused } from '../api.ts';
import type { Sent } from '../console/view.ts';
import { inMegabytes } from '../export.tsx';
import { wordsFor } from '../frame.tsx';
import type { OperatorProps, OperatorWords, ToldThere } from './view.ts';

const ASK_MS = 1_000;
const HALVES = [1, 2] as const;
const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

type Standing = Sent<DownloadStanding>;
type Words = OperatorWords['report']['page'];
interface Wish {
  /** As typed. */
  fiscalYear: string;
  half: number;
  format: string;
}

export function ReportPage({ me, words: { report } }: OperatorProps) {
  const say = report.page;
  const shared = wordsFor(me.language);
  const [wish, setWish] = useState<Wish>({
    fiscalYear: String(fiscalYearOf(me.now.slice(0, 10))),
    half: 1,
    format: 'xlsx',
  });
  const [standing, setStanding] = useState<Standing | null>(null);
  const [told, setTold] = useState<ToldThere>(null);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const failed = (error: Refused): void => setTold({ text: error.message || shared.offline, good: false });

  const ask = (of: string): void => {
    read<Standing>(`/web/offices/report/${of}`).then((now) => {
      setStanding(now);
      if (now.state === 'done') setTold({ text: say.done(inMegabytes(now.bytes)), good: true });
      else if (now.state === 'failed') setTold({ text: say.failed, good: false });
      else timer.current = window.setTimeout(() => ask(of), ASK_MS);
    }, failed);
  };
  // what is shown as done is always what stands in the fields
  const choose = (next: Wish): void => {
    setWish(next);
    setStanding(null);
    setTold(null);
  };
  const make = (): void => {
    setTold(null);
    clearTimeout(timer.current);
    const asked = { ...wish, fiscalYear: Number(wish.fiscalYear) };
    change<{ id: string }>('/web/offices/report', asked).then((made) => {
      setStanding(null);
      ask(made.id);
    }, failed);
  };
  const isUnderWay = standing !== null && standing.state !== 'done' && standing.state !== 'failed';
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      <div class="buttons">
        <WishFields say={say} wish={wish} choose={choose} disabled={isUnderWay} />
        <button
          class={standing?.state === 'done' ? undefined : 'primary'}
          disabled={isUnderWay}
          onClick={make}
        >
          {say.make}
        </button>
      </div>
      <div role="status">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
        {isUnderWay && <p>{toldOf(standing, say)}</p>}
      </div>
      {isUnderWay && (
        <progress
          max={Math.max(1, standing.of)}
          value={standing.done > 0 ? standing.done : undefined}
          aria-label={say.title}
        />
      )}
      {standing?.state === 'done' && (
        <p>
          <a class="button primary" href={`/web/offices/report/${standing.id}/file`} download>
            {say.download}
          </a>
        </p>
      )}
    </section>
  );
}

function toldOf({ state, done, of }: Standing, say: Words): string {
  if (state === 'waiting') return say.waiting;
  return state === 'reading' ? say.reading(done, of) : say.laying(done, of);
}

function WishFields({
  say,
  wish,
  choose,
  disabled,
}: {
  say: Words;
  wish: Wish;
  choose: (wish: Wish) => void;
  disabled: boolean;
}) {
  return (
    <>
      <label class="field">
        {say.year}
        <input
          inputMode="numeric"
          maxLength={4}
          disabled={disabled}
          value={wish.fiscalYear}
          onInput={({ currentTarget }) => choose({ ...wish, fiscalYear: currentTarget.value })}
        />
      </label>
      <label class="field">
        {say.half}
        <select
          disabled={disabled}
          value={wish.half}
          onChange={({ currentTarget }) => choose({ ...wish, half: Number(currentTarget.value) })}
        >
          {HALVES.map((half) => (
            <option key={half} value={half}>
              {say.halves[half]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {say.format}
        <select
          disabled={disabled}
          value={wish.format}
          onChange={({ currentTarget }) => choose({ ...wish, format: currentTarget.value })}
        >
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {say.formats[format]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
