/** The joint report on the operators' page: which, how far it is, and the file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JointStanding } from '../../../services/joint-report-rows.ts';
import { change, read, type Refused } from '../api.ts';
import { wordsFor } from '../frame.tsx';
import type { OperatorProps, ToldThere } from './view.ts';
import { fiscalYearOf } from '../../../domain/fiscal-year.ts';

const ASK_MS = 1_000;
const HALVES = [1, 2] as const;
const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

export function ReportPage({ me, words: { report } }: OperatorProps) {
  const say = report.page;
  const shared = wordsFor(me.language);
  const [wish, setWish] = useState({
    fiscalYear: fiscalYearOf(me.now.slice(0, 10)),
    half: 1,
    format: 'xlsx',
  });
  const [id, setId] = useState<string | null>(null);
  const [standing, setStanding] = useState<JointStanding | null>(null);
  const [told, setTold] = useState<ToldThere>(null);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const failed = (error: Refused): void => setTold({ text: error.message || shared.offline, good: false });

  const ask = (of: string): void => {
    read<JointStanding>(`/web/offices/report/${of}`).then((now) => {
      setStanding(now);
      if (now.state === 'done')
        setTold({ text: say.done(Math.max(0.1, (now.bytes ?? 0) / 1_000_000).toFixed(1)), good: true });
      else if (now.state === 'failed' || now.state === 'broken')
        setTold({ text: say[now.state], good: false });
      else timer.current = window.setTimeout(() => ask(of), ASK_MS);
    }, failed);
  };
  const make = (): void => {
    setTold(null);
    setStanding(null);
    setId(null);
    clearTimeout(timer.current);
    change<{ id: string }>('/web/offices/report', wish).then((made) => {
      setId(made.id);
      ask(made.id);
    }, failed);
  };
  const underWay = standing?.state === 'reading' || standing?.state === 'laying';
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      <div class="buttons">
        <label class="field">
          {say.year}
          <input
            inputMode="numeric"
            value={wish.fiscalYear}
            onInput={({ currentTarget }) => setWish({ ...wish, fiscalYear: Number(currentTarget.value) })}
          />
        </label>
        <label class="field">
          {say.half}
          <select
            value={wish.half}
            onChange={({ currentTarget }) => setWish({ ...wish, half: Number(currentTarget.value) })}
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
            value={wish.format}
            onChange={({ currentTarget }) => setWish({ ...wish, format: currentTarget.value })}
          >
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {say.formats[format]}
              </option>
            ))}
          </select>
        </label>
        <button class="primary" disabled={underWay} onClick={make}>
          {say.make}
        </button>
      </div>
      <div role="status">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
        {standing && underWay && (
          <p>
            {standing.state === 'reading'
              ? say.reading(standing.done, standing.of)
              : say.laying(standing.done, standing.of)}
          </p>
        )}
      </div>
      {standing && underWay && (
        <progress
          max={Math.max(1, standing.of)}
          value={standing.done > 0 ? standing.done : undefined}
          aria-label={say.title}
        />
      )}
      {standing?.state === 'done' && id && (
        <p>
          <a class="button" href={`/web/offices/report/${id}/file`} download>
            {say.download}
          </a>
        </p>
      )}
    </section>
  );
}
