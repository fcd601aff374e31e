import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peopleNamed } from '../../../src/bot/people.ts';
import type { Activity, Plan } from '../../../src/domain/activity.ts';
import type { Member } from '../../../src/domain/member.ts';
import { coveredLeaves } from '../../../src/domain/plan.ts';
import { withActivity, withoutActivity } from '../../../src/services/assign.ts';

const people = [
  'สมศรี ใจดี',
  'สมชาย ใจดี',
  'นางสาววิภา รักเรียน',
  'Dr. Anna Smith',
  'ครูประยุทธ (ยุทธ) 🌸',
  'Nok | นกน้อย',
].map((name) => ({ name }) as Member);
const names = (words: string): string[] => peopleNamed(words, people).map((one) => one.name);

describe('a name', () => {
  test.each([
    ['สมศรี', ['สมศรี ใจดี']],
    ['คุณสมศรีค่ะ', ['สมศรี ใจดี']],
    ['สมศรีใจดี', ['สมศรี ใจดี']],
    ['วิภา', ['นางสาววิภา รักเรียน']],
    ['น.ส.วิภา รักเรียน', ['นางสาววิภา รักเรียน']],
    ['anna', ['Dr. Anna Smith']],
    ['ใจดี', ['สมศรี ใจดี', 'สมชาย ใจดี']],
    ['สม', ['สมศรี ใจดี', 'สมชาย ใจดี']],
    ['ครูสมชาย', ['สมชาย ใจดี']],
    ['ผอ.สมศรี', ['สมศรี ใจดี']],
    ['ยุทธ', ['ครูประยุทธ (ยุทธ) 🌸']],
    ['พี่ยุทธ', ['ครูประยุทธ (ยุทธ) 🌸']],
    ['คุณครูประยุทธ', ['ครูประยุทธ (ยุทธ) 🌸']],
    ['นกน้อย', ['Nok | นกน้อย']],
    ['ส', []],
    ['สมหมาย', []],
  ])('%s means %j', (words, meant) => {
    expect(names(words)).toEqual(meant);
  });
});

/** Codes of a tree as the sample plan's, three deep. */
const codes = ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', '1.3', '1.3.1', '1.3.2', '2', '3', '3.1', '3.2'];
const plan = {
  activities: codes.map((code, order): Partial<Activity> => ({
    code,
    parent: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
    order,
    leaf: !codes.some((other) => other.startsWith(`${code}.`)),
  })),
} as Plan;
const leaves = (of: readonly string[]): string[] => coveredLeaves(plan, of).map((one) => one.code);

describe('handing over', () => {
  const code = fc.constantFrom(...codes);
  const own = fc.uniqueArray(code, { maxLength: 4 });

  test('takes exactly the activity’s leaves away and leaves all others', () => {
    fc.assert(
      fc.property(own, code, (mine, given) => {
        const rest = leaves(mine).filter((leaf) => !leaves([given]).includes(leaf));
        expect(leaves(withoutActivity(plan, mine, given))).toEqual(rest);
      }),
    );
  });

  test('gives exactly those leaves besides what one has', () => {
    fc.assert(
      fc.property(own, code, (mine, given) => {
        expect(leaves(withActivity(mine, given))).toEqual(leaves([...mine, given]));
      }),
    );
  });
});
