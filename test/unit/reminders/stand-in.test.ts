/** Who stands in for whom, and who hears of the whole office's overdue work. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Member, Role } from '../../../src/domain/member.ts';
import { overseers } from '../../../src/domain/reminder.ts';
import { isAway, receiverFor, standInsOf } from '../../../src/domain/stand-in.ts';

const DAY = '2021-03-15';

/** `A>B` is away with a delegate, `A>` without, `A!` has blocked the bot, `A~B` was away until yesterday. */
function people(...written: string[]): Member[] {
  return written.map((one): Member => {
    const [, id, sign, delegate, blocked] = /^(\w+?)(?:([>~])(\w*))?(!?)$/.exec(one)!;
    return {
      id: id!,
      office: 'office',
      userId: id!,
      name: id!,
      position: '',
      roles: ['officer'],
      activities: [],
      language: 'th',
      consent: null,
      away: sign ? { until: sign === '>' ? DAY : '2021-03-14', delegate: delegate || null } : null,
      aliases: {},
      preferences: null,
      state: blocked ? 'blocked' : 'active',
      joinedAt: new Date(0),
      lastSeenAt: null,
    };
  });
}

describe('standing in', () => {
  test.each<[string[], string[], string | null]>([
    [['A', 'B'], [], 'A'],
    [['A>B', 'B'], ['B'], 'B'],
    [['A>B', 'B>C', 'C'], ['B', 'C'], 'C'],
    [['A>B', 'B>'], ['B'], null],
    [['A>'], [], null],
    [['A>B', 'B>A'], ['B'], null],
    [['A>B', 'B>C', 'C>B'], ['B', 'C'], null],
    [['A~B', 'B'], [], 'A'],
    [['A>B', 'B~C', 'C'], ['B'], 'B'],
    [['A>B', 'B!', 'C'], ['B'], null],
    [['A>B', 'B~C!', 'C'], ['B'], null],
    [['A>B!', 'B'], ['B'], 'B'],
    [['A!', 'B'], [], null],
    [['A>gone'], ['gone'], null],
  ])('%j', (written, standIns, receiver) => {
    const all = people(...written);
    expect(standInsOf(all, all[0]!, DAY)).toEqual(standIns);
    expect(receiverFor(all, all[0]!, DAY)?.id ?? null).toBe(receiver);
  });

  it('ends, never comes back to who is away, and lets nobody hear of it who may not do it', () => {
    const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const written = fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(fc.constantFrom('', '>', '~'), fc.constantFrom('', ...ids), fc.constantFrom('', '!'))
          .map(([sign, other, blocked]) => `${id}${sign}${sign ? other : ''}${blocked}`),
      ),
    );
    fc.assert(
      fc.property(written, (all) => {
        const office = people(...all);
        for (const owner of office) {
          const standIns = standInsOf(office, owner, DAY);
          expect(standIns).not.toContain(owner.id);
          expect(new Set(standIns).size).toBe(standIns.length);
          const receiver = receiverFor(office, owner, DAY);
          if (!receiver) continue;
          expect([owner.id, ...standIns]).toContain(receiver.id);
          expect(receiver.state).toBe('active');
          expect(isAway(receiver, DAY)).toBe(false);
        }
      }),
    );
  });
});

describe('overdue work of the office is heard by', () => {
  const roles: Record<string, Role[]> = { M: ['manager'], N: ['manager'], X: ['admin'], O: ['officer'] };
  test.each<[string, string[], string[]]>([
    ['the managers', ['M', 'N', 'X', 'O'], ['M', 'N']],
    ['the administrators, where there is no manager', ['X', 'O'], ['X']],
    ['a manager who stands in, once', ['M>N', 'N', 'O'], ['N']],
    ['an administrator who stands in', ['M>X', 'X', 'N>'], ['X']],
    ['no officer who stands in: the other managers go on', ['M>O', 'O', 'N'], ['N']],
    ['no officer who stands in: an administrator does', ['M>O', 'O', 'X'], ['X']],
    ['nobody until one is back', ['M>O', 'O'], []],
  ])('%s', (_, written, heard) => {
    const all = people(...written).map((one) => ({ ...one, roles: roles[one.id] ?? ['officer' as const] }));
    expect(overseers(all, DAY).map(({ id }) => id)).toEqual(heard);
  });
});
