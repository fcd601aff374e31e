/** Says whose the activities are that an import adds, a line for all of the same people; the page of the plan and the command show it. */
import type { NewlyOwned } from '../../services/newly-owned.ts';
import type { Texts } from '../../text/index.ts';

export function ownedLines(owned: readonly NewlyOwned[], words: Texts['admin']['importPlan']): string[] {
  const byPeople = Map.groupBy(owned, ({ people }) => people.map(({ name }) => name).join(', '));
  return [...byPeople].map(([who, list]) => {
    const codes = list.map(({ activity }) => activity.label).join(', ');
    return who === '' ? words.owned.nobodys(codes) : words.owned.theirs(codes, who);
  });
}
