/** The event log of the side panel: what went between LINE and the bot, newest first; used by panel.tsx. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SimLogEntry } from '../types.ts';
import { usePage } from './context.ts';
import { clockOf } from './dates.ts';
import { words } from './words.ts';

const shown = 200;

export function EventLog(): VNode {
  const { state } = usePage();
  if (state.log.length === 0) return <p class="hint">{words.panel.emptyLog}</p>;
  return (
    <ol class="log">
      {state.log
        .slice(-shown)
        .reverse()
        .map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} />
          </li>
        ))}
    </ol>
  );
}

function Entry({ entry }: { entry: SimLogEntry }): VNode {
  const { act } = usePage();
  const [open, setOpen] = useState(false);
  const inward = entry.direction === 'webhook';
  const good = typeof entry.status === 'number' && entry.status < 400;
  const mood = entry.status === null ? 'pending' : good ? 'good' : 'bad';
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class={inward ? 'direction inward' : 'direction'}>
          {inward ? words.panel.toBot : words.panel.toLine}
        </span>
        <time dateTime={entry.at}>{clockOf(entry.at)}</time>
        <span class={`status ${mood}`}>{entry.status ?? words.panel.pending}</span>
        {entry.milliseconds !== null && (
          <span class="ms">{words.panel.milliseconds(entry.milliseconds)}</span>
        )}
        <code>{entry.what}</code>
      </summary>
      {open && (
        <div class="exchange">
          <Body label={words.panel.request} value={entry.request} />
          <Body label={words.panel.response} value={entry.response} />
          {inward && (
            <button type="button" class="plain" onClick={() => void act({ act: 'redeliver', log: entry.id })}>
              {words.panel.redeliver}
            </button>
          )}
        </div>
      )}
    </details>
  );
}

function Body({ label, value }: { label: string; value: unknown }): VNode {
  return (
    <>
      <h3>{label}</h3>
      <pre tabIndex={0} aria-label={label}>
        {typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? '')}
      </pre>
    </>
  );
}
