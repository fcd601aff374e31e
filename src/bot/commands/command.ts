/** What a command is, and how typed words are matched to one. */
import type { Conversation } from '../../domain/conversation.ts';
import type { Role } from '../../domain/member.ts';
import { arabicDigits } from '../../text/format.ts';
import { END_SIGNS, PARTICLES } from '../../text/typed.ts';
import type { Handled, Said } from '../handled.ts';
import type { Turn } from '../turn.ts';

export interface Command {
  name: string;
  /** Any of these roles may use it. */
  roles: readonly Role[];
  /** How it is typed, Thai first, lower case; the longest match wins. */
  words: readonly string[];
  /** What may follow the words. */
  argument: 'none' | 'optional' | 'required';
  /** False where it would tell a group what is one person's business. */
  inGroups: boolean;
  /** For optional arguments: whether these words can be one; else the text is no command but a sentence. */
  accepts?: (argument: string, turn: Turn) => boolean;
  run(argument: string, turn: Turn): Promise<Answer>;
}

export interface Answer extends Said {
  /** To other people, besides. */
  pushes?: Handled['pushes'];
  /** Changes of the conversation, written with the rest. */
  conversation?: Partial<Conversation>;
}

/** Typed words without what does not matter: case, doubled spaces, Thai digits, polite particles at the end. */
export function plain(text: string): string {
  return arabicDigits(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(END_SIGNS, '')
    .replace(PARTICLES, '')
    .trim();
}

/** @returns the command whose words begin the text, and what follows them; null when none does. */
export function matchCommand(
  text: string,
  commands: readonly Command[],
  turn: Turn,
): { command: Command; argument: string } | null {
  const typed = plain(text);
  const joined = typed.replace(/\s/g, '');
  let best: { command: Command; argument: string; length: number } | null = null;
  for (const command of commands) {
    for (const word of command.words) {
      const argument = after(word, typed, joined);
      if (argument === null || (best && best.length >= word.length)) continue;
      if (!fits(command, argument, turn)) continue;
      best = { command, argument, length: word.length };
    }
  }
  return best;
}

/** @returns what follows the word, '' for nothing, null when the text does not begin with it. */
function after(word: string, typed: string, joined: string): string | null {
  if (joined === word.replace(/\s/g, '')) return '';
  if (!typed.startsWith(word)) return null;
  const rest = typed.slice(word.length);
  // Latin words must end where the command does; Thai is written without spaces
  if (/[a-z]$/.test(word) && /^[a-z]/.test(rest)) return null;
  return rest.trim();
}

function fits(command: Command, argument: string, turn: Turn): boolean {
  if (argument === '') return true;
  if (command.argument === 'none') return false;
  return command.accepts?.(argument, turn) ?? true;
}
