/** Text messages: cleaned, split where they are longer than LINE takes, merged where there are too many; used by render. */
import type { messagingApi } from '@line/bot-sdk';
import { printable } from '../text/format.ts';
import { LIMITS } from './limits.ts';

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** @returns the text in order in messages of at most 5,000 UTF-16 units; nothing is left out but invisible controls. */
export function textMessages(text: string): messagingApi.TextMessage[] {
  const clean = printable(text) || '…';
  return pieces(clean, LIMITS.textUnits).map((piece) => ({ type: 'text', text: piece }));
}

/** Cuts at a line feed or space in the second half when there is one, else between grapheme clusters. */
function pieces(text: string, max: number): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = cutAt(rest, max);
    out.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...out, rest].filter((piece) => piece !== '');
}

function cutAt(text: string, max: number): number {
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, max);
    if (at > max / 2) return at;
  }
  const cluster = graphemes.segment(text.slice(0, max + 100)).containing(max)?.index ?? max;
  if (cluster > 0) return cluster;
  // One cluster longer than a message: keep at least surrogate pairs whole.
  return /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
}

/** Joins neighbouring texts, first ones first, until at most `most` messages are left or no two fit together. */
export function mergeTexts(messages: readonly messagingApi.Message[], most: number): messagingApi.Message[] {
  const out: messagingApi.Message[] = [];
  let surplus = messages.length - most;
  for (const message of messages) {
    const before = out.at(-1);
    if (surplus > 0 && isText(before) && isText(message)) {
      const joined = `${before.text}\n\n${message.text}`;
      if (joined.length <= LIMITS.textUnits) {
        out[out.length - 1] = { type: 'text', text: joined };
        surplus -= 1;
        continue;
      }
    }
    out.push(message);
  }
  return out;
}

function isText(message: messagingApi.Message | undefined): message is messagingApi.TextMessage {
  return message?.type === 'text';
}
