/** A flag's day or moment, or the sentence that says how it is typed; commands that take one ask. */
import type { Texts } from '../src/text/index.ts';
import { readTypedDay, readTypedMoment } from '../src/text/typed-moment.ts';

type Command = Texts['admin']['command'];
type Refused = { ok: false; message: string };

export function flagDay(flag: string, typed: string, say: Command): { ok: true; day: string } | Refused {
  const read = readTypedDay(typed);
  return read.ok ? read : refused(flag, typed, read.meant, say.badDay, say);
}

/** @param day which moment a day without a time is. */
export function flagMoment(
  flag: string,
  typed: string,
  say: Command,
  day: 'start' | 'end',
): { ok: true; at: Date } | Refused {
  const read = readTypedMoment(typed, day);
  return read.ok ? read : refused(flag, typed, read.meant, say.badMoment, say);
}

function refused(
  flag: string,
  typed: string,
  meant: string | null,
  bad: Command['badDay'],
  { buddhistYear }: Command,
): Refused {
  return { ok: false, message: meant === null ? bad(flag, typed) : buddhistYear(flag, typed, meant) };
}
