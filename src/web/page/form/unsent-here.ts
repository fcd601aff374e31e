/** What was typed and had not reached the server when the tab was loaded anew; use-draft.ts keeps it in the browser. */
import { whose } from '../api.ts';
import type { ByField } from './draft-state.ts';

/** A code means something within one plan only. */
const storageKey = (plan: string, code: string): string => `form:${whose()}:${plan}:${code}`;

export function rememberUnsent(plan: string, code: string, values: ByField): void {
  if (Object.keys(values).length > 0) sessionStorage.setItem(storageKey(plan, code), JSON.stringify(values));
  else sessionStorage.removeItem(storageKey(plan, code));
}

export function recallUnsent(plan: string, code: string): ByField {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(plan, code)) ?? '{}') as ByField;
  } catch {
    return {};
  }
}
