/** Sends a plan's file once, in parts, over whatever line there is; then it is read, and read anew with each choice, from what the server keeps for the day. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { change, type Refused } from '../../api.ts';
import { newUuid, partsOf, sendParts } from '../../parts.ts';

const AGAIN_MS = 4_000;
/** The server has cleared away what was sent. */
const GONE = 410;

/** `paused` until the line is back. */
export type Work = { share: number; paused: boolean } | 'reading' | null;

export function usePlanFile() {
  const [work, setWork] = useState<Work>(null);
  const sent = useRef<{ file: File; id: string; parts: number } | null>(null);
  /** The file that is wanted now: sending another gives way to it. */
  const wanted = useRef<File | null>(null);
  useEffect(() => () => void (wanted.current = null), []);

  /** @returns false where another file was chosen meanwhile. @throws Refused */
  async function send(file: File): Promise<boolean> {
    if (sent.current?.file === file) return true;
    const id = newUuid();
    const parts = partsOf(file);
    let part = 0;
    for (;;) {
      try {
        const gone = (count: number): void => {
          part = Math.floor(count);
          setWork({ share: count / parts, paused: false });
        };
        const address = `/web/console/plan/parts/${id}`;
        if (!(await sendParts(file, part, address, gone, () => wanted.current === file))) return false;
        sent.current = { file, id, parts };
        return true;
      } catch (error) {
        const { status } = error as Refused;
        if (status !== 0 && status < 500) throw error;
        setWork({ share: part / parts, paused: true });
        await lineIsBack();
        if (wanted.current !== file) return false;
      }
    }
  }

  /** @returns null where another file was chosen meanwhile. @throws Refused */
  async function ask<T>(path: string, file: File, what: object): Promise<T | null> {
    wanted.current = file;
    try {
      for (let again = false; ; again = true) {
        if (!(await send(file))) return null;
        const { id, parts } = sent.current!;
        setWork('reading');
        try {
          const answer = await change<T>(path, { file: { id, parts }, name: file.name, ...what });
          return wanted.current === file ? answer : null;
        } catch (error) {
          sent.current = (error as Refused).status === GONE ? null : sent.current;
          if (sent.current || again) throw error;
        }
      }
    } finally {
      if (wanted.current === file) setWork(null);
    }
  }

  const forget = (): void => {
    wanted.current = null;
    setWork(null);
  };
  return { work, ask, forget };
}

function lineIsBack(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = window.setTimeout(go, AGAIN_MS);
    addEventListener('online', go);
  });
}
