/** Puts what the assistant read beside what was read without it: it fills what is missing or unsure; where the two differ the person is asked. */
import { covers } from '../domain/plan.ts';
import { emptyReading, statesAnything } from '../understand/rules/reading.ts';
import type { Reading, SpokenField, Understood } from '../understand/types.ts';

const VALUES = ['status', 'percent', 'actual', 'spent', 'date'] as const;
const TEXTS = ['obstacle', 'suggestion', 'result'] as const;

/** @param read what of the answer stood up to its check. @returns a report, or null where nothing came of it. */
export function merge(local: Understood, read: readonly Reading[]): Understood | null {
  const merged = besideLocal(local, read);
  return merged && essenceOf(merged) !== essenceOf(local) ? merged : null;
}

/** What a card would be made of. */
function essenceOf(read: Understood): string {
  const readings = read.multiple ?? [read];
  return JSON.stringify(readings.map((one) => [one.activity, one.fields, one.unsure, one.candidates]));
}

function besideLocal(local: Understood, read: readonly Reading[]): Understood | null {
  if (local.intent !== 'report') {
    // where no report was seen it takes an activity and something told of it
    const whole = read.filter((one) => one.activity !== null && statesAnything(one));
    return whole.length > 0 ? asReport(whole) : null;
  }
  const told = read.filter((one) => one.activity !== null || statesAnything(one));
  if (told.length === 0) return null;
  const known = local.multiple ?? [local];
  const [only, ...others] = told;
  // what one reading made of several is a mixture of them
  if (known.length === 1 && others.length > 0) return asReport(told);
  if (known.length === 1 && only) return asReport([together(known[0]!, only)]);
  return asReport(sideBySide(known, told));
}

/** Each reading with the one of the same activity; a single one left over on both sides are the same too. */
function sideBySide(known: readonly Reading[], told: readonly Reading[]): Reading[] {
  const ofSame = (one: Reading): Reading | undefined =>
    told.find(({ activity }) => activity !== null && activity === one.activity);
  const unmatched = told.filter((one) => !known.some(({ activity }) => activity === one.activity));
  const nameless = known.filter(({ activity }) => activity === null);
  const pair = unmatched.length === 1 && nameless.length === 1;
  const merged = known.map((one) => {
    const same = ofSame(one) ?? (pair && one === nameless[0] ? unmatched[0] : undefined);
    return same ? together(one, same) : one;
  });
  return pair ? merged : [...merged, ...unmatched.filter(({ activity }) => activity !== null)];
}

function together(local: Reading, told: Reading): Reading {
  const out: Reading = {
    ...local,
    fields: { ...local.fields },
    unsure: [...local.unsure],
    because: { ...local.because },
  };
  mergeActivity(out, told);
  for (const field of VALUES) mergeValue(field, out, told);
  for (const field of TEXTS) mergeText(field, out, told);
  return out;
}

/** What a quoted card or the person's only activity says stays; a name can be read in two ways, and is asked about then. */
function mergeActivity(out: Reading, { activity, because }: Reading): void {
  if (activity === null || activity === out.activity) return;
  const named = out.because.activity !== undefined && out.candidates.length > 0;
  if (out.activity === null && named && !covers(out.candidates, activity)) {
    out.candidates = [activity, ...out.candidates];
  } else if (out.activity === null) {
    out.activity = activity;
    out.candidates = [];
    settle(out, 'activity');
    if (because.activity) out.because.activity = because.activity;
  } else if (out.because.activity) {
    out.candidates = [activity, out.activity];
    out.activity = null;
    ask(out, 'activity');
  }
}

function mergeValue(field: (typeof VALUES)[number], out: Reading, { fields, because }: Reading): void {
  const value = fields[field];
  if (value === null) return;
  const here = out.fields[field];
  if (here !== null && !out.unsure.includes(field)) {
    if (JSON.stringify(here) !== JSON.stringify(value)) ask(out, field);
    return;
  }
  Object.assign(out.fields, { [field]: value });
  settle(out, field);
  // the few words that were found to say it, rather than all of them
  const spans = field === 'status' ? (out.because.status ?? because.status) : because[field];
  if (spans) out.because[field] = spans;
}

/** A text is a stretch of the message: of two that overlap the one that was chosen as a whole stays. */
function mergeText(field: (typeof TEXTS)[number], out: Reading, { fields, because }: Reading): void {
  const [span] = because[field] ?? [];
  if (fields[field] === null || !span) return;
  const here = out.because[field]?.[0];
  const apart = here !== undefined && (here.start >= span.end || here.end <= span.start);
  if (out.fields[field] !== null && (apart || !here) && !out.unsure.includes(field)) return;
  out.fields[field] = fields[field];
  out.because[field] = [span];
  settle(out, field);
}

function settle(out: Reading, field: SpokenField): void {
  out.unsure = out.unsure.filter((one) => one !== field);
}

function ask(out: Reading, field: SpokenField): void {
  if (!out.unsure.includes(field)) out.unsure.push(field);
}

function asReport(readings: readonly Reading[]): Understood {
  const all = readings.map((one): Reading => {
    const open = one.activity === null && !one.unsure.includes('activity');
    return open ? { ...one, unsure: ['activity', ...one.unsure] } : one;
  });
  const ambiguous = all.some(({ unsure }) => unsure.length > 0);
  const [only = emptyReading(), ...others] = all;
  // a single one may be all of what was read before, with what it came to then
  if (others.length === 0)
    return { ...only, intent: 'report', ambiguous, multiple: null, more: false, perhaps: false };
  return { ...emptyReading(), intent: 'report', ambiguous, multiple: all, more: false, perhaps: false };
}
