/** What is to be known before answering, in as many small lines as there is room for; where some of it was cut, a chip beside them shows all. */
import type { Action } from '../../src/bot/types.ts';
import { isShort } from '../../src/text/format.ts';
import { SHOWN_UNITS } from '../theme.ts';
import type { Component, Style, Text } from '../types.ts';
import { stack } from './bubble.ts';
import { chip, tappable } from './buttons.ts';
import { oneLine, small } from './text.ts';

export interface Fact {
  text: string;
  /** Lines it may take at most. */
  most: number;
  more?: Partial<Text>;
}

/** Letters of a small line over the whole card, and beside the chip. */
const LINE_GRAPHEMES = 36;
const BESIDE_CHIP = 24;

/** @param facts the most important first. @param room small lines for all of them. @param inFull null where there is nothing more to show. @param always whether there is more than the facts. */
export function factLines(
  facts: readonly Fact[],
  room: number,
  inFull: Action | null,
  style: Style,
  always = false,
): Component[] {
  const whole = fitted(facts, room, LINE_GRAPHEMES);
  if (!inFull || (whole.isAll && !always)) return whole.lines.length > 0 ? [stack(whole.lines, 'none')] : [];
  const { lines } = fitted(facts, room, BESIDE_CHIP);
  return [
    {
      type: 'box',
      layout: 'horizontal',
      spacing: 'sm',
      alignItems: 'center',
      contents: [stack(lines, 'none', { flex: 1 }), tappable(chip(oneLine(inFull.label, 20)), inFull, style)],
    },
  ];
}

function fitted(facts: readonly Fact[], room: number, width: number): { lines: Text[]; isAll: boolean } {
  let left = room;
  let isAll = true;
  const lines = facts.flatMap(({ text, most, more }): Text[] => {
    const wanted = linesOf(text, width);
    const given = Math.min(wanted, most, left);
    left -= given;
    isAll &&= given === wanted;
    return given > 0 ? [small(oneLine(text, SHOWN_UNITS.name), { maxLines: given, ...more })] : [];
  });
  return { lines, isAll };
}

function linesOf(text: string, width: number): number {
  const lines = text.trim().split('\n');
  return lines.reduce((sum, line) => {
    let count = 1;
    while (count < 10 && !isShort(line, count * width)) count += 1;
    return sum + count;
  }, 0);
}
