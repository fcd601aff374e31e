/** Tells activities apart whose names differ in a number alone: "รุ่นที่ 1" and "รุ่นที่ 2", "ภาคเรียนที่ 2/2569"; called by the name finder. */
import { normalise } from '../spelling/normalise.ts';
import type { PlanIndex } from '../plan-index.ts';
import type { Choice } from './choose.ts';
import { toneless } from './terms.ts';

/** A place among those that follow one another. */
const PLACE =
  /(?:รุ่น|ครั้ง|รอบ|ระยะ|ช่วง|เฟส|เทอม|ภาคเรียน|ภาค|งวด|ชุด|ล็อต|ล๊อต|ไตรมาส|phase|ph|batch|lot)\s?(?:ที่)?\s?(\d{1,2}(?!\d|[.,]\d)|แรก|หนึ่ง|สอง|สาม|สี่|ห้า|สุดท้าย|หลัง)/g;
const WORDS: Readonly<Record<string, number>> = { แรก: 1, หนึ่ง: 1, สอง: 2, สาม: 3, สี่: 4, ห้า: 5 };

interface Twin {
  code: string;
  place: number;
}

const twinsOfPlan = new WeakMap<PlanIndex, ReadonlyMap<string, readonly Twin[]>>();

/** @returns of each leaf with twins all of them, in order. */
function twinsIn(index: PlanIndex): ReadonlyMap<string, readonly Twin[]> {
  const known = twinsOfPlan.get(index);
  if (known) return known;
  const alike = new Map<string, Twin[]>();
  for (const { code, leaf, name } of index.plan.activities) {
    const { text } = normalise(name);
    const [place] = placesIn(text, Infinity);
    if (!leaf || place === undefined) continue;
    const key = toneless(text).replace(/[\d\s/.()-]+/g, '');
    const list = alike.get(key);
    if (list) list.push({ code, place });
    else alike.set(key, [{ code, place }]);
  }
  const twins = new Map<string, readonly Twin[]>();
  for (const list of alike.values()) {
    if (list.length < 2 || new Set(list.map(({ place }) => place)).size < list.length) continue;
    for (const { code } of list) twins.set(code, list);
  }
  twinsOfPlan.set(index, twins);
  return twins;
}

/** @param last the place of the last one. */
function placesIn(text: string, last: number): number[] {
  return [...text.matchAll(PLACE)].map(
    ([, said = '']) => WORDS[said] ?? (/\d/.test(said) ? Number(said) : last),
  );
}

/** @returns the choice where of names that are alike but for their place the one that a text says ("รุ่นสอง") is meant by all of them; the same choice where it says none. */
export function withTwinSaid(choice: Choice, text: string, index: PlanIndex): Choice {
  const { none, named } = choice;
  const [first] = named;
  const twins = first ? twinsIn(index).get(first.candidate.code) : undefined;
  if (!first || !twins) return choice;
  const places = new Set(placesIn(text, Math.max(...twins.map(({ place }) => place))));
  const [said, another] = twins.filter(({ place }) => places.has(place));
  if (!said || another) return choice;
  const isTwin = ({ candidate }: Choice['named'][number]): boolean =>
    twins.some(({ code }) => code === candidate.code);
  const together = named.filter(isTwin).reduce((sum, one) => sum + one.probability, 0);
  const probability = Math.min(1, together);
  return {
    none,
    named: [
      { candidate: { ...first.candidate, code: said.code }, probability },
      ...named.filter((one) => !isTwin(one)),
    ],
  };
}

/** Whether two names differ in their place alone. */
export function areTwins(one: string, other: string, index: PlanIndex): boolean {
  return (
    twinsIn(index)
      .get(one)
      ?.some(({ code }) => code === other) ?? false
  );
}
