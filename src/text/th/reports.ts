/** Thai sentences: the official half-year report. */
import type { Half } from '../../domain/fiscal-year.ts';

/** @returns the office's name as it stands in the plan's title, whole or without the agencies behind it, with what joins it before it; empty where it does not. */
export function nameIn(planTitle: string, office: string): string {
  const words = office.split(/\s+/u);
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    const found = planTitle.split(name);
    const ends = /^(?:$|\s|ประจำ|ปี|พ\.|[0-9๐-๙])/u.test(found[1] ?? '-');
    if (found.length === 2 && ends)
      return `${/\s*(?:ของ|\bof)?\s*$/u.exec(found[0] ?? '')?.[0] ?? ''}${name}`;
  }
  return '';
}

export const reports = {
  /** Words that must not be broken at a line's end where the platform's word list would break them. */
  unbroken: [
    'ธรรมาภิบาล',
    'งบประมาณ',
    'ปีงบประมาณ',
    'หมายเหตุ',
    'ลำดับที่',
    'เสร็จสิ้น',
    'สุจริต',
    'ทุจริต',
    'ผู้ปฏิบัติ',
    'เป้าหมาย',
    'ผลประโยชน์',
    'ดำเนินงาน',
    'ดำเนินการ',
    'ข้อเสนอแนะ',
    'อุปสรรค',
    'มีนาคม',
    'มกราคม',
    'ฐานะ',
    'ร้อยละ',
    'ไม่มี',
    'บุคลากร',
    'สำนักงาน',
    'เขตพื้นที่',
    'การศึกษา',
    'สถานศึกษา',
    'ประถมศึกษา',
    'มัธยมศึกษา',
    'ศึกษานิเทศก์',
    'ยุทธศาสตร์',
    'วิสัยทัศน์',
    'ราชการ',
    'ข้าราชการ',
    'โปร่งใส',
    'คุณธรรม',
    'จริยธรรม',
    'เจตนารมณ์',
    'ค่านิยม',
    'ประชาสัมพันธ์',
    'โคโรนา',
    'โควิด',
    'คอร์รัปชัน',
    'ส่วนรวม',
    'กระทำ',
    'การกระทำ',
    'ส่วนตน',
    'แพร่ระบาด',
    'เสริมสร้าง',
    'หน่วยงาน',
    'ป้องกัน',
    'ปราบปราม',
    'ภาครัฐ',
    'คณะกรรมการ',
    'เชิงปฏิบัติการ',
    'ปฏิบัติการ',
    'สาธารณะ',
    'พิษณุโลก',
    'กำแพงเพชร',
    'เว็บไซต์',
    'ไตรมาส',
    'หน่วยนับ',
    'ผู้รับผิดชอบ',
    'ตัวชี้วัด',
    'กิจกรรม',
    'แก้ไขแล้ว',
  ],
  notReported: 'ยังไม่มีรายงาน',
  notStated: 'ไม่ได้ระบุ',
  noFigure: 'ไม่ได้กำหนด',
  nameless: 'ไม่เปิดเผยชื่อ',
  columns: {
    number: 'ลำดับที่',
    activity: 'กิจกรรม',
    indicator: 'ตัวชี้วัด',
    target: 'เป้าหมาย',
    actual: 'ผลที่ได้',
    budget: 'งบประมาณ',
    allotted: 'งบประมาณที่ได้รับ (บาท)',
    spent: 'ใช้จ่าย (บาท)',
    source: 'แหล่งงบประมาณ',
    result: 'ผลการดำเนินงาน',
    obstacle: 'อุปสรรค/ข้อเสนอแนะ',
    remark: 'หมายเหตุ',
    unit: 'หน่วยนับ',
    amount: 'จำนวน',
    months: 'ระยะเวลาดำเนินการ',
    owner: 'ผู้รับผิดชอบ',
  },
  csv: { status: 'สถานะ', percent: 'ความก้าวหน้า (ร้อยละ)' },
  quarter: (number: number) => `ไตรมาส ${number}`,
  round: (half: Half) => `รอบ ${half * 6} เดือน`,
  span: (start: string, end: string) => `(${start} - ${end})`,
  /** What the report follows up, in its title: `การดำเนินการป้องกันการทุจริตประจำปี`. */
  subject(planTitle: string, office: string): string {
    const plan = reports.planName(planTitle, office);
    const field = /^แผนปฏิบัติการ(.+)$/u.exec(plan)?.[1]?.trim() ?? '';
    const named = field !== '' && !/^(?:ประจำ|ราชการ|ของ|งาน)/u.test(field);
    return named ? `การดำเนินการ${field}ประจำปี` : `การดำเนินงานตาม${plan}`;
  },
  /** The plan's title without its year, and without the office's name, which is told beside it. */
  planName(planTitle: string, office: string): string {
    const year = /\s*(?:ประจำปี(?:งบประมาณ)?\s*)?(?:พ\.\s*ศ\.\s*)?[0-9๐-๙]{4}\s*$/u;
    const own = planTitle.replace(nameIn(planTitle, office), ' ').trim();
    return own.replace(year, '') || planTitle.replace(year, '');
  },
  follow: 'รายงานการกำกับติดตาม',
  titleLines: (subject: string, round: string, span: string, planName: string, year: number) => [
    `รายงานการกำกับติดตาม${subject}${round}`,
    span,
    `ตาม${planName} ประจำปีงบประมาณ พ.ศ. ${year}`,
  ],
  item: (number: string) => `รายการที่ ${number}`,
  partOne: (planTitle: string, office: string) =>
    `ส่วนที่ 1 ${nameIn(planTitle, office) ? planTitle : `${planTitle} ${office}`}`,
  partTwo: (subject: string, round: string, span: string) =>
    `ส่วนที่ 2 รายงานการกำกับติดตาม${subject}${round} ${span}`,
  partTwoUnder: (planName: string, office: string, year: number) =>
    `ตาม${planName}ของ${office} ประจำปีงบประมาณ พ.ศ. ${year}`,
  planTable: 'กิจกรรม ตัวชี้วัด เป้าหมาย และงบประมาณ',
  facts: {
    programme: 'แผนงาน',
    project: 'โครงการ',
    targetGroup: 'กลุ่มเป้าหมาย',
    office: 'หน่วยงาน',
    duration: 'ระยะเวลาดำเนินการ',
  },
  fromTo: (start: string, end: string) => `ตั้งแต่ ${start} ถึง ${end}`,
  standing: (at: string) => `ข้อมูล ณ วันที่ ${at}`,
  draft: 'ฉบับร่าง ยังไม่ปิดงวด',
  frozen: 'ฉบับปิดงวด',
  notBegun: 'งวดรายงานนี้ยังไม่เริ่ม',
  total: 'รวมทั้งสิ้น',
  budgetIn: (label: string) => `รวมในข้อ ${label}`,
  progress: (finished: number, all: number, reported: number) =>
    `เสร็จสิ้น ${finished} จาก ${all} กิจกรรม${reported < all ? ` (มีรายงานแล้ว ${reported} กิจกรรม)` : ''}`,
  used: (sum: string, share: string | null) => `ใช้จ่ายแล้ว ${sum} บาท${share ? ` (ร้อยละ ${share})` : ''}`,
  usedUnknown: 'ยังไม่มีรายงานการใช้จ่าย',
  usedNothing: 'ใช้จ่ายแล้ว 0 บาท (ยังไม่เบิกจ่าย)',
  budgetDiffers: (own: string, leaves: string) =>
    `งบประมาณตามแผน ${own} บาท ต่างจากผลรวมของกิจกรรมย่อย ${leaves} บาท`,
  percent: (value: string) => `ร้อยละ ${value}`,
  dated: (day: string, text: string) => `(${day}) ${text}`,
  asOfDay: (day: string, text: string) => `(ณ ${day}) ${text}`,
  solved: (text: string) => `${text} (แก้ไขแล้ว)`,
  obstacleIs: (text: string) => `ปัญหาอุปสรรค: ${text}`,
  suggestionIs: (text: string) => `ข้อเสนอแนะ: ${text}`,
  late: (day: string) => `รายงานหลังสิ้นงวด เมื่อ ${day}`,
  overdue: (last: string) => `เลยกำหนดดำเนินการ (${last})`,
  reached: (amount: string, target: string | null) =>
    `ผลที่ได้ ${amount}${target ? ` (เป้าหมาย ${target})` : ''}`,
  planned: (first: string, last: string) => `กำหนดดำเนินการ ${first === last ? first : `${first} - ${last}`}`,
  /** The unit reads before the number (ร้อยละ 85) or after it (3 ชิ้น). */
  amount: (value: string, unit: string | null) =>
    unit === 'ร้อยละ' ? `ร้อยละ ${value}` : unit ? `${value} ${unit}` : value,
  notes: 'หมายเหตุท้ายตาราง',
  unstatedNote: (labels: string) => `ผู้รายงานไม่ได้กล่าวถึงปัญหาอุปสรรคหรือข้อเสนอแนะ จึงแสดงว่า “ไม่มี”: ลำดับที่ ${labels}`,
  missingNote: (count: number, labels: string) => `ยังไม่มีรายงาน ${count} กิจกรรม: ลำดับที่ ${labels}`,
  statusNote: (labels: string) => `ผู้รายงานไม่ได้ระบุสถานะ จึงนับเป็น “อยู่ในระหว่างการดำเนินงาน”: ลำดับที่ ${labels}`,
  lateNote: (labels: string) => `รายงานหลังวันสิ้นงวด: ลำดับที่ ${labels}`,
  totalNote: 'ยอดรวมนับเฉพาะกิจกรรมย่อยที่สุด ไม่นับซ้ำกับกิจกรรมหลัก',
  listed: (labels: readonly string[], more: number) =>
    `${labels.join(', ')}${more > 0 ? ` และอีก ${more} กิจกรรม` : ''}`,
  sign: '(ลงชื่อ)',
  signer: (name: string) => `(${name})`,
  signerBlank: '(............................................)',
  reporter: 'ผู้รายงาน',
  approver: 'ผู้รับรองรายงาน',
  position: (name: string) => `ตำแหน่ง ${name}`,
  signedOn: (blank: string) => `วันที่ ${blank}`,
  annex: 'ภาคผนวก หลักฐานประกอบการรายงาน',
  annexColumns: { number: 'ลำดับที่', file: 'หลักฐาน', sender: 'ผู้ส่ง', time: 'วันเวลาที่ส่ง', code: 'รหัสตรวจสอบไฟล์' },
  erased: 'หลักฐานนี้ถูกลบแล้ว',
  pictureUnreadable: 'แสดงภาพนี้ไม่ได้',
  unnamedFile: 'ไม่มีชื่อไฟล์',
  page: (number: string) => `- ${number} -`,
  sheets: { plan: 'ส่วนที่ 1', report: 'ส่วนที่ 2', annex: 'หลักฐาน' },
};
