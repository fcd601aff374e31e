/** Role × action × chat, written out once more by hand: a right that changes, or that nobody named, fails here. And what groups are never shown. */
import { describe, expect, test } from 'vitest';
import { shownInGroup, textsInGroup } from '../../../src/bot/group-view.ts';
import { commands } from '../../../src/bot/commands/index.ts';
import { type ChatKind, may, POLICY, type PolicyAction } from '../../../src/domain/policy.ts';
import { ROLES } from '../../../src/domain/member.ts';
import { texts } from '../../../src/text/index.ts';
import { samples } from '../cards/sample-cards.ts';

/** Of which activities: a any, o one's own, - none. In private, then in groups; each for officer, manager, admin, operator. */
const table: Record<string, string> = {
  report: 'oaa- oaa-',
  resume: 'aaa- aaa-',
  undo: 'aaa- aaa-',
  restore: 'aaa- aaa-',
  status: 'aaa- aaa-',
  help: 'aaa- aaa-',
  menu: 'aaa- aaa-',
  soon: 'aaa- aaa-',
  urgent: 'aaa- aaa-',
  planned: 'aaa- aaa-',
  mine: 'aaa- ----',
  history: 'oaa- ----',
  evidence: 'oaa- ----',
  snooze: 'aaa- ----',
  away: 'aaa- ----',
  return: 'aaa- ----',
  language: 'aaa- ----',
  'see-words': 'oaa- ----',
  why: 'oaa- ----',
  form: 'aaa- ----',
  summary: '-aa- -aa-',
  overdue: '-aa- -aa-',
  missing: '-aa- -aa-',
  unreported: '-aa- -aa-',
  obstacles: '-aa- -aa-',
  budget: '-aa- -aa-',
  units: '-aa- -aa-',
  'six-months': '-aa- ----',
  'twelve-months': '-aa- ----',
  'other-months': '-aa- ----',
  nudge: '-aa- ----',
  assign: '-aa- ----',
  announce: '-aa- ----',
  quota: '-aa- ----',
  'close-period': '-aa- ----',
  publish: '-aa- ----',
  withdraw: '-aa- ----',
  'see-person': '-aa- ----',
  'link-group': '-aa- -aa-',
  dashboard: '-aa- ----',
  console: '--a- ----',
  export: '--a- ----',
  members: '--a- ----',
  invite: '--a- ----',
  'offices-figures': '---a ----',
  'offices-change': '---a ----',
  'offices-report': '---a ----',
  'offices-export': '---a ----',
};

const RANKS = [...ROLES, 'operator'] as const;
const OWN = '1.2.1';
const OTHERS = '1.3.1';

describe('the policy', () => {
  test('names these actions, every command among them, and no others', () => {
    expect(Object.keys(POLICY).toSorted()).toEqual(Object.keys(table).toSorted());
    for (const { name } of commands) expect(table).toHaveProperty(name);
  });

  const cells = Object.entries(table).flatMap(([action, row]) =>
    (['user', 'group', 'room'] as const).flatMap((chat) =>
      RANKS.map((role, at) => ({
        action: action as PolicyAction,
        chat,
        role,
        reach: row.split(' ')[chat === 'user' ? 0 : 1]![at]!,
      })),
    ),
  );
  test.each(cells)('$action as $role in a $chat: $reach', ({ action, chat, role, reach }) => {
    const who = { roles: [role], works: ['1.2'] };
    const found = [may(who, action, chat), may(who, action, chat, OWN), may(who, action, chat, OTHERS)];
    expect(found).toEqual([reach !== '-', reach !== '-', reach === 'a']);
  });

  test.each(['user', 'group', 'room'] as ChatKind[])('refuses what nobody named, in a %s', (chat) => {
    const everything = { roles: [...RANKS], works: ['1', '2', '3', '4', '5'] };
    for (const name of ['', 'delete-plan', 'constructor', 'toString', '__proto__'])
      expect(may(everything, name, chat, OWN)).toBe(false);
  });

  test('refuses whoever has no role', () => {
    for (const action of Object.keys(table))
      expect(may({ roles: [], works: ['1'] }, action, 'user')).toBe(false);
  });
});

describe.each(['th', 'en'] as const)('a group, in %s', (language) => {
  const all = texts(language);
  const { refused } = all.chat.group;

  test('is not told a sentence that somebody just added', () => {
    const added = { late: (name: string) => `${name} ยังไม่ส่งรายงาน`, below: { list: ['สมศรี'] } };
    const shown = textsInGroup({ ...all, chat: { ...all.chat, ...added } }) as never as {
      chat: typeof added;
    };
    expect(shown.chat.late('สมศรี')).toBe(refused);
    expect(shown.chat.below.list).toEqual([refused]);
  });

  test('is not told a sentence of a room that comes one day', () => {
    const shown = textsInGroup({ ...all, rumours: { late: 'สมศรี ยังไม่ส่ง' } } as never) as never as {
      rumours: { late: string };
    };
    expect(shown.rumours.late).toBe(refused);
    expect(textsInGroup(all).managing.askAll.asked('ก', 1)).toBe(refused);
  });

  test('is offered nothing a manager does in private', () => {
    const manage = { owners: ['สมศรี'], messages: 1 };
    for (const card of Object.values(samples)) {
      if (card.kind !== 'activity-status' && card.kind !== 'work') continue;
      const offered =
        card.kind === 'work'
          ? { ...card, own: false, ask: { typed: 'เตือน สมศรี', messages: 1 } }
          : { ...card, manage };
      expect(JSON.stringify(shownInGroup({ type: 'card', card: offered }, all))).not.toContain('สมศรี');
    }
  });

  test.each([
    ['whose an activity is', (chat: typeof all.chat) => chat.notYours('1.2')],
    ['that there is nothing to take back', (chat: typeof all.chat) => chat.undo.nothing],
    ['what somebody left unfinished', (chat: typeof all.chat) => chat.draft.gaveWay('1.2')],
    ['whose work is shown', (chat: typeof all.chat) => chat.lists.of('สมศรี')],
    ['when somebody is on leave', (chat: typeof all.chat) => chat.nudge.awayUntil('สมศรี', '1')],
  ])('never reads %s', (_, said) => {
    expect(said(textsInGroup(all).chat)).toBe(refused);
  });

  test('reads what it needs', () => {
    const { chat } = textsInGroup(all);
    expect(chat.lists.overdue).toBe(all.chat.lists.overdue);
    expect(chat.noSuchActivity('9.9')).toBe(all.chat.noSuchActivity('9.9'));
    expect(chat.answer).toEqual(all.chat.answer);
  });

  test('sees no card of one person’s, and no lateness', () => {
    for (const card of Object.values(samples)) {
      const shown = shownInGroup({ type: 'card', card }, all);
      const own = card.kind === 'work' && card.own;
      const hidden = [
        'history',
        'evidence',
        'reminder',
        'month-own',
        'month-office',
        'notice',
        'welcome',
        'unreported',
      ];
      if (own || hidden.includes(card.kind)) expect(shown).toEqual({ type: 'text', text: refused });
      if (shown.type === 'card' && shown.card.kind === 'receipt')
        expect([shown.card.late, shown.card.next]).toEqual([false, null]);
    }
  });
});
