/** Which office an event is about and who speaks in it, for every mix of an office's own account, a person's offices and a group's. */
import { expect, test } from 'vitest';
import { whoSpeaks } from '../../../src/services/context.ts';

const person = (office: string, ...others: string[]) => ({
  _id: 'U1',
  office,
  kind: 'user' as const,
  target: `member of ${office}`,
  others: others.map((one) => ({ office: one, target: `member of ${one}` })),
});
const group = (office: string) => ({
  _id: 'G1',
  office,
  kind: 'group' as const,
  target: `group of ${office}`,
});

test.each([
  // account, person, group: office, member, group
  ['a stranger', null, null, null, [null, null, null]],
  ['a stranger to an office’s account', 'a', null, null, ['a', null, null]],
  ['a member', null, person('a'), null, ['a', 'member of a', null]],
  ['a member of several, in the one they chose', null, person('a', 'b'), null, ['a', 'member of a', null]],
  ['a member of several, to the other’s account', 'b', person('a', 'b'), null, ['b', 'member of b', null]],
  ['a member of another office than the account’s', 'b', person('a'), null, ['b', null, null]],
  ['a member in a group of theirs', null, person('a'), group('a'), ['a', 'member of a', 'group of a']],
  ['a member in a group of another office', null, person('a'), group('b'), ['b', null, 'group of b']],
  ['a member of several in a group', null, person('a', 'b'), group('b'), ['b', 'member of b', 'group of b']],
  ['a stranger in a group', null, null, group('b'), ['b', null, 'group of b']],
  [
    'a group that is another office’s than the account',
    'a',
    person('a'),
    group('b'),
    ['a', 'member of a', null],
  ],
  ['a group of the account’s own office', 'b', person('a'), group('b'), ['b', null, 'group of b']],
] as const)('%s', (_name, account, link, groupLink, expected) => {
  const { officeId, memberId, groupId } = whoSpeaks(account, link, groupLink);
  expect([officeId, memberId, groupId]).toEqual(expected);
});
