/** Reports of an annotated office through the whole bot, sent by an officer who answers what is asked: whatever is told ends in the record or is asked about, and never on an empty card or at the same question again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpora } from '../../scripts/reader-training/corpora.ts';
import { testDatabase } from '../helpers/database.ts';
import { type Played, playMessage } from '../helpers/honest-officer.ts';
import { openOffice, type TestOffice } from '../helpers/office.ts';
import { beforeMessage, usePlanOf } from '../helpers/office-of-corpus.ts';

const { uri } = testDatabase(import.meta.url);
const set = corpora().find(({ name }) => name === 'school')!;
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await usePlanOf(office, set);
});
afterAll(() => office.close());

test('nothing that an officer tells is lost on the way', async () => {
  const reports = set.messages.filter(({ expect: { intent } }) => intent === 'report');
  const played: { text: string; end: Played['end'] }[] = [];
  for (const message of reports) {
    await beforeMessage(office, set, message);
    const { end } = await playMessage(office, message);
    played.push({ text: message.text, end });
  }
  expect(played.filter(({ end }) => end === 'lost')).toEqual([]);
  expect(played.length).toBeGreaterThan(80);
  const stored = played.filter(({ end }) => end === 'stored').length;
  expect(stored / played.length).toBeGreaterThan(0.75);
});
