/** Thai sentences about an answer that cannot be taken, is not clear, or was not understood. */
import { quantity } from '../format.ts';

export const answer = {
  status: 'กรุณาเลือกสถานะจากปุ่ม หรือพิมพ์ เช่น เสร็จแล้ว กำลังดำเนินการ ยังไม่เริ่ม',
  percent: 'กรุณาพิมพ์ตัวเลข 0 ถึง 100 เช่น 60',
  actual: (unit: string) => `กรุณาพิมพ์เป็นตัวเลข เช่น ${quantity(87, unit)}`,
  spent: 'กรุณาพิมพ์จำนวนเงินเป็นบาท เช่น 28,500 หรือพิมพ์ 0 หากยังไม่ได้ใช้',
  negative: 'จำนวนเงินติดลบไม่ได้ กรุณาพิมพ์ยอดที่ใช้ไปทั้งหมด เช่น 28,500',
  tooMuch: 'จำนวนเงินสูงเกินกว่าที่ระบบรับได้ กรุณาตรวจสอบอีกครั้ง',
  date: 'กรุณาเลือกวันที่ หรือพิมพ์ เช่น 15 มี.ค. 64',
  textTooLong: (most: number) => `ข้อความยาวเกินไป กรุณาสรุปให้ไม่เกิน ${most} ตัวอักษร`,
  wholeBudget: 'ใช้เต็มวงเงิน',
  nothingSpent: 'ยังไม่เบิกจ่าย',
  today: 'วันนี้',
  yesterday: 'เมื่อวาน',
  empty: 'กรุณาพิมพ์ข้อความ หรือแตะ “ข้าม”',
  evidence: 'กรุณาส่งรูปภาพหรือไฟล์ หรือแตะ “ข้าม”',
  /** The same refusals once more, in other words. */
  again: {
    status: 'ข้อนี้รอสถานะของกิจกรรม แตะปุ่มด้านล่างได้เลย',
    percent: 'ข้อนี้รอความก้าวหน้าเป็นตัวเลข 0 ถึง 100 หากยังไม่ทราบ แตะ “ข้าม”',
    actual: (unit: string) => `ข้อนี้รอตัวเลข${unit ? ` (${unit})` : ''} หากยังไม่ทราบ แตะ “ข้าม”`,
    spent: 'ข้อนี้รอยอดเงินที่ใช้ไปทั้งหมดเป็นบาท หากยังไม่ทราบ แตะ “ข้าม”',
    date: 'ข้อนี้รอวันที่ แตะปุ่มด้านล่าง หรือแตะ “ข้าม”',
    evidence: 'ข้อนี้รอรูปภาพหรือไฟล์ หากไม่มี แตะ “ข้าม”',
  },
};

export const unsure = {
  spent: 'จำนวนเงินที่ใช้ยังไม่ชัดเจน กรุณาระบุอีกครั้ง',
  other: 'มีข้อมูลที่ยังไม่ชัดเจน กรุณาระบุอีกครั้ง',
  'not-done': '“ไม่ได้ดำเนินการ” หมายถึงยังไม่ได้ทำ หรือยกเลิกแล้ว',
  'half-done': 'แจ้งว่าเสร็จแล้ว แต่ความก้าวหน้าไม่ถึง 100% กรุณาเลือก',
  turned: 'การ์ดเดิมกับข้อความนี้บอกสถานะไม่ตรงกัน กรุณาเลือก',
};

export const notUnderstood = {
  first: (example: string) => `ขออภัย ยังไม่เข้าใจข้อความนี้ หากต้องการรายงาน พิมพ์ได้เลย เช่น\n${example}`,
  again: 'ลองเลือกจากรายการด้านล่างนี้ได้เลย',
  /** Before the card that is open. */
  onCard: [
    (example: string) => `ขออภัย ยังไม่เข้าใจข้อความนี้ กรุณาแตะรายการที่ต้องการแก้ไข หรือพิมพ์ เช่น ${example}`,
    (example: string) => `ยังอ่านข้อความนี้ไม่ได้ หากต้องการแก้ พิมพ์ เช่น ${example} หากถูกต้องแล้ว พิมพ์ “บันทึก”`,
  ],
  /** What can be typed on the card, by the row it is of. */
  examples: {
    spent: 'แก้งบเป็น 25,000',
    actual: (unit: string) => `แก้จำนวนเป็น ${unit ? quantity(58, unit) : 58}`,
    percent: 'แก้ความก้าวหน้าเป็น 60',
    date: 'แก้วันที่เป็น 15 มี.ค. 64',
    obstacle: 'แก้ปัญหาเป็น รอวัสดุ',
    status: 'แก้สถานะเป็น กำลังดำเนินการ',
  },
  /** @param sum the activity's own budget, null where it has none. */
  example: (label: string, sum: string | null) =>
    sum === null ? `${label} เสร็จแล้ว` : `${label} เสร็จแล้ว ใช้งบ ${sum}`,
};
