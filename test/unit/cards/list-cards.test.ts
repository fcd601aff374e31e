import { nameMark } from '../../../src/domain/name-mark.ts';
import { describe, expect, test } from 'vitest';
import type { ActivityRow } from '../../../src/bot/types.ts';
import { paint } from '../../../src/line/render.ts';
import { actionsOf, nodes, tapsOf, textsOf, wordsOf } from './read-flex.ts';
import { row, sample } from './sample-cards.ts';

function many(count: number): ActivityRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...row('1.1.1', 'not_started'),
    code: `7.${index}`,
    label: `7.${index}`,
  }));
}

describe('a list of activities', () => {
  const work = sample('work', 'work');

  test('reports on a tap of one’s own, looks at others’', () => {
    const rows = many(2);
    expect(tapsOf(paint({ ...work, rows, total: 2, pages: 1 }, 'th'))).toEqual([
      { do: 'report', code: '7.0', mark: nameMark(rows[0]!.name) },
      { do: 'report', code: '7.1', mark: nameMark(rows[1]!.name) },
      { do: 'say', text: 'กรอกในหน้าเว็บ' },
    ]);
    expect(tapsOf(paint({ ...work, rows, total: 2, pages: 1, own: false }, 'th'))).toEqual([
      { do: 'say', text: 'สถานะ 7.0' },
      { do: 'say', text: 'สถานะ 7.1' },
    ]);
  });

  test('shows sign, word and due day, amber where it is late', () => {
    const all = (one: ActivityRow): string => wordsOf(paint({ ...work, full: true, rows: [one] }, 'th'));
    expect(all(row('1.1.1', 'in_progress', { percent: 45 }))).toContain(
      'อยู่ในระหว่างการดำเนินงาน 45%\nครบกำหนด 31 มี.ค. 64',
    );
    expect(all(row('1.1.1', 'not_started', { overdue: true }))).toContain(
      'ยังไม่ดำเนินการ\nเลยกำหนด 31 มี.ค. 64',
    );
    expect(all(row('1.1.1', 'completed'))).not.toMatch(/ครบกำหนด|เลยกำหนด \d/);
  });

  test('turns pages by buttons that say the command, once all of it was asked for', () => {
    const labels = (page: number, full = true): unknown[] =>
      tapsOf(paint({ ...work, rows: [], full, page, pages: 3 }, 'th')).map((tap) =>
        tap.do === 'say' ? tap.text : tap,
      );
    const web = 'กรอกในหน้าเว็บ';
    expect(labels(1, false)).toEqual(['งานของฉัน รายละเอียด', web]);
    expect(labels(1)).toEqual(['งานของฉัน หน้า 2', web]);
    expect(labels(2)).toEqual(['งานของฉัน หน้า 3', 'งานของฉัน หน้า 1', web]);
    expect(labels(3)).toEqual(['งานของฉัน หน้า 2', web]);
  });

  test('25 rows make three cards of 10, 10 and 5, none lost, and the gist below them', () => {
    const painted = paint({ ...work, rows: many(25), total: 25, full: true, pages: 1 }, 'th');
    expect(painted.map((one) => tapsOf([one]).length)).toEqual([10, 10, 5, 1]);
    expect(tapsOf(painted).flatMap((tap) => (tap.do === 'report' ? tap.code : []))).toEqual(
      many(25).map(({ code }) => code),
    );
    expect(paint({ ...work, rows: many(25), total: 25 }, 'th')).toHaveLength(1);
  });

  test('says so when it is empty', () => {
    expect(wordsOf(paint(sample('work-none', 'work'), 'th'))).toContain('ไม่มีกิจกรรมที่ต้องรายงาน');
  });
});

describe('a lock screen', () => {
  test('says which activity is due, and whose it is where it is not the reader’s', () => {
    const [own] = paint(sample('reminder-one', 'reminder'), 'th');
    const { rows } = sample('reminder-one', 'reminder');
    expect(own?.altText).toContain(`${rows[0]!.label} ${rows[0]!.name.slice(0, 12)}`);
    const others = rows.map((row) => ({ ...row, reason: 'escalation' as const, owners: ['สมศรี ใจดี'] }));
    const [late] = paint({ ...sample('reminder-one', 'reminder'), rows: others }, 'th');
    expect(late?.altText).toContain('ผู้รับผิดชอบ สมศรี ใจดี');
  });
});

describe('the summary', () => {
  const summary = sample('office-summary', 'office-summary');

  test('answers in the first line of the body and on the lock screen', () => {
    const painted = paint(summary, 'th');
    expect(textsOf(painted).slice(0, 3)).toEqual(['สรุปผลการดำเนินงาน', 'เสร็จแล้ว 5 จาก 11 กิจกรรม', '45%']);
    expect(painted[0]?.altText).toBe('เสร็จแล้ว 5/11 กิจกรรม เลยกำหนด 2 ใช้งบแล้ว 32%');
  });

  test('draws each status as wide as its number', () => {
    const bar = nodes(paint({ ...summary, full: true }, 'th')[0]?.contents).find(
      (node) => node['height'] === '12px' && node['layout'] === 'horizontal',
    );
    expect(nodes(bar?.['contents']).flatMap((node) => node['flex'] ?? [])).toEqual([5, 3, 2, 1]);
  });

  test('shows at most five rows and offers what to look at next', () => {
    const painted = paint({ ...summary, full: true, rows: many(9) }, 'th');
    const said = tapsOf(painted).map((tap) => (tap.do === 'say' ? tap.text : ''));
    expect(said).toEqual([...many(5).map(({ code }) => `สถานะ ${code}`), 'ล่าช้า', 'ยังไม่รายงาน', 'งบประมาณ']);
  });

  test('an office without money or activities divides by nothing', () => {
    const none = { completed: 0, in_progress: 0, not_started: 0, cancelled: 0 };
    const words = wordsOf(paint({ ...summary, counts: none, total: 0, budget: 0, spent: 0, rows: [] }, 'th'));
    expect(words).toContain('เสร็จแล้ว 0 จาก 0 กิจกรรม\n0%');
    expect(words).toContain('ไม่มีงบประมาณ');
  });
});

test('a branch shows its counts once and goes on with further activities', () => {
  const painted = paint({ ...sample('branch-status', 'branch-status'), full: true, rows: many(12) }, 'th');
  expect(painted.map((one) => tapsOf([one]).length)).toEqual([10, 2, 0]);
  // on the list and on its gist
  expect(wordsOf(painted).match(/เสร็จแล้ว 5 จาก 11/g)).toHaveLength(2);
});

test('an activity’s status shows result against target, money against budget, and who reported when', () => {
  const words = wordsOf(paint({ ...sample('activity-status', 'activity-status'), full: true }, 'th'));
  for (const part of ['ร้อยละ 85', 'ร้อยละ 82.5', '30,000 บาท', '28,500.50 บาท', '95%', '60%'])
    expect(words).toContain(part);
  expect(words).toContain('สมศักดิ์ ตั้งใจดี 15 มี.ค. 64 09.30\u00A0น.');
  const never = paint(sample('activity-overdue', 'activity-status'), 'th');
  expect(wordsOf(never)).toContain('ยังไม่มีการรายงาน');
  expect(wordsOf(never)).not.toContain('ใช้งบแล้ว');
  const asks = (text: string) => [
    { do: 'say', text },
    { do: 'say', text: 'สถานะ 1.1.2 รายละเอียด' },
  ];
  expect(tapsOf(never)).toEqual(asks('เตือน 1.1.2'));
  const nobodys = { ...sample('activity-overdue', 'activity-status'), manage: { owners: [], messages: 0 } };
  expect(tapsOf(paint(nobodys, 'th'))).toEqual(asks('มอบหมาย 1.1.2'));
});

test('only those who may report get the button for it', () => {
  const card = sample('activity-status', 'activity-status');
  const reports = (mayReport: boolean): number =>
    tapsOf(paint({ ...card, mayReport }, 'th')).filter((tap) => tap.do === 'report').length;
  expect(reports(true)).toBe(1);
  expect(reports(false)).toBe(0);
});

test('help shows each role its commands, and a sentence of the person’s own activity', () => {
  const help = sample('help', 'help');
  const officer = paint({ ...help, full: true, roles: ['officer'] }, 'th');
  expect(wordsOf(officer)).toContain('“1.3 2) เสร็จแล้ว ใช้งบ 3,000 บาท”');
  expect(wordsOf(officer)).not.toContain('ล่าช้า');
  const manager = paint({ ...help, full: true, roles: ['manager'], example: null }, 'th');
  expect(wordsOf(manager)).not.toContain('งานของฉัน');
  expect(tapsOf(manager)).toContainEqual({ do: 'say', text: 'ล่าช้า' });
  expect(wordsOf(paint({ ...help, chat: 'group' }, 'th'))).toContain('@');
});

test('the notice is accepted by its version and nothing else', () => {
  expect(tapsOf(paint(sample('notice', 'notice'), 'th'))).toEqual([
    { do: 'accept-notice', version: '2564-1' },
  ]);
});

test('welcome leads officers to their work and managers to the summary', () => {
  const officer = paint(sample('welcome', 'welcome'), 'th');
  expect(tapsOf(officer)).toContainEqual({ do: 'say', text: 'งานของฉัน' });
  expect(wordsOf(officer)).toContain('กิจกรรมของท่าน 5 รายการ');
  const manager = actionsOf(paint(sample('welcome-manager', 'welcome'), 'th'));
  expect(manager.map(({ label }) => label)).toEqual(['สรุปภาพรวม', 'ช่วยเหลือ']);
});
