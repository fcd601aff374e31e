/** Erasing the chosen person's data: what it means, once more asked, then what was done. */
import { useState } from 'preact/hooks';
import { change, type Refused } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import type { ConsoleWords } from '../view.ts';

export function Erase({
  say,
  person,
  over,
  failed,
}: {
  say: ConsoleWords['operation'];
  person: { id: string; name: string } | null;
  over: (text: string) => void;
  failed: (error: Refused) => void;
}) {
  const [busy, setBusy] = useState(false);
  const erase = (): void => {
    if (!person) return;
    setBusy(true);
    change<{ rows: number; mentions: string[] }>('/web/console/operation/erase', { id: person.id }).then(
      ({ rows, mentions }) =>
        over(
          [say.erased(rows), mentions.length > 0 && say.mentions(mentions.join(', '))]
            .filter(Boolean)
            .join(' · '),
        ),
      (error: Refused) => {
        setBusy(false);
        failed(error);
      },
    );
  };
  return (
    <>
      <p>{say.personErase}</p>
      <AskFirst
        label={say.erase}
        question={say.eraseSure(person?.name ?? '')}
        yes={say.eraseYes}
        no={say.cancel}
        disabled={person === null || busy}
        act={erase}
      />
    </>
  );
}
