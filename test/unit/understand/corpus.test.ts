/** Files of messages with their right reading, what share of them must be understood, and that the weights belong to them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { corpora } from '../../../scripts/reader-training/corpora.ts';
import { fingerprint } from '../../../scripts/reader-training/fingerprint.ts';
import { measure, tableOf } from '../../../scripts/reader-training/measure.ts';
import { unpack, WEIGHTS_FILE } from '../../../src/understand/learn/weights.ts';

/** Most bytes the weights may take in the repository. */
const MOST_BYTES = 2_000_000;

test('the weights belong to this corpus and code: else run npm run train-reader', () => {
  const bytes = readFileSync(WEIGHTS_FILE);
  expect(unpack(bytes).fingerprint).toBe(fingerprint());
  expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
});

/** Floors by how hard a set is: what it is read by was trained on it, so a fall below says that something broke. */
const FLOORS: Record<string, number> = {
  'set-1': 0.88,
  'set-2': 0.85,
  'set-3': 0.88,
  'set-5': 0.85,
  'plan-b': 0.88,
  'plan-200': 0.88,
};

/** Share of a set that may be read as a report though it is none: the purpose is weighed, and what is weighed errs. */
const MOST_FALSE = 0.03;

test.each(corpora().map((set) => [set.name, set] as const))('%s is read as it was annotated', (name, set) => {
  const measured = measure(set);
  const right = measured.judgements.filter(({ judgement }) => judgement.verdict === 'right').length;
  const falsely = measured.judgements.filter(({ judgement }) => judgement.isFalse);
  const failures = measured.judgements
    .filter(({ judgement }) => judgement.bad.length > 0)
    .map(({ id, judgement }) => `${id} ${judgement.verdict}: ${judgement.bad.join(', ')}`);
  const table = [...tableOf([measured]), ...failures].join('\n');
  expect(right / set.messages.length, table).toBeGreaterThanOrEqual(
    FLOORS[name] ?? (set.known ? 0.92 : 0.58),
  );
  expect(falsely.length / set.messages.length, table).toBeLessThanOrEqual(MOST_FALSE);
});
