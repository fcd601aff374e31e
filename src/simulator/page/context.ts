/** What every part of the page needs: the state, a way to act, a way to say something briefly. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SimAct, SimState } from '../types.ts';

export interface Page {
  state: SimState;
  /** Sends an act; a refusal is shown as a notice. @returns whether it was accepted. */
  act: (act: SimAct) => Promise<boolean>;
  /** Shows a short notice that goes away by itself. */
  notify: (text: string) => void;
}

export const PageContext = createContext<Page | null>(null);

/** The page around a component; it throws outside app.tsx's tree. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage is called outside the page');
  return page;
}
