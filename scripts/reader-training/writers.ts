/** Makes up who may have written an annotated message: a group of the plan's, as the bot knows its members, or nobody it knows; called by the makers of examples. */
import type { Activity, Plan } from '../../src/domain/activity.ts';
import type { AnnotatedMessage } from './corpora.ts';
import { randomFrom } from './fit.ts';

type Written = Pick<AnnotatedMessage, 'text' | 'expect'>;

/** So many write of what is not theirs. */
const STRANGERS = 0.06;

/** @returns codes of the leaves that a message's writer reports on; of every second one nothing is known. */
export function leavesOfWriter(message: Written, plan: Plan): string[] {
  return isKnown(message.text) ? writerOf(message, plan) : [];
}

/** The same of talk that tells of no activity of the plan. */
export function leavesOfTalker(text: string, plan: Plan): string[] {
  return isKnown(text) ? talkerOf(text, plan) : [];
}

/** The same message has the same writer in every training. */
function writerOf({ text, expect }: Written, plan: Plan): string[] {
  const random = randomFrom(seedOf(text));
  const told = (expect.multiple ?? [expect]).map(({ activity }) => activity);
  const leaves = leavesOf(plan);
  const groups = new Set(
    leaves.filter(({ code }) => told.includes(code)).map(({ ownerGroup }) => ownerGroup),
  );
  if (groups.size === 0 || random() < STRANGERS) return anyGroup(leaves, random);
  return leaves.filter(({ ownerGroup }) => groups.has(ownerGroup)).map(({ code }) => code);
}

function talkerOf(text: string, plan: Plan): string[] {
  return anyGroup(leavesOf(plan), randomFrom(seedOf(text)));
}

function leavesOf(plan: Plan): Activity[] {
  return plan.activities.filter(({ leaf }) => leaf);
}

function anyGroup(leaves: readonly Activity[], random: () => number): string[] {
  const one = leaves[Math.floor(random() * leaves.length)];
  return leaves.filter(({ ownerGroup }) => ownerGroup === one?.ownerGroup).map(({ code }) => code);
}

function isKnown(text: string): boolean {
  return (seedOf(text) >>> 3) % 2 === 0;
}

function seedOf(text: string): number {
  let seed = 7;
  for (let at = 0; at < text.length; at++) seed = (Math.imul(seed, 31) + text.charCodeAt(at)) >>> 0;
  return seed;
}
