/** What a command is, and how typed words are matched to one. */
import type { Language } from '../../domain/member.ts';
import type { PolicyAction } from '../../domain/policy.ts';
import { arabicDigits } from '../../text/format.ts';
import {
  ASKED_AFTER,
  ASKED_BEFORE,
  DECORATED_AFTER,
  DECORATED_BEFORE,
  END_SIGNS,
  IN_FULL,
  INTERJECTION,
  PARTICLES,
  WRAPPED,
} from '../../text/typed.ts';
import type { BotResult, Said } from '../bot-result.ts';
import type { Outcome } from '../outcome.ts';
import type { RequestContext } from '../request-context.ts';

export interface Command {
  /** Also its row in domain/policy.ts, which says who may use it, and where. */
  name: PolicyAction;
  /** How it is typed, Thai first, lower case; the longest match wins. */
  words: readonly string[];
  /** What may follow the words. */
  argument: 'none' | 'optional' | 'required';
  /** A question: politeness around it changes nothing. */
  asks?: boolean;
  /** The argument is handed over as it was typed, not in lower case and without particles. */
  raw?: boolean;
  /**
   * Whether these words can be an argument; else the text is no command but a sentence.
   * `apart` tells that a space stood between: Thai is written without.
   */
  accepts?: (argument: string, request: RequestContext, apart: boolean) => boolean;
  run(argument: string, request: RequestContext): Promise<Answer>;
}

export interface Answer extends Said {
  /** To other people, besides. */
  pushes?: BotResult['pushes'];
  /** Nothing was open for the words. */
  early?: true;
  /** The question it answers: the command, and what followed its words. */
  asked?: { command: string; argument: string };
  /** What it does to the conversation; left out: it was answered, and that is all. */
  outcome?: Outcome;
  /** Of this answer, where it is not the person's own any more. */
  language?: Language;
  /** Whose its buttons are, where the person belongs to another one from now on. */
  office?: string;
}

/** Typed words without what does not matter: case, doubled spaces, Thai digits, emoji and brackets around it, polite particles at the end. */
export function plain(text: string): string {
  return arabicDigits(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(DECORATED_BEFORE, '')
    .replace(DECORATED_AFTER, '')
    .replace(WRAPPED, '$1')
    .replace(END_SIGNS, '')
    .replace(PARTICLES, '')
    .replace(DECORATED_AFTER, '')
    .replace(PARTICLES, '')
    .trim();
}

/** A command as it was typed or tapped. */
export interface CommandCall {
  command: Command;
  /** What follows its words. */
  argument: string;
  /** All of the answer is wanted, not only what fits on the screen. */
  full?: boolean;
}

/** @returns the command whose words begin the text, and what follows them; null when none does. */
export function matchCommand(
  text: string,
  commands: readonly Command[],
  request: RequestContext,
): CommandCall | null {
  const typed = plain(text);
  const question = IN_FULL.exec(typed)?.[1];
  const inFull = question === undefined ? null : matchCommand(question, commands, request);
  if (inFull?.command.asks) return { ...inFull, full: true };
  const calm = typed.replace(INTERJECTION, '');
  if (calm !== typed) {
    const meant = matchCommand(calm, commands, request);
    if (meant?.argument === '') return meant;
  }
  const asked = typed.replace(ASKED_BEFORE, '').replace(ASKED_AFTER, '');
  const found = longest(text, typed, commands, request);
  if (found?.argument === '' || asked === typed || asked === '') return found;
  const polite = longest(
    text,
    asked,
    commands.filter((command) => command.asks),
    request,
  );
  // "สถานะ ทั้งหมด" names nothing of that name
  return found && polite?.argument !== '' ? found : polite;
}

function longest(
  text: string,
  typed: string,
  commands: readonly Command[],
  request: RequestContext,
): { command: Command; argument: string } | null {
  const joined = typed.replace(/\s/g, '');
  let best: { command: Command; argument: string; length: number } | null = null;
  for (const command of commands) {
    for (const word of command.words) {
      const rest = after(word, typed, joined);
      if (rest === null || (best && best.length >= word.length)) continue;
      const argument = command.raw ? rawAfter(word, text) : rest.trim();
      if (!fits(command, argument, /^[\s:]/.test(rest), request)) continue;
      best = { command, argument, length: word.length };
    }
  }
  return best;
}

/** @returns what follows the word with its space, '' for nothing, null when the text does not begin with it. */
function after(word: string, typed: string, joined: string): string | null {
  // nearly all words end here, for every message of everybody
  if (word[0] !== typed[0]) return null;
  if (joined === word.replace(/\s/g, '')) return '';
  if (!typed.startsWith(word)) return null;
  const rest = typed.slice(word.length);
  // Latin words must end where the command does; Thai is written without spaces
  if (/[a-z]$/.test(word) && /^[a-z]/.test(rest)) return null;
  return rest;
}

/** The same of the text as it was typed: what follows as many letters as the word has. */
function rawAfter(word: string, text: string): string {
  const typed = text.normalize('NFC').trim();
  let letters = word.replace(/\s/g, '').length;
  let at = 0;
  for (; at < typed.length && letters > 0; at++) if (!SKIPPED.test(typed[at]!)) letters -= 1;
  return typed.slice(at).replace(/^[\s:]+/, '');
}

const SKIPPED = /[\s\u200b-\u200f\u2060\ufeff]/;

/** Whether a command takes these words as its argument. */
export function fits(command: Command, argument: string, apart: boolean, request: RequestContext): boolean {
  if (argument === '') return true;
  if (command.argument === 'none') return false;
  return command.accepts?.(argument, request, apart) ?? true;
}
