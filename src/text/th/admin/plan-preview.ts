/** Thai sentences: how a plan's file was understood, what of it was not used, and whether its sums come out. */
import type { FindingKind } from '../../../plan-import/findings.ts';
import type { PlanField, Unused } from '../../../plan-import/mapping.ts';
import { money as amount } from '../../format.ts';

type Sentence = (value: string, more: string, money: number | null) => string;

const quoted = (value: string): string => `“${value}”`;
const baht = (satang: number | string | null): string => `${amount(Number(satang ?? 0))} บาท`;
const apart = (difference: number | null): string =>
  (difference ?? 0) > 0 ? `อ่านได้เกิน ${baht(difference)}` : `อ่านได้ขาด ${baht(-(difference ?? 0))}`;
const MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
];

const field: Record<PlanField, string> = {
  label: 'ลำดับที่',
  code: 'รหัส',
  parent: 'อยู่ภายใต้',
  group: 'กลุ่มของกิจกรรม',
  name: 'ชื่อกิจกรรม',
  indicator: 'ตัวชี้วัด',
  unit: 'หน่วยนับ',
  target: 'เป้าหมาย',
  budget: 'งบประมาณ',
  fund: 'แหล่งงบประมาณ',
  owner: 'ผู้รับผิดชอบ',
  months: 'เดือนที่ดำเนินการ',
  start: 'วันเริ่มต้น',
  end: 'วันสิ้นสุด',
};

const unused: Record<Unused, string> = {
  unknown: 'ไม่รู้จักหัวตาราง',
  aside: 'ไม่อยู่ในแผน',
  part: 'ส่วนหนึ่งของงบรวม',
  'other-year': 'ปีอื่น',
  spread: 'เงินแยกตามช่วงเวลา',
  'other-money': 'ไม่ใช่งบตามแผน',
  double: 'ซ้ำกับคอลัมน์อื่น',
  said: 'สั่งไม่ให้ใช้',
};

const sentence: Record<FindingKind, Sentence> = {
  'column-unused': (value, more) =>
    more === 'line' ? `ไม่ได้นำบรรทัด ${quoted(value)} มาใช้` : `คอลัมน์ ${quoted(value)} ไม่ได้นำมาใช้ (มี ${more})`,
  'column-unknown': (value, more) => `คอลัมน์ ${quoted(value)} ไม่ได้นำมาใช้ เพราะไม่รู้จักหัวตาราง (มี ${more})`,
  'column-part': (value, _more, money) =>
    `คอลัมน์ ${quoted(value)} รวม ${baht(money)} เป็นส่วนหนึ่งของงบประมาณรวมแล้ว`,
  'column-year': (value, _more, money) => `คอลัมน์ ${quoted(value)} รวม ${baht(money)} เป็นของปีอื่น จึงไม่นำมาใช้`,
  'column-spread': (value, more) =>
    `คอลัมน์ ${quoted(value)} เป็นตัวเลขแยกตามช่วงเวลา ไม่ใช่เครื่องหมายเดือน จึงไม่นำมาใช้ (มี ${more})`,
  'column-other-money': (value, _more, money) =>
    `คอลัมน์ ${quoted(value)} รวม ${baht(money)} ไม่ใช่งบประมาณตามแผน จึงไม่นำมาใช้`,
  'column-double': (value, more) => `คอลัมน์ ${quoted(value)} ซ้ำกับคอลัมน์ที่ใช้แล้ว จึงไม่นำมาใช้ (มี ${more})`,
  'column-money': (value, more, money) =>
    `คอลัมน์ ${quoted(value)} มีตัวเลขที่อาจเป็นเงินรวม ${baht(money)} (เช่น ${more}) แต่ไม่ได้นำมาใช้`,
  'name-guessed': (value, more) => `ไม่มีหัวตารางกิจกรรม จึงใช้คอลัมน์ ${quoted(value)} เป็นชื่อกิจกรรม (เช่น ${more})`,
  'money-guessed': (value, more, money) =>
    `ไม่มีหัวตารางงบประมาณ คอลัมน์ ${quoted(value)} อาจเป็นงบประมาณ รวม ${baht(money)} (เช่น ${more})`,
  'money-added-columns': (value, _more, money) =>
    `ไม่มีคอลัมน์รวม จึงบวกคอลัมน์ ${quoted(value)} เป็นงบประมาณ ${baht(money)}`,
  'no-money-column': () => 'ไม่พบคอลัมน์งบประมาณ กิจกรรมทั้งหมดจึงไม่มีงบประมาณ',
  'no-month-column': () => 'ไม่พบคอลัมน์เดือนหรือระยะเวลา กิจกรรมจะครบกำหนดวันสุดท้ายของแผน',
  'no-owner-column': () => 'ไม่พบคอลัมน์ผู้รับผิดชอบ',
  'no-column': (value) => `ไม่มีคอลัมน์${field[value as PlanField] ?? value}`,
  'month-missing': (value) =>
    `ไม่มีคอลัมน์ของเดือน ${value
      .split(',')
      .map((month) => MONTHS[Number(month) - 1])
      .join(' ')}`,
  'unit-unsure': (value, more, money) =>
    more === 'none'
      ? `คอลัมน์ ${quoted(value)} มีแต่ตัวเลขน้อย รวม ${baht(money)} และไม่บอกหน่วย`
      : `คอลัมน์ ${quoted(value)} คิดตามหน่วยที่เขียนไว้ได้ ${baht(money)} ซึ่งสูงผิดปกติ`,
  'sheet-hidden': (value) => `ชีตนี้ซ่อนอยู่ จึงไม่นำมาใช้ (มี ${value})`,
  'sheet-unused': (value) => `ชีตนี้ไม่มีตารางแผน จึงไม่นำมาใช้ (มี ${value})`,
  'table-unused': (value) => `ไม่ได้นำส่วนนี้มาใช้ เพราะไม่มีหัวตารางของแผน (มี ${value})`,
  'table-money': (value, _more, money) =>
    `ไม่ได้นำตารางนี้มาใช้ แต่มีจำนวนเงิน ${baht(money)} (มี ${value}) กรุณาตรวจว่าเป็นส่วนของแผนหรือไม่`,
  'table-same': () => 'เป็นข้อมูลหรือยอดเดียวกับตารางที่ใช้แล้ว จึงไม่นำมาใช้ซ้ำ',
  'table-continued': () => 'ตารางนี้ไม่มีหัวตาราง จึงอ่านต่อจากตารางก่อนหน้า',
  'table-report': (value) => `ตารางนี้เป็นรายงานผล จึงไม่นำมาใช้ (มี ${value})`,
  'row-unused': (value) => `ไม่ได้นำแถวนี้มาใช้: ${value}`,
  'row-money': (value) => `แถวนี้มีเงินแต่ไม่มีชื่อกิจกรรม จึงยังไม่ได้นำมาใช้: ${value}`,
  'row-joined': (value, more) => `ต่อข้อความ ${quoted(value)} เข้ากับกิจกรรมก่อนหน้า (${more})`,
  'row-hidden': (value) => `แถวนี้ซ่อนอยู่ แต่นำเข้าด้วย: ${value}`,
  'row-details': (value, more, money) =>
    `${quoted(value)} เป็นรายการค่าใช้จ่ายของ ${quoted(more)} รวม ${baht(money)} ไม่ใช่กิจกรรม`,
  split: (value) => `แยกกิจกรรมที่อยู่ในช่องเดียวกัน: ${value}`,
  'money-unread': (value) => `อ่านจำนวนเงิน ${quoted(value)} ไม่ออก จึงเว้นว่างไว้`,
  'money-negative': (value) => `จำนวนเงิน ${quoted(value)} ติดลบหรือมากเกินไป จึงเว้นว่างไว้`,
  'money-short': (value) => `จำนวนเงิน ${quoted(value)} ไม่เท่ากับจำนวนกิจกรรมในช่อง จึงยังไม่ได้ใส่ให้กิจกรรมใด`,
  'money-added': (value, _more, money) =>
    `บวก ${baht(money)} ที่อยู่คนละแถวหรือบรรทัด เข้าเป็นงบประมาณของ ${quoted(value)}`,
  'money-shared': (value, more) => `จำนวนเงิน ${quoted(value)} เป็นของหลายกิจกรรมร่วมกัน (${more})`,
  'money-rounded': (value) => `ปัดเศษจำนวนเงิน ${quoted(value)} เป็นสตางค์`,
  'target-unread': (value, more) => `อ่านเป้าหมาย ${quoted(value)} ของ ${quoted(more)} เป็นตัวเลขไม่ได้ จึงเว้นว่าง`,
  'indicator-unsplit': (value) => `แยกตัวชี้วัดตามกิจกรรมไม่ได้ จึงใส่ไว้ที่กิจกรรมแรก: ${quoted(value)}`,
  'months-unread': (value) => `อ่านเดือน ${quoted(value)} ไม่ออก จึงเว้นว่าง`,
  'months-outside': (value, more) => `เดือน ${quoted(value)} อยู่นอกปีงบประมาณ ${more} จึงไม่นำมาใช้`,
  'months-drawn': () => 'มีลูกศรที่วาดไว้ อ่านเดือนไม่ได้ กรุณาพิมพ์เครื่องหมายแทน',
  'months-shared': (value) => `ใช้เดือนเดียวกันกับทุกกิจกรรมในช่อง: ${value}`,
  'mark-unread': (value) => `ไม่เข้าใจเครื่องหมาย ${quoted(value)} ใต้ชื่อเดือน`,
  'mark-taken': (value) => `ถือว่า ${quoted(value)} ใต้ชื่อเดือนคือดำเนินการในเดือนนั้น`,
  'value-double': (value, more) => `ค่า ${quoted(value)} เกินจากที่ ${quoted(more)} มีแล้ว จึงไม่นำมาใช้`,
  'total-differs': (value, more, money) =>
    `${value} ในไฟล์ ${baht(more.split('|')[0]!)} แต่กิจกรรมรวมได้ ${baht(more.split('|')[1]!)} ${apart(money)}`,
  'branch-differs': (value, more, money) =>
    `${value} ในไฟล์ ${baht(more.split('|')[0]!)} แต่กิจกรรมย่อยรวมได้ ${baht(more.split('|')[1]!)} ${apart(money)}`,
  'document-total-differs': (value, more, money) =>
    `เอกสารเขียนว่า ${quoted(value)} แต่กิจกรรมทั้งแผนรวมได้ ${baht(more.split('|')[1]!)} ${apart(money)}`,
  'parts-differ': (value, more, money) =>
    `ส่วนย่อยรวมได้ ${baht(value)} แต่ช่องงบประมาณเป็น ${baht(more)} ต่างกัน ${baht(Math.abs(money ?? 0))}`,
  'spread-differs': (value, more, money) =>
    `ยอดแยกตามช่วงเวลารวมได้ ${baht(value)} แต่งบประมาณเป็น ${baht(more)} ต่างกัน ${baht(Math.abs(money ?? 0))}`,
  numbered: () => 'แผนไม่มีลำดับที่ จึงใส่ 1. 2. 3. ให้ตามแถว',
  'label-was-day': (value, more) =>
    `โปรแกรมตารางเปลี่ยนลำดับเป็นวันที่ (${value}) จึงอ่านเป็น ${quoted(more)} หากไม่ถูกต้อง กรุณาตั้งรูปแบบช่องเป็น “ข้อความ” แล้วพิมพ์ลำดับใหม่`,
  'label-lost-nought': (value, more) =>
    `โปรแกรมตารางตัดเลข 0 ท้ายลำดับออก (${value}) จึงอ่านเป็น ${quoted(more)} ตามลำดับก่อนหน้า`,
  'label-double': (value, more) => `ลำดับหรือรหัส ${quoted(value)} ซ้ำกับ ${more} จึงตั้งรหัสในระบบให้ใหม่`,
  'no-year': () => 'ไม่พบปีงบประมาณ จึงยังอ่านเดือนไม่ได้',
  'deleted-row': (value) => `แถวที่ลบไว้ในการติดตามการแก้ไข ไม่นำมาใช้: ${value}`,
  'hidden-text': (value) => `ข้อความที่ซ่อนไว้ ไม่นำมาใช้: ${quoted(value)}`,
  'text-box': (value) => `ข้อความในกล่องข้อความ ไม่นำมาใช้: ${quoted(value)}`,
  'far-columns': (value) => `มีข้อมูลอยู่ไกลทางขวามาก จึงไม่ได้อ่าน: ${quoted(value)}`,
};

/** What is said at the terminal about what a finding asks for; a page has its own ways. */
const hint: Partial<Record<FindingKind, (value: string) => string>> = {
  'column-unknown': (value) => `หากต้องใช้ ใส่ --map "${value}=ชื่อช่อง"`,
  'column-money': (value) => `กรุณาบอกด้วย --map "${value}=งบประมาณ" หรือ --map "${value}=ไม่ใช้"`,
  'money-guessed': (value) => `กรุณายืนยันด้วย --map "${value}=งบประมาณ"`,
  'unit-unsure': () => 'กรุณายืนยันด้วย --unit บาท หรือ --unit พันบาท หรือ --unit ล้านบาท',
  'no-year': () => 'ใส่ --set "ปีงบประมาณ=2570"',
};

const HEAD_EXAMPLES = { office: 'ชื่อหน่วยงาน=…', title: 'ชื่อแผน=…', fiscalYear: 'ปีงบประมาณ=2570' };

export const planPreview = {
  hint,
  field,
  unused,
  sentence,
  wholeFile: 'ทั้งไฟล์',
  month: (months: readonly number[]) => `เดือน ${months.map((month) => MONTHS[month - 1]).join(' ')}`,
  heads: { column: 'คอลัมน์', heading: 'หัวตาราง', use: 'ใช้เป็น', samples: 'ตัวอย่าง' },
  table: (name: string, rows: number) => `ตาราง ${quoted(name)} ${rows} แถว`,
  notUsed: (why: string) => `– ไม่ใช้ (${why})`,
  noHeading: '(ไม่มีหัว)',
  unit: (power: number | null) =>
    `หน่วยเงิน: ${UNITS.get(power ?? 0) ?? `10^${power} บาท`}${power === null ? ' (ไฟล์ไม่ได้บอก)' : ''}`,
  office: (name: string) => `หน่วยงาน: ${name || 'ไม่พบในไฟล์'}`,
  title: (title: string, year: number | null) =>
    `แผน: ${title || 'ไม่พบชื่อแผนในไฟล์'} (ปีงบประมาณ ${year ?? 'ไม่พบ'})`,
  activities: (count: number) => `อ่านได้ ${count} กิจกรรม`,
  sums: 'ยอดเงิน',
  readTotal: (satang: number) => `อ่านได้ทั้งแผน ${baht(satang)}`,
  sum: (name: string, stated: number, read: number) =>
    `${name}: ในไฟล์ ${baht(stated)} อ่านได้ ${baht(read)} ${stated === read ? '✓ ตรงกัน' : `✗ ${apart(read - stated)}`}`,
  group: { money: 'เงินที่ยังอธิบายไม่ได้', ask: 'กรุณาตรวจ', note: 'เพื่อทราบ' },
  more: (count: number) => `… และอีก ${count} ข้อ`,
  ready: 'อ่านได้ครบ พร้อมนำเข้า',
  notReady:
    'ยังไม่พร้อมนำเข้า: มีเงินที่ยังอธิบายไม่ได้ แก้ในไฟล์ หรือบอกด้วย --map, --unit หรือถ้าตรวจแล้วยอมรับตามนี้ ใส่ --accept',
  stillBad: (count: number) => `ยังต้องแก้ ${count} จุดก่อนนำเข้า`,
  askRead: 'ตรวจการอ่านข้างต้นแล้ว ให้บันทึกตามนี้หรือไม่',
  askMoney: 'มีเงินที่ยังอธิบายไม่ได้ตามรายการข้างต้น ยอมรับและบันทึกทั้งที่ไม่ตรงหรือไม่',
  needsAccept: 'มีเงินที่ยังอธิบายไม่ได้ จึงยังไม่บันทึก ใส่ --accept หากตรวจแล้วยอมรับตามนี้',
  needsRead: 'ไฟล์นี้ไม่ใช่แบบกรอก หรือมีจุดที่ต้องตรวจ ต้องยืนยันก่อนบันทึก กรุณาสั่งจากหน้าจอที่ถามตอบได้ หรือใส่ --yes',
  savedUsed: 'ใช้การจับคู่คอลัมน์ที่หน่วยงานนี้เคยบอกไว้ (ใส่ --forget หากไม่ต้องการ)',
  badMap: (text: string) =>
    `--map ${quoted(text)} ต้องเป็น "หัวตาราง=ชื่อช่อง" ชื่อช่องที่ใช้ได้: ${Object.values(field).join(', ')}, ไม่ใช้`,
  badSet: (text: string) => `--set ${quoted(text)} ต้องเป็น "ชื่อหน่วยงาน=…" "ชื่อแผน=…" หรือ "ปีงบประมาณ=…"`,
  sayHead: (lacking: readonly ('office' | 'title' | 'fiscalYear')[]) =>
    `ข้อมูลที่ไฟล์ไม่มี ใส่ได้ด้วย ${lacking.map((one) => `--set "${HEAD_EXAMPLES[one]}"`).join(' ')}`,
  badUnit: (text: string) => `ไม่รู้จักหน่วย ${quoted(text)} ใช้ได้เช่น บาท พันบาท ล้านบาท`,
  mapUnknown: (heading: string, columns: string) =>
    columns === ''
      ? `--map: ไฟล์นี้ไม่มีคอลัมน์ให้ระบุ กรุณาสั่งโดยไม่ใส่ --map`
      : `--map: ไม่พบคอลัมน์ ${quoted(heading)} ในตารางแผนของไฟล์นี้ คอลัมน์ที่มี: ${columns}`,
};

const UNITS = new Map([
  [0, 'บาท'],
  [2, 'ร้อยบาท'],
  [3, 'พันบาท'],
  [4, 'หมื่นบาท'],
  [5, 'แสนบาท'],
  [6, 'ล้านบาท'],
]);
