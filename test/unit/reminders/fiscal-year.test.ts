/** A fiscal year of the sample office, day by day, against the file a person can read; and what it costs. */
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../../src/domain/calendar.ts';
import { MEMBERS } from './world.ts';
import { type Entry, playYear, type Year } from './year.ts';

const WEEKDAYS = ['', 'จ.', 'อ.', 'พ.', 'พฤ.', 'ศ.', 'ส.', 'อา.'];
const HOW: Record<Entry['how'], string> = {
  push: 'ส่ง (เสียโควตา)',
  free: 'ส่งฟรีเมื่อผู้รับทักมา',
  wait: 'รอส่งฟรี',
  held: 'พักไว้ (โควตาไม่พอ)',
  replaced: 'แทนด้วยข้อความใหม่',
  report: 'รายงาน',
};

function nameOf(id: string): string {
  return MEMBERS.find((member) => member.id === id)?.name ?? 'กลุ่ม (30 คน)';
}

function table(year: Year): string {
  const lines = [
    'ปีงบประมาณ พ.ศ. 2564 ของหน่วยงานตัวอย่าง: 11 กิจกรรม ผู้รับผิดชอบ 6 คน ผู้บริหาร 2 คน กลุ่ม 30 คน โควตา 300 ข้อความต่อเดือน',
    'วันที่ เวลา | วิธี | ถึง/โดย | เรื่อง | โควตาที่ใช้ในเดือน',
  ];
  let month = '';
  for (const { day, time, how, to, what, used } of year.entries) {
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7);
      lines.push('', `== ${month}: ใช้ ${year.months[month]} ข้อความ (ถ้าส่งทีละเรื่อง ${year.naive[month]})`);
    }
    lines.push(
      `${day} ${WEEKDAYS[weekdayOf(day)]} ${time} | ${HOW[how]} | ${nameOf(to)} | ${what.join('; ')} | ${used}`,
    );
  }
  const paid = sum(year.months);
  const naive = sum(year.naive);
  lines.push(
    '',
    `ทั้งปี ${paid} ข้อความ เฉลี่ยเดือนละ ${(paid / 12).toFixed(1)} สูงสุด ${Math.max(...Object.values(year.months))}`,
    `ถ้าส่งทีละเรื่องและส่งกลุ่มทุกสัปดาห์ ${naive} ข้อความ เป็น ${(naive / paid).toFixed(1)} เท่า`,
    '',
  );
  return lines.join('\n');
}

function sum(months: Record<string, number>): number {
  return Object.values(months).reduce((total, count) => total + count, 0);
}

describe('fiscal year 2564', () => {
  const year = playYear({ limit: 300, people: true });

  it('goes as the file says', async () => {
    await expect(table(year)).toMatchFileSnapshot('../../fixtures/reminders/fiscal-year-2564.txt');
  });

  it('costs at most 60 messages in any month, 45 on average, a third of what single pushes would', () => {
    expect(Math.max(...Object.values(year.months))).toBeLessThanOrEqual(60);
    expect(sum(year.months) / 12).toBeLessThanOrEqual(45);
    expect(sum(year.naive) / sum(year.months)).toBeGreaterThan(3);
  });

  it('holds nothing back with 300 messages a month', () => {
    expect(year.entries.filter(({ how }) => how === 'held')).toEqual([]);
  });

  it('reminds of every activity that was late, and of none that was not', () => {
    const late = year.sent.filter(({ reason }) => reason === 'overdue').map(({ code }) => code);
    expect([...new Set(late)].toSorted()).toEqual(['1.1.2', '1.1.3', '1.3.1', '1.3.2', '3', '5']);
  });
});

describe('the same year when nobody ever reports or writes', () => {
  it('stays within the same bounds', () => {
    const year = playYear({ limit: 300, people: false });
    expect(Math.max(...Object.values(year.months))).toBeLessThanOrEqual(60);
    expect(sum(year.months) / 12).toBeLessThanOrEqual(45);
  });

  it('with 20 messages a month still reminds every owner of every overdue activity, and says what it kept back', () => {
    const year = playYear({ limit: 20, people: false });
    expect(Math.max(...Object.values(year.months))).toBeLessThanOrEqual(20);
    const reminded = new Set(
      year.sent.filter(({ reason }) => reason === 'overdue').map(({ owner, code }) => `${owner} ${code}`),
    );
    expect([...reminded].toSorted()).toEqual([
      'o1 1.1.1',
      'o1 1.1.2',
      'o2 1.1.3',
      'o2 4',
      'o3 1.2.1',
      'o3 1.3.1',
      'o4 1.3.2',
      'o4 1.4.1',
      'o5 2',
      'o5 3',
      'o6 1.4.1',
      'o6 5',
    ]);
    const firstDays = new Set(
      year.entries.filter(({ rank }) => rank === 'overdue-first').map(({ day, how }) => `${how} ${day}`),
    );
    expect([...firstDays].filter((entry) => !entry.startsWith('push'))).toEqual([]);
    expect(year.entries.some(({ how, to }) => how === 'held' && to === 'group')).toBe(true);
  });

  it('with no message at all pushes nothing and keeps an account of everything', () => {
    const year = playYear({ limit: 0, people: false });
    expect(sum(year.months)).toBe(0);
    expect(year.sent).toEqual([]);
    const held = new Set(year.entries.filter(({ how }) => how === 'held').map(({ to }) => to));
    expect([...held].toSorted()).toEqual([...MEMBERS.map(({ id }) => id), 'group'].toSorted());
  });
});
