/** Keeps the page's copy of the simulator's state fresh and sends what people do; used by app.tsx. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SimAct, SimState } from '../types.ts';

/** What the server says to an act. */
export type ActAnswer = { ok: true } | { ok: false; reason: string };

export interface Connection {
  /** Null until the first answer came. */
  state: SimState | null;
  /** False while the event stream is down. */
  online: boolean;
  /** Sends one act; 'unreachable' when the server gave no answer. */
  act: (act: SimAct) => Promise<ActAnswer>;
}

/** Loads the state, and loads it again whenever the server announces a new version. */
export function useConnection(): Connection {
  const [state, setState] = useState<SimState | null>(null);
  const [online, setOnline] = useState(true);
  const reading = useRef({ busy: false, again: false });

  const tools = useMemo(() => {
    // One read at a time: announcements that come meanwhile are answered by one more read.
    const read = async (): Promise<void> => {
      const turn = reading.current;
      if (turn.busy) {
        turn.again = true;
        return;
      }
      turn.busy = true;
      do {
        turn.again = false;
        const next = await readState();
        if (next) setState(next);
        setOnline(next !== null);
      } while (reading.current.again);
      turn.busy = false;
    };
    const act = async (what: SimAct): Promise<ActAnswer> => {
      const answer = await sendAct(what);
      void read();
      return answer;
    };
    return { read, act };
  }, []);

  useEffect(() => {
    const events = new EventSource('/simulator/events');
    events.onopen = events.onmessage = () => void tools.read();
    events.onerror = () => setOnline(false);
    void tools.read();
    return () => events.close();
  }, [tools]);

  return { state, online, act: tools.act };
}

async function readState(): Promise<SimState | null> {
  try {
    const response = await fetch('/simulator/state');
    return response.ok ? ((await response.json()) as SimState) : null;
  } catch {
    return null;
  }
}

async function sendAct(act: SimAct): Promise<ActAnswer> {
  try {
    const response = await fetch('/simulator/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return (await response.json()) as ActAnswer;
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}
