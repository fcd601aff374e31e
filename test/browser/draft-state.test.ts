/** What the form's page makes of an answer: what was typed since stays, what was told elsewhere is taken in. */
import { expect, it } from 'vitest';
import type { FieldName } from '../../src/domain/activity.ts';
import { type FormValues, NO_VALUES, type SentForm } from '../../src/web/page/form/data.ts';
import { START, takenIn } from '../../src/web/page/form/draft-state.ts';

const values = (some: Partial<FormValues>): FormValues => ({ ...NO_VALUES, ...some });
const viewOf = (some: Partial<FormValues>): SentForm =>
  ({ draft: { values: values(some) } }) as unknown as SentForm;

interface Case {
  typed: Partial<FormValues>;
  known?: Partial<FormValues>;
  sent?: Partial<FormValues>;
  problems?: Partial<FormValues>;
  now: Partial<FormValues>;
  becomes: Partial<FormValues>;
  readAs?: Partial<FormValues>;
  elsewhere?: FieldName[];
}

it.each<[string, Case]>([
  [
    'what was sent and taken as it is',
    { typed: { result: 'ก' }, sent: { result: 'ก' }, now: { result: 'ก' }, becomes: { result: 'ก' } },
  ],
  [
    'what was read otherwise than it was typed',
    {
      typed: { spent: 'สามพัน' },
      sent: { spent: 'สามพัน' },
      now: { spent: '3,000' },
      becomes: { spent: '3,000' },
      readAs: { spent: '3,000' },
    },
  ],
  [
    'what was typed on while it was under way',
    { typed: { result: 'กข' }, sent: { result: 'ก' }, now: { result: 'ก' }, becomes: { result: 'กข' } },
  ],
  [
    'what was told elsewhere, where nothing was typed',
    { typed: {}, now: { obstacle: 'ฝนตก' }, becomes: { obstacle: 'ฝนตก' }, elsewhere: ['obstacle'] },
  ],
  [
    'what was told elsewhere, where something else was typed',
    { typed: { obstacle: 'น้ำท่วม' }, now: { obstacle: 'ฝนตก' }, becomes: { obstacle: 'น้ำท่วม' } },
  ],
  [
    'what was refused: it stays to be mended',
    {
      typed: { spent: 'มาก' },
      sent: { spent: 'มาก' },
      problems: { spent: 'ไม่ใช่จำนวนเงิน' },
      now: {},
      becomes: { spent: 'มาก' },
    },
  ],
  [
    'what was emptied elsewhere',
    { typed: { remark: 'ก' }, known: { remark: 'ก' }, now: {}, becomes: {}, elsewhere: ['remark'] },
  ],
])('%s', (_, { typed, known = {}, sent = {}, problems = {}, now, becomes, readAs = {}, elsewhere = [] }) => {
  const state = { ...START, view: viewOf({}), typed: values(typed), problems };
  const taken = takenIn(state, values(known), viewOf(now), sent);
  expect(taken.state.typed).toEqual(values(becomes));
  expect(taken.state.readAs).toEqual(readAs);
  expect(taken.state.elsewhere).toEqual(elsewhere);
  expect(taken.known).toEqual(values(now));
});

it('tells nothing of being elsewhere where the page was only just opened', () => {
  const taken = takenIn(START, NO_VALUES, viewOf({ result: 'เล่าในแชท' }), {});
  expect(taken.state.typed.result).toBe('เล่าในแชท');
  expect(taken.state.elsewhere).toEqual([]);
});
