/** What the purpose of a message is decided on. */
import { type Bag, emptyBag, put } from '../learn/bag.ts';
import { kindsOf, masked, putKinds, putText } from '../learn/features.ts';
import type { MentionToken, Token } from '../tokens.ts';
import type { Intent } from '../types.ts';

export const INTENTS: readonly Intent[] = ['report', 'undo', 'status', 'list', 'help', 'other'];

/** @param rules what the rules make of it; null where they were made on this very text. */
export function intentBag(
  text: string,
  tokens: readonly Token[],
  mentions: readonly MentionToken[],
  rules: Intent | null,
): Bag {
  const bag = emptyBag();
  put(bag, 'bias');
  putText(bag, 'i', masked(text, tokens, 0, text.length));
  putKinds(bag, 'ik', kindsOf(tokens));
  const by = mentions.some((mention) => mention.by !== 'name') ? 'code' : mentions.length > 0 ? 'name' : '-';
  put(bag, `named:${by}`);
  put(bag, `numbers:${Math.min(3, tokens.filter((token) => token.kind === 'number').length)}:${by}`);
  put(bag, `length:${Math.min(7, Math.floor(Math.log2(text.length + 1)))}`);
  put(bag, `lines:${Math.min(3, text.split('\n').length)}`);
  if (rules) {
    put(bag, `rule:${rules}`);
    put(bag, `rule:${rules}:${by}`);
  }
  return bag;
}
