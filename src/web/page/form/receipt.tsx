/** What was stored, when, what follows from it, and the way back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FIELD_NAMES } from '../../../domain/activity.ts';
import { moment } from '../../../text/format.ts';
import { change, type Refused } from '../api.ts';
import { wordsFor } from '../frame.tsx';
import { saidValue } from '../said.ts';
import { type SentForm, type FormWords, pathOf, addressOfForm, type SentReceipt, saidWords } from './data.ts';

interface Props {
  receipt: SentReceipt;
  /** The form as it was when it was stored. */
  view: SentForm;
  words: FormWords;
  again: () => void;
}

export function ReceiptCard({ receipt, view, words, again }: Props) {
  const { say, language } = words;
  const [asks, setAsks] = useState(false);
  const [undone, setUndone] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const undo = (): void => {
    setAsks(false);
    change<{ said: string }>(pathOf(view.activity.code, '/undo'), { id: receipt.update }).then(
      ({ said }) => setUndone(said),
      (refused: Refused) => setWrong(refused.message || wordsFor(language).offline),
    );
  };
  const { label, name } = view.activity;
  return (
    <section class="card receipt">
      <h1 tabIndex={-1} ref={heading}>
        <span aria-hidden="true">✓ </span>
        {say.saved(moment(new Date(receipt.at), language))}
      </h1>
      <p>
        <strong>
          {label} {name}
        </strong>
      </p>
      <Stored view={view} words={words} />
      {receipt.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {receipt.late && <p class="caution">! {say.late}</p>}
      <div role="status">
        {undone && <p class="good">{undone}</p>}
        {wrong && <p class="bad">{wrong}</p>}
        {asks && <p>{say.undoAsk}</p>}
      </div>
      {!undone && receipt.asksResult && (
        <p>
          {say.askResult} <button onClick={again}>{say.addResult}</button>
        </p>
      )}
      <p class="buttons">
        {asks ? (
          <>
            <button class="danger" onClick={undo}>
              {say.undoYes}
            </button>
            <button onClick={() => setAsks(false)}>{say.keepIt}</button>
          </>
        ) : (
          <>
            {receipt.next && (
              <a class="button primary" href={addressOfForm(receipt.next.code)}>
                {say.next(receipt.next.label)}
              </a>
            )}
            <a class="button" href="#">
              {say.back}
            </a>
            {!undone && <button onClick={() => setAsks(true)}>{say.undo}</button>}
          </>
        )}
      </p>
      <p class="dim">{say.savedNote}</p>
    </section>
  );
}

/** What was said in each field, and how many files came with it. */
function Stored({ view: { draft }, words }: Pick<Props, 'view' | 'words'>) {
  const { say, language } = words;
  const files = draft?.files.length ?? 0;
  return (
    <dl>
      {FIELD_NAMES.flatMap((field) => {
        const value = draft && saidValue(draft.said, field, saidWords(words), language);
        return value === null
          ? []
          : [
              <div key={field}>
                <dt>{words.words.field[field]}</dt>
                <dd class="text">{value}</dd>
              </div>,
            ];
      })}
      {files > 0 && (
        <div>
          <dt>{words.words.field.evidence}</dt>
          <dd>{say.files.count(files)}</dd>
        </div>
      )}
    </dl>
  );
}
