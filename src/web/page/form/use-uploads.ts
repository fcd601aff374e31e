/** Sends files in parts, one file after the other; where the line breaks it goes on with the part that was under way. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { change, type Refused } from '../api.ts';
import { newUuid, partsOf, sendParts } from '../parts.ts';
import { type DraftChanged, pathOf, planOf, type SentForm } from './data.ts';

const MOST_BYTES = 25 * 1024 * 1024;
const AGAIN_MS = 4_000;

export interface Upload {
  id: string;
  name: string;
  /** 0 to 1. */
  share: number;
  state: 'waiting' | 'sending' | 'checking' | 'paused' | 'refused';
  why: string;
}

interface Held extends Upload {
  file: File;
  /** The next part to send. */
  part: number;
}

interface Words {
  tooLarge(name: string): string;
  empty(name: string): string;
}

/** @param view what the page shows as a file is sent. */
export function useUploads(
  code: string,
  view: () => SentForm | null,
  say: Words,
  attached: (answer: DraftChanged, name: string) => void,
) {
  const [uploads, setUploads] = useState<Held[]>([]);
  const all = useRef<Held[]>([]);
  const working = useRef(false);
  const timer = useRef(0);

  const set = (next: Held[]): void => {
    all.current = next;
    setUploads(next);
  };
  const alter = (id: string, more: Partial<Held>): void =>
    set(all.current.map((one) => (one.id === id ? { ...one, ...more } : one)));
  const drop = (id: string): void => set(all.current.filter((one) => one.id !== id));

  async function work(): Promise<void> {
    if (working.current) return;
    working.current = true;
    try {
      for (let next = due(); next; next = due()) {
        if (!(await send(next))) break;
      }
    } finally {
      working.current = false;
    }
  }
  const due = (): Held | undefined => all.current.find(({ state }) => state !== 'refused');

  /** @returns false where the line is broken: everything waits then. */
  async function send({ id, file, name }: Held): Promise<boolean> {
    const parts = partsOf(file);
    const held = (): Held | undefined => all.current.find((one) => one.id === id);
    const gone = (sent: number): void =>
      alter(id, { state: 'sending', part: Math.floor(sent), share: sent / parts });
    try {
      const from = held()?.part ?? parts;
      if (!(await sendParts(file, from, `/web/files/${id}`, gone, () => held() !== undefined))) return true;
      alter(id, { state: 'checking', share: 1, part: parts });
      const answer = await change<DraftChanged>(pathOf(code, '/files'), {
        id,
        name,
        parts,
        ...planOf(view()),
      });
      drop(id);
      attached(answer, name);
      return true;
    } catch (error) {
      const { status, message } = error as Refused;
      if (status !== 0 && status < 500) {
        alter(id, { state: 'refused', why: message });
        return true;
      }
      alter(id, { state: 'paused' });
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void work(), AGAIN_MS);
      return false;
    }
  }

  useEffect(() => {
    const online = (): void => void work();
    window.addEventListener('online', online);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', online);
      all.current = [];
    };
  }, [code]);

  return {
    uploads: uploads as readonly Upload[],
    add: (files: readonly File[]): void => {
      const added = files.map((file): Held => {
        const why =
          file.size > MOST_BYTES ? say.tooLarge(file.name) : file.size === 0 ? say.empty(file.name) : '';
        const state = why ? 'refused' : 'waiting';
        return { id: newUuid(), name: file.name, share: 0, state, why, file, part: 0 };
      });
      set([...all.current, ...added]);
      void work();
    },
    drop,
  };
}
