/** The list that turns green: what doctor knows of the office's installation, each red thing with its button or its sentence. */
import { useState } from 'preact/hooks';
import type { Cure } from '../../console/checks.ts';
import type { Refused } from '../api.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { Menus, WebhookSection } from './connection/at-line.tsx';
import type { ConnectionProps } from './connection/data.ts';
import { useLoaded, type ViewProps } from './view.ts';

interface Checks {
  ready: boolean;
  checks: {
    name: string;
    state: 'ok' | 'bad' | 'skipped';
    text: string;
    fix: string | null;
    cure: Cure | null;
  }[];
}

const STATUS = { ok: 'completed', bad: 'overdue', skipped: 'not-started' } as const;

export function ChecksCard({ me, words }: ViewProps) {
  const { data, refused, load } = useLoaded<Checks>('/web/console/checks');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  const shared = wordsFor(me.language);
  const { checks: say, connection } = words;
  if (refused || !data)
    return <NotYet language={me.language} refused={refused} load={load} loading={say.looking} />;
  const bad = data.checks.filter(({ state }) => state === 'bad');
  const others = data.checks.filter(({ state }) => state !== 'bad');
  const doing = {
    say: connection,
    done(text: string) {
      setTold({ text, good: true });
      load();
    },
    failed: (error: Refused) => setTold({ text: error.message || shared.offline, good: false }),
  };
  return (
    <section class="card checks">
      <h2>{say.title}</h2>
      <p role="status" class={data.ready ? 'good' : 'bad'}>
        {data.ready ? say.ready : say.notReady(bad.length)}
      </p>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      <List checks={bad} words={words} doing={doing} />
      {others.length > 0 && (
        <details open={bad.length === 0}>
          <summary>{say.others(others.length)}</summary>
          <List checks={others} words={words} doing={doing} />
        </details>
      )}
      <p>
        <button onClick={load}>{say.again}</button>
      </p>
    </section>
  );
}

function List({
  checks,
  words: { checks: say },
  doing,
}: Pick<ViewProps, 'words'> & {
  checks: Checks['checks'];
  doing: Pick<ConnectionProps, 'say' | 'done' | 'failed'>;
}) {
  return (
    <ul class="steps">
      {checks.map(({ name, state, text, fix, cure }) => (
        <li key={name}>
          <span class={`status ${STATUS[state]}`}>{say.state[state]}</span>
          <strong>{name}</strong> <span class="text">{text}</span>
          {fix && <span class="dim">{fix}</span>}
          {cure === 'webhook' ? (
            <WebhookSection {...doing} />
          ) : cure === 'menus' ? (
            <Menus {...doing} />
          ) : (
            cure && (
              <a class="button" href={`#${cure}`}>
                {say.cure[cure]}
              </a>
            )
          )}
        </li>
      ))}
    </ul>
  );
}
