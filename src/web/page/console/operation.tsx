/** The console's operation page: what gave up, what waits, who did what, a person's data. */
import { useState } from 'preact/hooks';
import { failureOf } from '../../../domain/failure.ts';
import type { Operation } from '../../../services/operation.ts';
import { moment } from '../../../text/format.ts';
import { change, changeForFile, type Me, type Refused } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { NotYet, wordsFor } from '../frame.tsx';
import { Erase } from './operation/erase.tsx';
import { OwnData } from './own-data.tsx';
import { type ConsoleWords, type Sent, useLoaded, type ViewProps } from './view.ts';

interface Part {
  data: Sent<Operation>;
  say: ConsoleWords['operation'];
  /** @returns why another system did not take a notice, in words where there are any. */
  reason: (code: string) => string;
  language: Me['language'];
  done: (text: string) => void;
  failed: (error: Refused) => void;
}

export function OperationPage({ me, words: { operation: say, outside } }: ViewProps) {
  const { data, refused, load } = useLoaded<Sent<Operation>>('/web/console/operation');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  const shared = wordsFor(me.language);
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const done = (text: string): void => {
    setTold({ text, good: true });
    load();
  };
  const failed = (error: Refused): void => setTold({ text: error.message || shared.offline, good: false });
  const part = { data, say, reason: outside.reason, language: me.language, done, failed };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      <Dead {...part} />
      <Held {...part} />
      <Person {...part} />
      <OwnData me={me} />
      <Audit {...part} />
    </>
  );
}

const purposeOf = (say: Part['say'], purpose: string): string => say.purpose[purpose] ?? say.other;

function Dead({ data, say, reason, language, done, failed }: Part) {
  const act = (id: string, what: 'replay' | 'drop'): void => {
    change<{ notes?: string[] }>('/web/console/operation/dead', { id, act: what }).then(
      ({ notes = [] }) => done([what === 'replay' ? say.replayed : say.dropped, ...notes].join(' · ')),
      failed,
    );
  };
  return (
    <section class="card">
      <h2>{say.dead(data.dead.length)}</h2>
      {data.dead.length > 0 && <p>{say.deadAbout}</p>}
      <ul class="steps">
        {data.dead.map(({ id, queue, at, purpose, attempts, error }) => {
          const why = queue === 'deliveries' ? reason(error) : say.failure[failureOf(error)];
          const what = `${moment(new Date(at), language)} · ${purpose === null ? say.event : purposeOf(say, purpose)}`;
          return (
            <li key={id}>
              <span class="text">
                {what} · {say.tries(attempts)} · {why}
                {why !== error && <span class="dim"> ({error})</span>}
              </span>
              <button onClick={() => act(id, 'replay')}>
                {say.replay}
                <span class="unseen"> {what}</span>
              </button>
              <AskFirst
                label={say.drop}
                of={what}
                question={say.dropAsk}
                yes={say.dropYes}
                no={say.cancel}
                act={() => act(id, 'drop')}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Held({ data, say }: Part) {
  const waiting = data.held.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="card">
      <h2>{say.held(waiting)}</h2>
      {waiting > 0 && <p>{say.heldAbout}</p>}
      <ul>
        {data.held.map(({ name, purpose, count }) => (
          <li key={name + purpose}>{say.heldOf(name, purposeOf(say, purpose), count)}</li>
        ))}
      </ul>
    </section>
  );
}

function Person({ data, say, done, failed }: Part) {
  const [person, setPerson] = useState('');
  return (
    <section class="card">
      <h2>{say.person}</h2>
      <p>{say.personAbout}</p>
      <p class="buttons">
        <label class="field">
          {say.choose}
          <select value={person} onChange={({ currentTarget }) => setPerson(currentTarget.value)}>
            <option value="">—</option>
            {data.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          disabled={person === ''}
          onClick={() => {
            changeForFile('/web/console/operation/export', { id: person }, say.fileName).then(
              () => done(say.exported),
              failed,
            );
          }}
        >
          {say.export}
        </button>
      </p>
      <Erase
        key={person}
        say={say}
        person={data.people.find(({ id }) => id === person) ?? null}
        over={(text) => {
          setPerson('');
          done(text);
        }}
        failed={failed}
      />
    </section>
  );
}

function Audit({ data, say, language }: Part) {
  return (
    <section class="card">
      <h2>{say.audit}</h2>
      {data.older && <p class="dim">{say.auditNewest(data.audit.length)}</p>}
      <div class="scroll" role="region" aria-label={say.audit} tabIndex={0}>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{say.when}</th>
              <th scope="col">{say.what}</th>
              <th scope="col">{say.who}</th>
            </tr>
          </thead>
          <tbody>
            {data.audit.map(({ at, by, act: what, whom }, row) => (
              <tr key={row}>
                <td data-head={say.when}>{moment(new Date(at), language)}</td>
                <th scope="row">{whom ? say.actOn(say.act[what] ?? what, whom) : (say.act[what] ?? what)}</th>
                <td data-head={say.who}>{say.by[by] ?? by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
