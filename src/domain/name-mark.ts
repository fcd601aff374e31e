/** A short mark of an activity's name: by it a button or card of an older plan is noticed, whose code means another activity now. */
import type { Activity, Plan } from './activity.ts';
import { findActivity } from './plan.ts';

/** @returns up to seven characters, the same for the same name however it is spaced. */
export function nameMark(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of name.replace(/\s/g, '')) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** What a card is about, as it is kept with the sent message: `1.2.1#i3e09`. */
export function markedCode({ code, name }: Pick<Activity, 'code' | 'name'>): string {
  return `${code}#${nameMark(name)}`;
}

/** Between marked codes, where a card asks about several. */
export const LIST_OF_CODES = ',';

/** @returns the code that was marked, or null when it means another activity in this plan. Codes without a mark are taken as they are. */
export function codeOfMarked(plan: Plan, marked: string): string | null {
  const [code = '', mark] = marked.split('#');
  const found = findActivity(plan, code);
  return !found || mark === undefined || nameMark(found.name) === mark ? code : null;
}
