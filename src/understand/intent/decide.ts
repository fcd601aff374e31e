/** Decides what a message is for, by what was learned and by the plain signs of a command; called by the understanding. */
import { saysOnlySum } from '../rules/bare-sum.ts';
import { amends } from '../chunks.ts';
import { probabilities } from '../learn/linear.ts';
import { chancesIn } from '../learn/trees.ts';
import type { Weights } from '../learn/weights.ts';
import type { Prepared } from '../prepare.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import type { Intent } from '../types.ts';
import { intentBag, INTENTS, PURPOSES } from './features.ts';
import { intentSigns } from './signs.ts';

/** A name less likely than this is none. */
const NEAR = 0.1;

const SEVERAL = PURPOSES.indexOf('several');

/** @returns how probable each intent is, and how probable it is that a report tells of several activities. */
export function purposeOf(prepared: Prepared, weights: Weights): { chances: number[]; several: number } {
  const { normal, tokens, mentions, rules, named, told } = prepared;
  const read = told.map((part) => part.rules);
  const linear = probabilities(weights.intent, intentBag(normal.text, tokens, mentions, rules, named, read));
  const all = chancesIn(weights.purpose, linear, intentSigns(prepared, linear));
  const several = all[SEVERAL] ?? 0;
  const chances = INTENTS.map((intent, at) => (all[at] ?? 0) + (intent === 'report' ? several : 0));
  return { chances, several };
}

/** What the learned decision and the plain signs of a command say a message is for. @param chances by INTENTS. */
export function intentOf(prepared: Prepared, chances: readonly number[], quoted: boolean): Intent {
  const { normal, tokens, mentions, chunks, rules, named, told } = prepared;
  if (rules === 'undo' && tokens.some(amends)) return 'undo';
  if (rules === 'other' && chunks.some(({ mood }) => mood === 'aside')) return 'other';
  if (quoted && rules === 'report') return 'report';
  // "งบ 500 บาท" goes on with what was told before
  if (rules === 'report' && saysOnlySum(tokens)) return 'report';
  let most = 0;
  for (let at = 1; at < chances.length; at++)
    if ((chances[at] as number) > (chances[most] as number)) most = at;
  const intent = INTENTS[most] as Intent;
  const chance = chances[most] as number;
  if (rules === 'other' && (intent === 'help' || intent === 'list') && chance < THRESHOLDS.question)
    return rules;
  if (intent === 'status' && mentions.length === 0 && chance < THRESHOLDS.progressAgreed) return 'other';
  const asks = (one: Intent): boolean => one === 'status' || one === 'list';
  if (asks(rules) && asks(intent) && chance < THRESHOLDS.catalogue) return rules;
  if (intent === 'report' && mentions.length === 0) {
    // whoever has one activity does not speak of it all day
    if (told.some(({ assumed }) => assumed) && (rules !== 'report' || chance < THRESHOLDS.assumed))
      return rules === 'report' || rules === 'undo' ? 'other' : rules;
    const agreed = rules === 'report' && named < NEAR;
    if (agreed && chance >= THRESHOLDS.unnamedAgreed) return intent;
    if ((rules !== 'report' || named < NEAR) && chance < THRESHOLDS.unnamed)
      return rules === 'report' || rules === 'undo' ? 'other' : rules;
  }
  if (rules === 'other' && intent === 'status' && mentions.length === 0 && chance < THRESHOLDS.progress)
    return rules;
  if (rules === 'status' && intent === 'other' && chance < THRESHOLDS.noQuestion) return rules;
  const coded = mentions.some(({ by }) => by !== 'name');
  // "อยากให้ข้อ 4 เสร็จเร็วๆ" wishes: where no name opens it, that it reports must be surer
  const unseen = coded ? THRESHOLDS.unseenByCode : THRESHOLDS.unseen;
  if (rules === 'other' && intent === 'report' && mentions[0]?.start !== 0 && chance < unseen) return rules;
  // figures alone may be the answer to anything
  if (rules === 'other' && intent === 'report' && !saysWords(normal.text, mentions)) return rules;
  // the two agree: that is surer than either
  if (intent === 'undo' && rules === 'undo') return intent;
  if (intent === 'undo' && (chance < THRESHOLDS.undo || saysTooLittle(normal.text, tokens)))
    // "ยืนยันการยกเลิก" calls off no activity
    return rules === 'report' && mentions.length === 0 ? 'other' : rules;
  const least = coded || mentions.length === 0 ? THRESHOLDS.intent : THRESHOLDS.intentByName;
  if ((intent === 'report' || intent === 'undo') && chance < least) {
    const rest = INTENTS.map((one, at) => ({ one, likely: chances[at] as number })).filter(
      ({ one }) => one !== 'report' && one !== 'undo',
    );
    return rest.sort((a, b) => b.likely - a.likely)[0]?.one ?? 'other';
  }
  return intent;
}

/** "ท.2(5) 198" has no word, but a letter in its code: that is no bare figure. */
function saysWords(text: string, mentions: readonly MentionToken[]): boolean {
  const letters = /[a-z\u0e01-\u0e4e]/;
  return (
    /[a-z\u0e01-\u0e4e]{2}/.test(text) ||
    mentions.some(({ start, end }) => letters.test(text.slice(start, end)))
  );
}

/** "ไม่ใช่ค่ะ" puts nothing right: it names nothing and has no figure. */
function saysTooLittle(text: string, tokens: readonly Token[]): boolean {
  return text.length <= 12 && tokens.every((token) => isWord(token, ...SAYS_NOTHING));
}

const SAYS_NOTHING = ['not', 'not-that', 'particle', 'neutral', 'small-talk'] as const;
