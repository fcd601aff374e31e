/** What the purpose of a message is decided on. */
import { type Bag, emptyBag, put, putGrams } from '../learn/bag.ts';
import { kindsOf, masked, putKinds, putSenses, putText } from '../learn/features.ts';
import type { MentionToken, Token } from '../tokens.ts';
import type { Intent, Reading } from '../types.ts';

export const INTENTS: readonly Intent[] = ['report', 'undo', 'status', 'list', 'help', 'other'];
/** What the weights tell apart: a report on several activities is one of its own. */
export const PURPOSES: readonly string[] = [...INTENTS, 'several'];

/** Letters at either end that are read once more. */
const END = 14;

/**
 * @param rules what the rules make of it; null where they were made on this very text.
 * @param read what the rules read in the parts; empty where they were made on this very text.
 * @param named how probable it is that a name of the plan is meant.
 */
export function intentBag(
  text: string,
  tokens: readonly Token[],
  mentions: readonly MentionToken[],
  rules: Intent | null,
  named: number,
  read: readonly Reading[] = [],
): Bag {
  const bag = emptyBag();
  put(bag, 'bias');
  const letters = masked(text, tokens, 0, text.length);
  putText(bag, letters);
  putGrams(bag, 'if', letters.slice(0, END), 2, 4, 1);
  putGrams(bag, 'il', letters.slice(-END), 2, 5, 1.5);
  putKinds(bag, 'ik', kindsOf(tokens));
  putSenses(bag, 'is', text);
  const near =
    named >= 0.8 ? 5 : named >= 0.5 ? 4 : named >= 0.3 ? 3 : named >= 0.15 ? 2 : named >= 0.04 ? 1 : 0;
  put(bag, `near:${near}`);
  const by = mentions.some((mention) => mention.by !== 'name') ? 'code' : mentions.length > 0 ? 'name' : '-';
  put(bag, `named:${by}`);
  put(bag, `numbers:${Math.min(3, tokens.filter((token) => token.kind === 'number').length)}:${by}`);
  put(bag, `length:${Math.min(7, Math.floor(Math.log2(text.length + 1)))}`);
  put(bag, `lines:${Math.min(3, text.split('\n').length)}`);
  if (rules) {
    put(bag, `rule:${rules}`);
    put(bag, `rule:${rules}:${by}`);
    put(bag, `rule:${rules}:near:${near}`);
  }
  for (const [field, value] of Object.entries(read[0]?.fields ?? {}))
    if (value !== null) put(bag, `read:${field}`);
  return bag;
}
