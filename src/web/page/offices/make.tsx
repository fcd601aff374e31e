/** Making offices: one by its name, many by a list; then links for the administrators of those just made. */
import { useState } from 'preact/hooks';
import { change, type Refused, sendBytes } from '../api.ts';
import { FileButton } from '../file-button.tsx';
import { wordsFor } from '../frame.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { Links, type ShownLink } from './links.tsx';
import type { OperatorProps, ToldThere } from './view.ts';

interface NewOffice {
  office: string;
  name: string;
  admin: string;
}

interface ListOutcome {
  made: NewOffice[];
  known: string[];
  broken: { row: number; why: string }[];
}

/** So many names are shown without being asked for. */
const FEW = 10;
/** A small file on a slow line. */
const LIST_MS = 60_000;

export function MakePage({ me, words }: OperatorProps) {
  const [told, setTold] = useState<ToldThere>(null);
  const [outcome, setOutcome] = useState<ListOutcome | null>(null);
  const [links, setLinks] = useState<ShownLink[]>([]);
  const say = words.make;
  const shared = wordsFor(me.language);
  const failed = (error: Refused): void => setTold({ text: error.message || shared.offline, good: false });
  const over = (found: ListOutcome, text: string): void => {
    setOutcome(found);
    setLinks([]);
    setTold({ text, good: found.broken.length === 0 });
  };
  const send = (file: File): void => {
    setTold({ text: say.working, good: true });
    sendBytes<ListOutcome>('/web/offices/list', file, () => undefined, LIST_MS).then(
      (found) => over(found, say.outcome(found.made.length, found.known.length, found.broken.length)),
      failed,
    );
  };
  const hand = (): void => {
    const to = (outcome?.made ?? []).map(({ office, admin }) => ({ office, owner: admin }));
    change<{ links: ShownLink[] }>('/web/offices/links', { to }).then((made) => setLinks(made.links), failed);
  };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      {outcome && outcome.broken.length > 0 && <Broken say={say} broken={outcome.broken} />}
      {outcome && outcome.made.length > 0 && (
        <Made say={say} made={outcome.made} hand={links.length === 0 ? hand : null} />
      )}
      {links.length > 0 && (
        <Links
          me={me}
          words={words}
          links={links}
          close={() => {
            setLinks([]);
            setOutcome(null);
            setTold(null);
          }}
        />
      )}
      <Many say={say} send={send} />
      <MakeOne
        words={words}
        made={(one) => over({ made: [one], known: [], broken: [] }, say.added(one.name))}
        failed={failed}
      />
    </>
  );
}

type Words = OperatorProps['words']['make'];

function Broken({ say, broken }: { say: Words; broken: ListOutcome['broken'] }) {
  return (
    <section class="card">
      <h2>{say.brokenTitle}</h2>
      <ul>
        {broken.map(({ row, why }) => (
          <li key={row}>{say.row(row, why)}</li>
        ))}
      </ul>
    </section>
  );
}

/** @param props.hand makes links for their administrators; null once that is done. */
function Made({ say, made, hand }: { say: Words; made: readonly NewOffice[]; hand: (() => void) | null }) {
  return (
    <section class="card">
      <h2>{say.madeTitle(made.length)}</h2>
      {hand && (
        <button class="primary" onClick={hand}>
          {say.links(made.length)}
        </button>
      )}
      <details open={made.length <= FEW}>
        <summary>{say.madeNames}</summary>
        <ul>
          {made.map(({ office, name }) => (
            <li key={office}>{name}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Many({ say, send }: { say: Words; send: (file: File) => void }) {
  return (
    <section class="card">
      <h2>{say.many}</h2>
      <p>{say.about}</p>
      <p>
        <a class="button" href="/web/offices/list/form">
          {say.form}
        </a>
      </p>
      <div class="buttons">
        <FileButton label={say.file} accept=".csv,text/csv" choose={([file]) => file && send(file)} />
      </div>
    </section>
  );
}

function MakeOne({
  words: { make: say },
  made,
  failed,
}: Pick<OperatorProps, 'words'> & { made: (one: NewOffice) => void; failed: (error: Refused) => void }) {
  const [form, setForm] = useState({ name: '', agency: '', admin: '' });
  useUnsaved(Object.values(form).some((text) => text !== ''));
  const field = (name: keyof typeof form, label: string) => (
    <label class="field">
      {label}
      <input
        value={form[name]}
        onInput={({ currentTarget }) => setForm({ ...form, [name]: currentTarget.value })}
      />
    </label>
  );
  const add = (): void => {
    const { name, agency, admin } = form;
    change<{ office: string; name: string }>('/web/offices/make', { name, agency }).then((one) => {
      setForm({ name: '', agency: '', admin: '' });
      made({ ...one, admin });
    }, failed);
  };
  return (
    <section class="card">
      <h2>{say.one}</h2>
      {field('name', say.name)}
      {field('agency', say.agency)}
      {field('admin', say.admin)}
      <button onClick={add}>{say.add}</button>
    </section>
  );
}
