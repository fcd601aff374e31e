/** What the console's pages share: their addresses, words, and how data is read and asked for anew. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { console as en } from '../../../text/en/console.ts';
import { console as th } from '../../../text/th/console.ts';
import { type Me, read, type Refused } from '../api.ts';

export type ConsoleWords = typeof th;

export interface ViewProps {
  me: Me;
  words: ConsoleWords;
}

export function consoleWords({ language }: Me): ConsoleWords {
  return language === 'en' ? en : th;
}

export const CONSOLE_VIEWS = ['home', 'connection', 'plan', 'people', 'settings', 'operation'] as const;
export type ConsoleView = (typeof CONSOLE_VIEWS)[number];

/** @param hash of the address, `#plan`. */
export function readView(hash: string): ConsoleView {
  const name = hash.replace(/^#/, '').split('/')[0];
  return CONSOLE_VIEWS.find((view) => view === name) ?? 'home';
}

/** Dates arrive as text. */
export type Sent<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Sent<T[Key]> } : T;

export interface Loaded<T> {
  data: T | null;
  refused: Refused | null;
  /** Asks anew; what is shown stays until the answer is there. */
  load: () => void;
}

export function useLoaded<T>(path: string): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const shown = useRef(false);
  const load = (): void => {
    setRefused(null);
    read<T>(path).then(
      (found) => {
        shown.current = true;
        setData(found);
      },
      // what is shown stays, with whatever is typed in it
      (error: Refused) => void (shown.current || setRefused(error)),
    );
  };
  useEffect(load, [path]);
  return { data, refused, load };
}
