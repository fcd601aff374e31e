/** What was typed and had not reached the server when the tab was loaded anew; use-draft.ts keeps it in the browser. */
import { whose } from '../api.ts';
import type { ByField } from './draft-state.ts';

const storageKey = (code: string): string => `form:${whose()}:${code}`;

export function rememberUnsent(code: string, values: ByField): void {
  if (Object.keys(values).length > 0) sessionStorage.setItem(storageKey(code), JSON.stringify(values));
  else sessionStorage.removeItem(storageKey(code));
}

export function recallUnsent(code: string): ByField {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(code)) ?? '{}') as ByField;
  } catch {
    return {};
  }
}
