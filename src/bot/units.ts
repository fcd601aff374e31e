/** Units of the office, as the plan names them beside its activities, and which of them people mean by what they call one; questions about a part of the plan ask. */
import type { Plan } from '../domain/activity.ts';
import { BETWEEN_UNITS, NAMES_UNIT, UNIT_WORDS } from '../text/questions-of-parts.ts';
import { plain } from './commands/command.ts';

export interface OfficeUnit {
  name: string;
  /** Codes, in plan order. */
  leaves: string[];
}

/** @returns units that have leaves, in plan order; what is given to several is each one's. */
export function unitsOf({ activities }: Plan): OfficeUnit[] {
  const named = activities
    .filter(({ leaf }) => leaf)
    .flatMap(({ code, ownerGroup }) => unitsIn(ownerGroup).map((name) => ({ name, code })));
  const groups = Map.groupBy(named, ({ name }) => name);
  return [...groups].map(([name, leaves]) => ({ name, leaves: leaves.map(({ code }) => code) }));
}

/** @returns the names in what the plan says of an activity's owner: several only where each begins as a unit's does. */
function unitsIn(ownerGroup: string | null): string[] {
  const whole = ownerGroup?.trim() ?? '';
  if (whole === '') return [];
  const names = whole.split(BETWEEN_UNITS).map((name) => name.trim());
  return names.every((name) => NAMES_UNIT.test(plain(name))) ? [...new Set(names)] : [whole];
}

/** Fewer letters are part of too many words. */
const LEAST_LETTERS = 4;
const LEAST_OF_UNIT = 3;

/** @returns those the words can mean: the whole name, else its beginning; with a word such as ฝ่าย before it, also a part of it. */
export function unitsNamed(words: string, plan: Plan): OfficeUnit[] {
  const wanted = bare(words);
  const isUnit = NAMES_UNIT.test(plain(words));
  const tries: ((name: string) => boolean)[] = [
    (name) => name === wanted,
    (name) => wanted.length >= (isUnit ? LEAST_OF_UNIT : LEAST_LETTERS) && name.startsWith(wanted),
    (name) => isUnit && wanted.length >= LEAST_LETTERS && name.includes(wanted),
  ];
  const units = unitsOf(plan);
  for (const fits of tries) {
    const found = units.filter(({ name }) => fits(bare(name)));
    if (found.length > 0) return found;
  }
  return [];
}

/** "กลุ่มงานนิเทศ", "ฝ่ายนิเทศ" and "นิเทศ" are one. */
function bare(name: string): string {
  return plain(name).replace(UNIT_WORDS, '').replace(/\s/g, '');
}
