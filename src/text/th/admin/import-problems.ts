/** Thai sentences: what is wrong with a plan that is being brought in, cell by cell. */
import type { NoteReason, ProblemReason } from '../../../plan-import/problems.ts';
import { money } from '../../format.ts';

type Sentences<Reason extends string> = Record<Reason, (value: string, more: string) => string>;

const quoted = (value: string): string => `“${value}”`;
const baht = (satang: string): string => `${money(Number(satang))} บาท`;

export const problem: Sentences<ProblemReason> = {
  'error-value': (value) => `ช่องนี้เป็นค่าผิดพลาดของ Excel (${value}) กรุณาแก้สูตรหรือพิมพ์ค่าแทน`,
  'formula-empty': (value) => `สูตร ${value} ยังไม่มีผลลัพธ์ กรุณาเปิดไฟล์ใน Excel แล้วบันทึกใหม่ หรือพิมพ์ค่าแทน`,
  'wrong-kind': (value) => `ต้องเป็นข้อความหรือตัวเลข แต่พบ ${value}`,
  'not-object': (value) => `ต้องเป็นข้อมูลในเครื่องหมาย { } แต่พบ ${value}`,
  'not-list': (value) => `ต้องเป็นรายการในเครื่องหมาย [ ] แต่พบ ${value}`,
  'no-rows': () => 'ยังไม่มีกิจกรรมสักแถว กรุณากรอกกิจกรรมอย่างน้อย 1 แถว',
  'too-many-rows': (_value, more) =>
    `มีกิจกรรมเกิน ${Number(more).toLocaleString('en-US')} แถว กรุณาแบ่งเป็นหลายแผน`,
  missing: () => 'ต้องกรอกช่องนี้',
  'text-too-long': (_value, more) =>
    `ข้อความยาวเกิน ${Number(more).toLocaleString('en-US')} ตัวอักษร กรุณาย่อให้สั้นลง`,
  'not-text': (value) => `ต้องเป็นข้อความ แต่พบ ${quoted(value)}`,
  'number-unreadable': (value) =>
    `อ่านลำดับที่ ${quoted(value)} ไม่ออก กรุณาพิมพ์เช่น 1. หรือ 1.2 หรือ 1.2 1) หรือใส่รหัสเช่น 1.2.1`,
  'number-became-date': (value) =>
    `Excel เปลี่ยนลำดับที่เป็นวันที่ (${value}) กรุณาตั้งรูปแบบช่องเป็น “ข้อความ” แล้วพิมพ์ลำดับใหม่`,
  'too-deep': (value, more) => `กิจกรรม ${value} ซ้อนกันเกิน ${more} ชั้น`,
  duplicate: (value, more) => `รหัส ${value} ซ้ำกับช่อง ${more}`,
  'duplicate-decimal': (value, more) =>
    `รหัส ${value} ซ้ำกับช่อง ${more} (หากตั้งใจพิมพ์ ${value}0 กรุณาตั้งรูปแบบช่องเป็น “ข้อความ” ก่อน)`,
  'parent-unknown': (value) => `ไม่พบกิจกรรม ${quoted(value)} ที่ระบุไว้ในช่อง “อยู่ภายใต้”`,
  'parent-missing': (value, more) =>
    `กิจกรรม ${value} ไม่มีกิจกรรมหลัก กรุณาเพิ่มแถว ${more} หรือใส่ - ในช่อง “อยู่ภายใต้” หากเป็นกิจกรรมหลักเอง`,
  cycle: (_value, more) => `กิจกรรมอยู่ภายใต้กันเป็นวงกลม (${more}) กรุณาแก้ช่อง “อยู่ภายใต้”`,
  'money-unreadable': (value) => `อ่านจำนวนเงิน ${quoted(value)} ไม่ออก กรุณาพิมพ์ตัวเลขเป็นบาท เช่น 30,000`,
  'money-negative': (value) => `งบประมาณติดลบไม่ได้ (${value})`,
  'money-too-large': (value, more) =>
    `จำนวนเงิน ${value} มากเกินไป ต้องไม่เกิน ${Number(more).toLocaleString('en-US')} บาท`,
  'target-unreadable': (value) => `อ่านค่าเป้าหมาย ${quoted(value)} ไม่ออก กรุณาพิมพ์ตัวเลขเดียว เช่น 85`,
  'target-out-of-range': (value) => `ค่าเป้าหมาย ${value} ต้องไม่ติดลบและไม่เกินหนึ่งล้านล้าน`,
  'month-unreadable': (value) =>
    `อ่านเดือน ${quoted(value)} ไม่ออก กรุณาพิมพ์เช่น ม.ค. 64, ก.พ. 64 หรือ เม.ย.-มิ.ย. 64`,
  'month-outside': (value, more) =>
    `เดือน ${quoted(value)} อยู่นอกปีงบประมาณ ${more} (ต.ค. ${Number(more) - 1} ถึง ก.ย. ${more})`,
  'months-backwards': (value) => `ช่วงเดือน ${quoted(value)} เดือนสิ้นสุดมาก่อนเดือนเริ่มต้น`,
  'tick-unreadable': (value) => `ไม่เข้าใจเครื่องหมาย ${quoted(value)} ใต้ชื่อเดือน กรุณาใส่ ✓ หรือเว้นว่าง`,
  'year-unreadable': (value) => `อ่านปีงบประมาณ ${quoted(value)} ไม่ออก กรุณาพิมพ์ พ.ศ. 4 หลัก เช่น 2564`,
  'date-unreadable': (value) => `อ่านวันที่ ${quoted(value)} ไม่ออก กรุณาพิมพ์เช่น 1/10/2563`,
  'period-backwards': (value, more) => `วันสิ้นสุด (${value}) มาก่อนวันเริ่มต้น (${more})`,
  'period-outside': (value, more) => `วันที่ ${quoted(value)} อยู่นอกปีงบประมาณ ${more}`,
};

export const note: Sentences<NoteReason> = {
  'budget-differs': (value, more) => `แผนระบุ ${baht(value)} แต่กิจกรรมย่อยรวมกันได้ ${baht(more)}`,
  'budget-rounded': (value, more) => `ปัดจำนวนเงิน ${value} เป็น ${more} บาท`,
  'total-skipped': () => 'ข้ามแถวผลรวม',
  'total-differs': (value, more) => `แถวผลรวมระบุ ${baht(value)} แต่กิจกรรมรวมกันได้ ${baht(more)}`,
  'row-hidden': (value) => `แถวนี้ซ่อนอยู่ แต่นำเข้าด้วย: ${value}`,
  'order-changed': () => 'จัดลำดับแถวใหม่ ให้กิจกรรมย่อยอยู่ต่อจากกิจกรรมหลัก',
  'year-was-ce': (value, more) => `ปี ${value} เป็น ค.ศ. จึงใช้ปีงบประมาณ พ.ศ. ${more}`,
  'leaf-without-months': (value) => `ไม่ได้ระบุเดือน จึงครบกำหนดวันสุดท้ายของแผน: ${value}`,
};
