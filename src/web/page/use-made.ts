/** How far a file is that is made in the background, also for whoever comes back to the page; exports and the joint report show it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DownloadStanding } from '../../services/downloads.ts';
import { read, type Refused } from './api.ts';
import type { Sent } from './console/view.ts';

export type MadeFile = Sent<DownloadStanding>;

const ASK_MS = 1_000;
/** Where the line is broken or the server is not itself. */
const ASK_AGAIN_MS = 5_000;

export const isUnderWay = ({ state }: MadeFile): boolean => state !== 'done' && state !== 'failed';

/** At least a tenth. */
export const inMegabytes = (bytes: number | null): string =>
  Math.max(0.1, (bytes ?? 0) / 1_000_000).toFixed(1);

/**
 * @param path where its standing is read. @param offline told where the server was not reached.
 * @returns what was asked for last, what was refused, and a way to look at once.
 */
export function useMade(
  path: string,
  offline: string,
): { made: MadeFile | null; refused: string; refuse: (error: Refused | null) => void; look: () => void } {
  const [made, setMade] = useState<MadeFile | null>(null);
  const [refused, setRefused] = useState('');
  const timer = useRef(0);
  /** Of the look whose answer counts: none once the page was left. */
  const asked = useRef(0);
  const refuse = (error: Refused | null): void => setRefused(error ? error.message || offline : '');
  const look = (): void => {
    clearTimeout(timer.current);
    asked.current += 1;
    const own = asked.current;
    const later = (ms: number): void => void (timer.current = window.setTimeout(look, ms));
    read<{ made: MadeFile | null }>(path).then(
      ({ made: found }) => {
        if (own !== asked.current) return;
        refuse(null);
        setMade(found);
        if (found && isUnderWay(found)) later(ASK_MS);
      },
      (error: Refused) => {
        if (own !== asked.current) return;
        refuse(error);
        if (error.status === 0 || error.status >= 500) later(ASK_AGAIN_MS);
      },
    );
  };
  useEffect(() => {
    look();
    return () => {
      asked.current += 1;
      clearTimeout(timer.current);
    };
  }, [path]);
  return { made, refused, refuse, look };
}
