/** Makes Excel files as clerks leave them behind, for the tests of reading plans. */
import Excel, { type Worksheet } from 'exceljs';

const HEADINGS = [
  'ลำดับที่',
  'กิจกรรม',
  'หน่วยนับ',
  'จำนวน',
  'งบประมาณ (บาท)',
  'ผู้รับผิดชอบ',
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เดือน',
];
export const ACTIVITIES = 'กิจกรรม';

/** A workbook with a good head sheet; `fill` writes the activities below the headings in row 1. */
export async function workbook(fill: (sheet: Worksheet, book: Excel.Workbook) => void): Promise<Buffer> {
  const book = new Excel.Workbook();
  const head = book.addWorksheet('ข้อมูลแผน');
  head.addRows([
    ['ชื่อหน่วยงาน', 'สพป.ตัวอย่าง'],
    ['ปีงบประมาณ', 2564],
    ['ชื่อแผน', 'แผนทดสอบ'],
  ]);
  const sheet = book.addWorksheet(ACTIVITIES);
  sheet.addRow(HEADINGS);
  fill(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
