/** Finds members of the office by the names people type; used wherever a command names somebody. */
import type { Member } from '../domain/member.ts';
import { soundOf } from '../text/name-sounds.ts';
import { NAME_TITLES } from '../text/typed.ts';
import { plain } from './commands/command.ts';
import { distance } from './commands/nearest.ts';

function bare(name: string): string {
  return plain(name).replace(NAME_TITLES, '').replace(/\s/g, '');
}

/** "สมชาย (ชาย)", "Nok | นก": a nickname stands in brackets or beside the name. */
const BETWEEN_PARTS = /[\s()[\]{}<>,/|·•・_"'“”‘’]+/u;

function partsOf({ name }: Member): string[] {
  return plain(name).split(BETWEEN_PARTS).filter(Boolean).map(bare);
}

/** @returns who can be meant: the whole name, else with its position, else one part of it, else the beginning of a part; none for a single letter. */
export function peopleNamed(words: string, members: readonly Member[]): Member[] {
  const wanted = bare(words);
  if (wanted.length < 2) return [];
  const tries: ((member: Member) => boolean)[] = [
    (member) => bare(member.name) === wanted,
    (member) => bare(described(member)) === wanted,
    (member) => partsOf(member).includes(wanted),
    (member) =>
      partsOf(member).some((part) => part.startsWith(wanted)) || bare(member.name).startsWith(wanted),
  ];
  for (const fits of tries) {
    const found = members.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}

/** Mistakes in a name of that many letters. */
function allowed(length: number): number {
  return length < 3 ? 0 : length < 7 ? 1 : 2;
}

/** @returns those whose name, or a part of it, sounds nearly so, the nearest first; for when nobody is named so. */
export function peopleNear(words: string, members: readonly Member[]): Member[] {
  const wanted = soundOf(bare(words));
  const near = members.flatMap((member) => {
    const names = [bare(member.name), ...partsOf(member)].map(soundOf);
    const best = Math.min(...names.map((name) => distance(wanted, name)));
    return best <= allowed(wanted.length) ? [{ member, best }] : [];
  });
  return near.toSorted((a, b) => a.best - b.best).map(({ member }) => member);
}

/** Name and position as a row to choose. */
export function described({ name, position }: Member): string {
  return position ? `${name} ${position}` : name;
}
