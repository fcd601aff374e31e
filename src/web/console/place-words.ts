/** Where something is wrong with a plan of JSON, in words: the command and the pages tell it instead of the path. */
import type { Texts } from '../../text/index.ts';

type Words = Texts['admin']['importPlan']['place'];

const PATH = /^(activities|sections|office\.parentAgencies)(?:\[(\d+)\])?(?:\.(\w+))?(?:\[(\d+)\])?$/;

/** @param at a path such as `activities[2].months[0]`; a place of another kind of file, without codes, is told as it is. */
export function placeInWords(at: string, codes: readonly string[] | undefined, say: Words): string {
  if (!codes) return at;
  const nameOf = (path: string): string => say.field[path as keyof typeof say.field] ?? path;
  const [, list, index, field, item] = PATH.exec(at) ?? [];
  if (list === undefined) return nameOf(at);
  const nth = index === undefined ? null : Number(index);
  const code = list === 'activities' && nth !== null ? codes[nth] : undefined;
  const one = nth === null ? nameOf(list) : code ? say.activity(code) : say.nth(nameOf(list), nth + 1);
  if (field === undefined) return one;
  return say.of(one, item === undefined ? nameOf(field) : say.nth(nameOf(field), Number(item) + 1));
}

/** @returns the same with each place in words, that of the other cell of a duplicate too. */
export function placedInWords<Told extends { at: string; more: string }>(
  told: readonly Told[],
  codes: readonly string[] | undefined,
  say: Words,
): Told[] {
  return told.map((one) => ({
    ...one,
    at: placeInWords(one.at, codes, say),
    more: one.more.startsWith('activities[') ? placeInWords(one.more, codes, say) : one.more,
  }));
}
