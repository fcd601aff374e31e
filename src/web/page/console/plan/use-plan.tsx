/** The button by which a stored plan becomes the one in use: it says first what that does, and asks. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { change, read, type Refused } from '../../api.ts';
import type { ConsoleWords } from '../view.ts';
import type { StoredPlans, SwitchView } from './asked.ts';
import { SwitchLines } from './switch-lines.tsx';

interface Shown {
  seen: string;
  leaving: SwitchView | null;
}

/** @param props.used told whether somebody lost activities by it. */
export function UsePlan({
  plan: { id, title, fiscalYear },
  say,
  used,
  failed,
}: {
  plan: StoredPlans['plans'][number];
  say: ConsoleWords['plan'];
  used: (lost: boolean) => void;
  failed: (error: Refused) => void;
}) {
  const [shown, setShown] = useState<Shown | null>(null);
  const look = (): void =>
    void read<Shown>(`/web/console/plan/use/${encodeURIComponent(id)}`).then(setShown, failed);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const left = useRef(false);
  // what had the focus is gone with each turn
  useLayoutEffect(() => {
    if (shown) box.current?.focus();
    else if (left.current) opener.current?.focus();
    left.current = shown !== null;
  }, [shown]);
  if (!shown)
    return (
      <button ref={opener} onClick={look}>
        {say.use}
        <span class="unseen"> {title}</span>
      </button>
    );
  const { seen, leaving } = shown;
  const act = (): void => {
    setShown(null);
    change('/web/console/plan/use', { plan: id, seen }).then(
      () => used((leaving?.losing.length ?? 0) > 0),
      failed,
    );
  };
  const question = say.useAsk(title, fiscalYear);
  return (
    <div class="asked" role="group" aria-label={question} tabIndex={-1} ref={box}>
      <p>
        <strong>{question}</strong>
      </p>
      {leaving && <SwitchLines view={leaving} />}
      <p class="buttons">
        <button class="primary" onClick={act}>
          {say.useYes}
        </button>
        <button onClick={() => setShown(null)}>{say.useNo}</button>
      </p>
    </div>
  );
}
