/** How offices write of money in headings and cells, Thai and English; read by imports. */

/** Words of headings over money; anywhere in the heading. */
export const moneyWords = {
  any: [
    'งบ',
    'เงิน',
    'ค่าใช้จ่าย',
    'บาท',
    'มูลค่า',
    'ประมาณการ',
    'budget',
    'amount',
    'cost',
    'baht',
    'รายจ่าย',
    'ทุน',
  ],
  /** Kinds of spending and sources, which stand beside each other and add up. */
  part: [
    'ตอบแทน',
    'ใช้สอย',
    'วัสดุ',
    'ครุภัณฑ์',
    'ที่ดิน',
    'สิ่งก่อสร้าง',
    'สาธารณูปโภค',
    'อุดหนุน',
    'บุคลากร',
    'ดำเนินงาน',
    'ลงทุน',
    'รายได้',
    'บำรุง',
    'บริจาค',
    'นอกงบ',
    'สมทบ',
    'รายจ่ายอื่น',
    'จังหวัด',
    'อปท',
    'สพฐ',
    'กองทุน',
    'สะสม',
    'ค่า',
  ],
  total: ['รวม', 'ทั้งสิ้น', 'ทั้งหมด', 'total', 'sum'],
  /** Money that is no plan: spent, left, of a past year. */
  other: [
    'ใช้ไป',
    'เบิกจ่าย',
    'คงเหลือ',
    'จ่ายจริง',
    'ใช้จริง',
    'ผลการใช้',
    'ก่อหนี้',
    'โอนกลับ',
    'เบิกแล้ว',
    'ใช้แล้ว',
    'ผูกพัน',
    'spent',
    'actual',
    'remaining',
    'balance',
  ],
  /** Money spread over the year. */
  spread: ['แผนการใช้จ่าย', 'แผนการใช้งบ', 'แผนการใช้เงิน', 'แผนเบิกจ่าย', 'แผนการเบิก', 'แผนใช้จ่าย', 'แผนการจ่าย'],
  /** Of two sums the one that was granted is the plan's. */
  granted: ['จัดสรร', 'ได้รับ', 'อนุมัติ', 'approved', 'allocated'],
};

/** A unit of money, and the power of ten of a baht that it is. */
export const moneyUnits: readonly { word: string; power: number }[] = [
  { word: 'ร้อยล้านบาท', power: 8 },
  { word: 'สิบล้านบาท', power: 7 },
  { word: 'ล้านบาท', power: 6 },
  { word: 'แสนบาท', power: 5 },
  { word: 'หมื่นบาท', power: 4 },
  { word: 'พันบาท', power: 3 },
  { word: 'ร้อยบาท', power: 2 },
  { word: 'บาท', power: 0 },
  { word: 'million baht', power: 6 },
  { word: 'millionbaht', power: 6 },
  { word: 'thousand baht', power: 3 },
  { word: 'thousandbaht', power: 3 },
  { word: 'mb', power: 6 },
  { word: 'baht', power: 0 },
];

/** Before a unit, in a line above a table. */
export const unitPrefixes: readonly string[] = ['หน่วย', 'unit'];

/** No money is needed, however it is said. */
export const noMoney =
  /^ไม่\s*(?:ได้|ต้อง|มี|ขอ)?\s*(?:ใช้|รับ|มี|ขอ|ตั้ง|เสีย)?\s*(?:จ่าย)?\s*(?:งบ|เงิน|ค่าใช้จ่าย|บาท|ใช้|มี)|^(?:ใช้)?งบปกติ\s*0|^ไม่มี$|^no budget|^none$/;
