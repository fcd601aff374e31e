/** Asks for reports from the dashboard: whom it reaches and what it costs first, then one button a way. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NudgeQuestion, Whom } from '../../../bot/page-nudge.ts';
import { change, type Me, read, type Refused } from '../api.ts';
import { wordsFor } from '../frame.tsx';

export function Nudge({ label, whom, me }: { label: string; whom: Whom; me: Me }) {
  const [asked, setAsked] = useState<NudgeQuestion | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const shared = wordsFor(me.language);
  const failed = (refused: Refused): void => {
    setBusy(false);
    setSaid(refused.message || shared.offline);
  };
  const ask = (): void => {
    setSaid(null);
    setBusy(true);
    const query = new URLSearchParams(Object.entries(whom).map(([name, value]) => [name, String(value)]));
    read<NudgeQuestion>(`/web/nudge?${query.toString()}`).then((question) => {
      setBusy(false);
      if ('text' in question) setSaid(question.text);
      else setAsked(question);
    }, failed);
  };
  const close = (text: string | null): void => {
    setBusy(false);
    setAsked(null);
    setSaid(text);
    opener.current?.focus();
  };
  const send = (value: string): void => {
    if (value === 'no') return close(null);
    setBusy(true);
    change<{ text: string }>('/web/nudge', { whom, value }).then(({ text }) => close(text), failed);
  };
  return (
    <div class="nudge">
      <button ref={opener} onClick={ask} disabled={busy} aria-expanded={asked !== null}>
        {label}
      </button>
      {asked && !('text' in asked) && <Question asked={asked} busy={busy} send={send} />}
      <p role="status" class="text">
        {said}
      </p>
    </div>
  );
}

/** Whoever asked is led to it. */
function Question({
  asked,
  busy,
  send,
}: {
  asked: Exclude<NudgeQuestion, { text: string }>;
  busy: boolean;
  send: (value: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [asked]);
  return (
    <div class="card question" role="group" aria-label={asked.title} tabIndex={-1} ref={box}>
      <p>
        <strong>{asked.question}</strong>
      </p>
      <dl>
        {asked.rows.map(({ heading, value }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {asked.caution && <p class="caution">! {asked.caution}</p>}
      <p class="buttons">
        {asked.options.map(({ value, label }) => (
          <button
            key={value}
            class={value === 'yes' ? 'primary' : ''}
            disabled={busy}
            onClick={() => send(value)}
          >
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}
