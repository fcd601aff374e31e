/** What a person calls an activity: the words they once chose it for, where those fit several or none; reports and questions about an activity look here. */
import type { Member } from '../domain/member.ts';
import { findActivity } from '../domain/plan.ts';
import type { Plan } from '../domain/activity.ts';
import type { Reading } from '../understand/types.ts';
import { plain } from './commands/command.ts';

/** "ครู" or "ร้าน" is said of much, and names nothing. */
const LEAST_LETTERS = 6;

/** Most names a person's memory holds. */
const MOST_NAMES = 50;

/** @returns the activity that this person calls by the very words that name one; null where they do not, or the words cannot mean it. */
export function ownName(
  because: Reading['because'],
  candidates: readonly string[],
  { aliases }: Pick<Member, 'aliases'>,
): string | null {
  const named = because.activity?.length === 1 ? nameOf(because.activity[0]!.text) : null;
  if (named === null) return null;
  const [, code] = Object.entries(aliases).find(([alias]) => nameOf(alias) === named) ?? [];
  return code !== undefined && (candidates.length === 0 || candidates.includes(code)) ? code : null;
}

/** @returns a person's names with one more, or null where there is nothing to remember. */
export function withName(
  { aliases }: Pick<Member, 'aliases'>,
  words: string,
  activity: string,
  plan: Plan,
): Record<string, string> | null {
  const named = nameOf(words);
  if (named === null || !findActivity(plan, activity) || aliases[words] === activity) return null;
  const others = Object.entries(aliases).filter(([alias]) => nameOf(alias) !== named);
  return others.length >= MOST_NAMES ? null : { ...Object.fromEntries(others), [words]: activity };
}

/** @returns the letters by which names are compared; null for words that are too short to be one. */
function nameOf(words: string): string | null {
  const letters = plain(words).replace(/[\s\u0e47-\u0e4e]/g, '');
  return letters.length < LEAST_LETTERS ? null : letters;
}
