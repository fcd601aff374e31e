/** How people write the units that plans count in, beside the unit's own name. */
import { list } from './list.ts';

export const UNIT_WRITINGS: Readonly<Record<string, readonly string[]>> = {
  กิโลเมตร: list('กม. กม กิโล โล km'),
  เมตร: list('ม. เมด เมต m'),
  ตารางเมตร: list('ตร.ม. ตรม. ตรม ตารางเมด'),
  กิโลกรัม: list('กก. กก กิโล โล kg'),
  กิโลวัตต์: list('kw กิโล'),
  โรงเรียน: list('ร.ร. รร. รร โรง'),
  ครัวเรือน: list('ครัว หลังคาเรือน หลังคา ครอบครัว บ้าน'),
  หลังคาเรือน: list('หลังคา ครัวเรือน ครัว หลัง'),
  หมู่บ้าน: list('หมู่ บ้าน'),
  หน่วยงาน: list('หน่วย แห่ง'),
  คน: list('ท่าน ราย นาย รูป persons ppl'),
  ร้อยละ: list('% เปอร์เซ็นต์ เปอร์เซนต์ เปอเซ็น เปอร์'),
  คะแนน: list('แต้ม'),
  เครื่อง: list('ตัว'),
  ฉบับ: list('เล่ม'),
  เล่ม: list('ฉบับ'),
  แห่ง: list('ที่ จุด'),
};
