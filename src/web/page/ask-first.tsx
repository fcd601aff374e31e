/** A button that asks before it acts, with a way out; pages use it for what cannot be taken back or reaches others. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** @param props.of what it is about, for who hears the button without its row. @param props.kind of the act: `danger` removes something. @param props.leads the button is what is to be done next. */
export function AskFirst({
  label,
  of,
  question,
  yes,
  no,
  kind = 'danger',
  leads = false,
  disabled = false,
  act,
}: {
  label: string;
  of?: string;
  question: string;
  yes: string;
  no: string;
  kind?: 'danger' | 'primary';
  leads?: boolean;
  disabled?: boolean;
  act: () => void;
}) {
  const [asked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const left = useRef(false);
  // what had the focus is gone with each turn; before anybody's next key, so that it is not taken from where they went
  useLayoutEffect(() => {
    if (asked) box.current?.focus();
    else if (left.current) opener.current?.focus();
    left.current = asked;
  }, [asked]);
  if (!asked)
    return (
      <button
        type="button"
        class={leads ? 'primary' : undefined}
        ref={opener}
        disabled={disabled}
        onClick={() => setAsked(true)}
      >
        {label}
        {of && <span class="unseen"> {of}</span>}
      </button>
    );
  return (
    <div class="asked" role="group" aria-label={question} tabIndex={-1} ref={box}>
      <p class={kind === 'danger' ? 'bad' : undefined}>{question}</p>
      <p class="buttons">
        <button
          type="button"
          class={kind}
          onClick={() => {
            setAsked(false);
            act();
          }}
        >
          {yes}
        </button>
        <button type="button" onClick={() => setAsked(false)}>
          {no}
        </button>
      </p>
    </div>
  );
}
