/** Finds members of the office by the names people type; used wherever a command names somebody. */
import type { Member } from '../domain/member.ts';
import { NAME_TITLES } from '../text/typed.ts';
import { plain } from './commands/command.ts';

function bare(name: string): string {
  return plain(name).replace(NAME_TITLES, '').replace(/\s/g, '');
}

/** "สมชาย (ชาย)", "Nok | นก": a nickname stands in brackets or beside the name. */
const BETWEEN_PARTS = /[\s()[\]{}<>,/|·•・_"'“”‘’]+/u;

/** @returns who can be meant: the whole name, else with its position, else one part of it, else the beginning of a part; none for a single letter. */
export function peopleNamed(words: string, members: readonly Member[]): Member[] {
  const wanted = bare(words);
  if (wanted.length < 2) return [];
  const parts = (member: Member): string[] =>
    plain(member.name).split(BETWEEN_PARTS).filter(Boolean).map(bare);
  const tries: ((member: Member) => boolean)[] = [
    (member) => bare(member.name) === wanted,
    (member) => bare(described(member)) === wanted,
    (member) => parts(member).includes(wanted),
    (member) => parts(member).some((part) => part.startsWith(wanted)) || bare(member.name).startsWith(wanted),
  ];
  for (const fits of tries) {
    const found = members.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}

/** Name and position as a row to choose. */
export function described({ name, position }: Member): string {
  return position ? `${name} ${position}` : name;
}
