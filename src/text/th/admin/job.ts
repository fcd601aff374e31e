/** Thai sentences of job: running a job by hand and showing what it would do. */
import { kept } from '../kept.ts';

const came = {
  offices: 'หน่วยงานที่ตรวจแล้ว',
  pushed: 'ข้อความที่จัดส่ง',
  riding: 'ข้อความที่รอแจ้งเมื่อผู้รับทักมา',
  held: 'ข้อความที่รอเพราะโควตาไม่พอ',
  told: 'ผู้ที่ได้รับแจ้ง',
  closed: 'งวดที่ปิด',
  settled: 'ข้อความรอแจ้งที่ปรับผลการส่งให้ถูกต้อง',
  expired: 'ข้อความรอแจ้งที่หมดอายุ',
};

function aboutOf({ text, activities }: { text: string | null; activities: string[] }): string {
  return activities.join(', ') || (text === null ? '-' : `“${text}”`);
}

export const job = {
  summary: 'สั่งงานที่ระบบทำตามเวลาด้วยมือ',
  usage: [
    'npm run job -- reminders --dry-run                       ดูว่าใครจะได้รับอะไร และใช้โควตาเท่าใด',
    'npm run job -- period-close --dry-run                    ดูว่าจะปิดงวดใด และแจ้งใคร',
    'npm run job -- reminders                                 จัดส่งตามเวลาปัจจุบัน',
    'npm run job -- monthly-summary --at 2021-03-01T09:00     ทำเสมือนเป็นเวลานั้น (เวลาไทย)',
  ],
  options: {
    at: 'ทำเสมือนเป็นเวลานี้ เช่น 2021-03-15T08:30 (ปี ค.ศ. เวลาไทย) สั่งซ้ำเวลาเดิมจะไม่ส่งซ้ำ',
    'dry-run': 'แสดงสิ่งที่จะทำ: ผู้รับ ช่องทาง โควตา งวดที่จะปิด ข้อมูลที่จะลบ โดยไม่ส่งและไม่บันทึก',
    yes: 'ยืนยันโดยไม่ถาม เมื่อ --at ยังมาไม่ถึง (สำหรับสคริปต์)',
  },
  which: (names: string) => `กรุณาระบุชื่องาน 1 งาน: ${names}`,
  unknown: (name: string, names: string) => `ไม่มีงานชื่อ ${name} งานที่มี: ${names}`,
  askAhead: (name: string, at: string) =>
    `${at} ยังมาไม่ถึง งาน ${name} จะทำเสมือนถึงเวลานั้นแล้ว เช่น ลบสิ่งที่ยังไม่ครบกำหนด ปิดงวด หรือส่งข้อความก่อนเวลา ซึ่งเรียกคืนไม่ได้ ยืนยันหรือไม่`,
  needsYes: '--at เป็นเวลาที่ยังมาไม่ถึง จึงยังไม่ได้ทำอะไร กรุณาสั่งจากหน้าจอที่ถามตอบได้ ดูก่อนด้วย --dry-run หรือใส่ --yes',
  declined: 'ยกเลิกแล้ว ไม่ได้ทำอะไร',
  otherYear: (years: string, now: number) =>
    `แผนที่ใช้อยู่เป็นของปีงบประมาณ ${years} แต่ขณะนี้คือปีงบประมาณ ${now} หากต้องการให้นับตามเวลาอื่น กรุณาใส่ --at`,
  done: (name: string) => `ทำงาน ${name} แล้ว`,
  send: (one: {
    name: string;
    text: string | null;
    activities: string[];
    channel: string;
    held: boolean;
    quota: number;
  }) =>
    `  ${one.name}: ${aboutOf(one)} (${
      one.held ? 'โควตาไม่พอ รอแจ้งเมื่อผู้รับทักมา' : one.channel === 'push' ? 'ส่งทันที' : 'รอแจ้งเมื่อผู้รับทักมา'
    }, โควตา ${one.quota})`,
  expire: (name: string, text: string | null) =>
    `  ${name}: ${aboutOf({ text, activities: [] })} (รอนานเกินไป จะไม่ส่งแล้ว)`,
  close: (half: 1 | 2, year: number, version: number) =>
    version === 1
      ? `  ปิดงวดรอบ ${half * 6} เดือน ปีงบประมาณ ${year}`
      : `  ออกฉบับที่ ${version} ของรอบ ${half * 6} เดือน ปีงบประมาณ ${year}`,
  came,
  kept,
  removed: (what: string, count: number) => `ลบ${what} ${count} รายการ`,
  nothing: 'ไม่มีอะไรต้องทำ',
  onlyLooked: 'ตรวจเท่านั้น ยังไม่ได้ทำอะไร',
  total: (people: number, quota: number) => `รวม ${people} ราย ใช้โควตา ${quota} ข้อความ`,
};
