/** Reads painted cards back: texts, buttons and taps in reading order; for card and render tests. */
import type { messagingApi } from '@line/bot-sdk';
import { decodeTap } from '../../../src/bot/tap.ts';
import type { Tap } from '../../../src/bot/types.ts';
import type { Painted } from '../../../flex-messages/types.ts';

type Node = Record<string, unknown>;

/** Every component below, depth first, in reading order. */
export function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [node, ...['header', 'body', 'footer', 'contents'].flatMap((key) => nodes(node[key]))];
}

export function textsOf(painted: Painted[]): string[] {
  return painted.flatMap(({ contents }) =>
    nodes(contents).flatMap((node) => (node['type'] === 'text' ? [String(node['text'])] : [])),
  );
}

/** All words of a card as one text, to look for sentences in. */
export function wordsOf(painted: Painted[]): string {
  return textsOf(painted).join('\n');
}

export function actionsOf(painted: Painted[]): messagingApi.Action[] {
  return painted.flatMap(({ contents }) =>
    nodes(contents).flatMap((node) =>
      node['action'] ? [node['action'] as unknown as messagingApi.Action] : [],
    ),
  );
}

/** What the card's buttons and rows carry back, in reading order. */
export function tapsOf(painted: Painted[]): Tap[] {
  return actionsOf(painted).flatMap((action) => {
    const tap = 'data' in action && action.data ? decodeTap(action.data) : null;
    return tap ? [tap] : [];
  });
}

/** The footer's buttons of the last bubble. */
export function footerOf(painted: Painted[]): { label: string; style: string }[] {
  return nodes(painted.at(-1)?.contents.footer).flatMap((node) =>
    node['type'] === 'button'
      ? [
          {
            label: String((node['action'] as messagingApi.Action).label),
            style: String(node['style']),
          },
        ]
      : [],
  );
}
