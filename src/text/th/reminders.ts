/** Thai sentences: reminders, monthly summaries, what the quota held back, names of holidays, words on the chart. */
import type { Figures } from '../../domain/summary.ts';
import type { HolidayName } from '../../domain/holidays-kinds.ts';
import type { ReminderItem, ReminderReason } from '../../domain/reminder-rules.ts';
import { weekdayOf } from '../../domain/calendar.ts';
import { longMonth, shortDate } from '../format.ts';
import { timeOfDay } from '../time-of-day.ts';

type ReasonText = (
  item: Pick<ReminderItem, 'dueDay' | 'daysLate' | 'workingDaysLeft' | 'remindedBefore'>,
) => string;

const dueIn: ReasonText = ({ dueDay, workingDaysLeft }) =>
  `ครบกำหนดใน ${workingDaysLeft} วันทำการ (${shortDate(dueDay)})`;

const reason: Record<ReminderReason, ReasonText> = {
  overdue: ({ dueDay, daysLate }) => `เลยกำหนด ${daysLate} วัน (${shortDate(dueDay)})`,
  'due-today': ({ dueDay }) => `วันทำการสุดท้ายก่อนครบกำหนด ${shortDate(dueDay)}`,
  'due-1': dueIn,
  'due-3': dueIn,
  'due-7': dueIn,
  'period-cut-off': ({ workingDaysLeft }) => `ปิดรอบรายงานในอีก ${workingDaysLeft} วันทำการ ยังไม่มีรายงานเดือนนี้`,
  'no-report-this-month': () => 'เดือนนี้ยังไม่มีรายงาน',
  escalation: ({ dueDay, daysLate, remindedBefore }) =>
    `เลยกำหนด ${daysLate} วัน (${shortDate(dueDay)})${remindedBefore > 0 ? ` เตือนแล้ว ${remindedBefore} ครั้ง` : ''}`,
};

const holiday: Record<HolidayName, string> = {
  nawamin: 'วันนวมินทรมหาราช',
  chulalongkorn: 'วันปิยมหาราช',
  'national-day': 'วันพ่อแห่งชาติ',
  constitution: 'วันรัฐธรรมนูญ',
  'new-year-eve': 'วันสิ้นปี',
  'new-year': 'วันขึ้นปีใหม่',
  makha: 'วันมาฆบูชา',
  chakri: 'วันจักรี',
  songkran: 'วันสงกรานต์',
  coronation: 'วันฉัตรมงคล',
  ploughing: 'วันพระราชพิธีพืชมงคลฯ',
  visakha: 'วันวิสาขบูชา',
  'queen-birthday': 'วันเฉลิมพระชนมพรรษาสมเด็จพระบรมราชินี',
  asalha: 'วันอาสาฬหบูชา',
  lent: 'วันเข้าพรรษา',
  'king-birthday': 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว',
  'mother-day': 'วันแม่แห่งชาติ',
  special: 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ',
};

const weekdays = ['วันจันทร์', 'วันอังคาร', 'วันพุธ', 'วันพฤหัสบดี', 'วันศุกร์', 'วันเสาร์', 'วันอาทิตย์'];

export const reminders = {
  digest: {
    title: 'งานที่ขอให้รายงาน',
    lead: (items: number) => (items === 1 ? 'มี 1 กิจกรรมที่ขอให้รายงานผล' : `มี ${items} กิจกรรมที่ขอให้รายงานผล`),
    /** What the lock screen shows. */
    alt: (label: string, why: string, more: number) =>
      more === 0 ? `${label} ${why}` : `${label} ${why} และอีก ${more} กิจกรรม`,
    /** A button that shows the others too. */
    all: (count: number) => `ดูทั้งหมด (${count})`,
    forOthers: (names: string) => `ผู้รับผิดชอบ ${names}`,
    howTo: 'แตะคำตอบ หรือพิมพ์ตอบเป็นประโยคได้',
    standIn: (name: string) => `แทน ${name}`,
    /** What was reported last, `day` ISO. */
    last: (day: string, status: string) => `ล่าสุด ${shortDate(day)}: ${status}`,
  },
  escalation: {
    title: 'งานที่เลยกำหนดและยังไม่เสร็จ',
    nobody: 'ยังไม่มีผู้รับผิดชอบในระบบ',
  },
  reason,
  button: {
    done: 'เสร็จแล้ว',
    working: 'กำลังทำ',
    problem: 'ติดปัญหา',
    tomorrow: 'เตือนพรุ่งนี้',
    nudge: 'เตือนผู้รับผิดชอบ',
  },
  command: {
    tomorrow: 'เตือนพรุ่งนี้',
  },
  /** Asked to be quiet for good. */
  mute: 'ปิดการแจ้งเตือนถาวรไม่ได้ แต่เลื่อนได้\n• พิมพ์ “เตือนพรุ่งนี้” เพื่อเลื่อนไปวันทำการถัดไป หรือบอกวันเวลา เช่น เตือนวันจันทร์\n• หากไม่อยู่ พิมพ์ “ลาถึง” ตามด้วยวันสุดท้าย เช่น ลาถึง 20 มี.ค.\nกิจกรรมที่รายงานว่าเสร็จแล้วจะไม่เตือนอีก',
  /** @param time `15:00`, null = the office's. */
  snoozed: (day: string, time: string | null) =>
    `รับทราบ จะเตือนอีกครั้ง${weekdays[weekdayOf(day) - 1]}ที่ ${shortDate(day)}${time === null ? '' : ` เวลา ${timeOfDay(time)}`}`,
  movedToWorkday: '(วันที่ขอเป็นวันหยุด)',
  /** From now on. @param days 1 = Monday; null = every working day. */
  always: (time: string, days: readonly number[] | null) =>
    `รับทราบ ต่อไปจะเตือน${days ? days.map((day) => weekdays[day - 1]).join(' ') : 'ทุกวันทำการ'} เวลา ${timeOfDay(time)}`,
  /** Behind it, where that is not how the office does it. */
  backToUsual: 'พิมพ์ “เตือนตามปกติ” ได้หากต้องการเวลาเดิม',
  refused: {
    'at-night': (from: string, until: string) =>
      `ระบบแจ้งเตือนได้ในวันทำการ เวลา ${timeOfDay(from)} ถึง ${timeOfDay(until)} กรุณาเลือกเวลาในช่วงนี้ เช่น เตือนบ่ายสาม`,
    'too-far': () => 'เลื่อนการเตือนได้ไม่เกิน 2 เดือน กรุณาเลือกวันที่ใกล้กว่านี้',
    past: () => 'วันนั้นผ่านไปแล้ว กรุณาพิมพ์อีกครั้ง เช่น เตือนวันจันทร์',
  } satisfies Record<string, (from: string, until: string) => string>,
  held: {
    title: 'ข้อความที่ยังไม่ได้ส่ง',
    lead: (used: number, limit: number) =>
      `เดือนนี้ส่งข้อความไป ${used} จาก ${limit} ข้อความ รายการต่อไปนี้จะส่งเมื่อผู้รับทักมา`,
    line: (to: string, what: string) => `${to}: ${what}`,
    ownSummary: 'สรุปประจำเดือน',
  },
  summary: {
    ownerTitle: (month: string) => `สรุปงานของท่าน ${longMonth(month)}`,
    managerTitle: (month: string) => `สรุปผลการดำเนินงาน ${longMonth(month)}`,
    groupTitle: (month: string) => `ความก้าวหน้าตามแผน ${longMonth(month)}`,
    /** The answer in the first line. */
    gist: ({ counts, total, overdue }: Figures) =>
      `เสร็จ ${counts.completed} จาก ${total} กิจกรรม${overdue > 0 ? ` เลยกำหนด ${overdue}` : ''}`,
    compared: (now: number, before: number) =>
      now === before ? 'เท่าเดือนก่อน' : now > before ? `เพิ่มขึ้น ${now - before}` : `ลดลง ${before - now}`,
    completed: 'เสร็จสิ้น',
    ownGist: (changed: number, next: number) =>
      `เปลี่ยนแปลง ${changed} กิจกรรม ${next > 0 ? `ต้องทำต่อ ${next} กิจกรรม` : 'ไม่มีกิจกรรมที่ต้องทำต่อ'}`,
    notReported: 'ยังไม่มีรายงานในเดือนนี้',
  },
  holiday,
  chart: {
    title: (month: string) => `ผลการดำเนินงาน ${longMonth(month)}`,
    byStatus: 'สถานะกิจกรรม',
    completedShare: 'เสร็จสิ้น',
    activities: (count: number) => `${count} กิจกรรม`,
    overdue: 'เลยกำหนด',
    budget: 'งบประมาณ',
    allotted: 'ได้รับจัดสรร',
    spent: 'ใช้ไป',
    byActivity: 'ความก้าวหน้ารายกิจกรรม',
    done: (completed: number, total: number) => `เสร็จ ${completed}/${total}`,
    noBudget: 'ไม่ใช้งบประมาณ',
    overspent: 'เกินงบ',
    more: (count: number) => `และอีก ${count} กิจกรรม`,
    asOf: (day: string) => `ข้อมูล ณ วันที่ ${shortDate(day)}`,
  },
};
