/** Shares out what stands beside several activities in one cell: money, targets, indicators; used where a plan is converted. */
import type { Activity } from '../domain/activity.ts';
import { readMoney, readTarget, tidy } from '../domain/plan-draft/cells.ts';
import { documentWords } from '../text/plan-document-words.ts';
import { planWords } from '../text/plan-words.ts';
import { amountsIn, partsOf } from './plan-split.ts';

/** What a person should look at in the form, and why. */
export type RemarkReason =
  | 'other-table'
  | 'joined'
  | 'split'
  | 'no-number'
  | 'counted'
  | 'numbered'
  | 'money-unread'
  | 'money-short'
  | 'target-unread'
  | 'indicator-unsplit'
  | 'months-unread'
  | 'months-drawn'
  | 'months-shared'
  | 'no-year';

/** Notes a remark about the row at hand. */
export type Say = (reason: RemarkReason, value?: string) => void;

/** As many sums as leaves go one to each; a single one goes to the first. */
export function shareMoney(leaves: readonly Activity[], text: string, say: Say): void {
  if (text === '') return;
  const amounts = amountsIn(text);
  const whole = readMoney({ at: '', value: text }, planWords);
  const values = leaves.length === 1 || amounts.length === 0 ? [text] : amounts;
  if (!whole.ok && values.length === 1 && amounts.length !== 1) return say('money-unread', text);
  if (values.length !== leaves.length && leaves.length > 1) say('money-short', text);
  for (const [index, leaf] of leaves.entries()) {
    const value = values[index];
    if (value === undefined) continue;
    const read = readMoney({ at: '', value }, planWords);
    if (read.ok) leaf.budget = read.value;
    else say('money-unread', value);
  }
}

/** One target or unit counts for every leaf of the cell, several go one to each. */
export function shareTargets(leaves: readonly Activity[], targets: string, units: string, say: Say): void {
  const [numbers, names] = [partsOf(targets, leaves.length, []), partsOf(units, leaves.length, [])];
  for (const [index, leaf] of leaves.entries()) {
    const value = numbers.length === 1 ? numbers[0] : numbers[index];
    const read = readTarget({ at: '', value: value ?? null }, planWords);
    if (!read.ok) say('target-unread', targets);
    else leaf.target = read.value.target;
    const unit = tidy((names.length === 1 ? names[0] : names[index]) ?? '');
    leaf.unit = unit === '' || planWords.nothing.includes(unit) ? (read.ok ? read.value.unit : null) : unit;
  }
}

export function shareIndicators(leaves: readonly Activity[], text: string, say: Say): void {
  if (text === '') return;
  const parts = partsOf(text, leaves.length, documentWords.indicator);
  if (parts.length !== leaves.length) say('indicator-unsplit', text);
  for (const [index, leaf] of leaves.entries()) {
    const part = tidy(parts[index] ?? '');
    leaf.indicator = part === '' || planWords.nothing.includes(part) ? null : part;
  }
}
