/** Thai sentences about photos and files: what the sender is told, the card that lists them, the page of a link that ended. */
import { decimal } from '../format.ts';

function sizeIn(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${decimal(Math.round(bytes / 100_000) / 10)} MB`;
}

export const files = {
  photo: 'รูปภาพ',
  notYours: (label: string) => `หลักฐานของกิจกรรม ${label} ดูได้เฉพาะผู้รับผิดชอบและผู้บริหาร`,
  /** Why something that was sent is not kept as evidence. */
  failed: {
    gone: (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} ไม่มีใน LINE แล้ว จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งใหม่อีกครั้ง`,
    'too-large': (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} มีขนาดใหญ่เกินไป จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งรูปไม่เกิน 10 MB หรือไฟล์ไม่เกิน 25 MB`,
    empty: (name: string, at: string) => `${name} ที่ส่งเมื่อ ${at} เป็นไฟล์เปล่า จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งใหม่อีกครั้ง`,
    'not-a-picture': (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} เปิดเป็นรูปภาพไม่ได้ จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งเป็นรูป JPEG หรือ PNG`,
    'type-not-taken': (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} เป็นไฟล์ชนิดที่รับไม่ได้ จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งเป็นรูปภาพ PDF Word Excel PowerPoint หรือข้อความ`,
    'too-many-pixels': (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} มีความละเอียดเกิน 40 ล้านพิกเซล จึงไม่ได้แนบเป็นหลักฐาน กรุณาย่อรูปแล้วส่งใหม่ หรือส่งเป็นรูปภาพในแชท LINE`,
    unreadable: (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} เปิดดูไม่ได้ จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งเป็นรูปภาพในแชท LINE หรือส่งเป็นไฟล์ JPEG หรือ PNG`,
    'phone-format': (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} เป็นรูปแบบ HEIC ของโทรศัพท์ ซึ่งแสดงในรายงานไม่ได้ จึงไม่ได้แนบเป็นหลักฐาน กรุณาเลือกรูปจากอัลบั้มแล้วส่งเป็นรูปภาพในแชท LINE แทนการส่งเป็นไฟล์`,
    damaged: (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} เสียหายหรือเปิดไม่ได้ จึงไม่ได้แนบเป็นหลักฐาน กรุณาตรวจสอบไฟล์แล้วส่งใหม่ หรือบันทึกเป็น PDF`,
    'unpacks-too-large': (name: string, at: string) =>
      `${name} ที่ส่งเมื่อ ${at} มีข้อมูลภายในมากเกินไป จึงไม่ได้แนบเป็นหลักฐาน กรุณาบันทึกเป็น PDF แล้วส่งใหม่`,
    unavailable: (name: string, at: string) =>
      `รับ ${name} ที่ส่งเมื่อ ${at} จาก LINE ไม่สำเร็จ จึงไม่ได้แนบเป็นหลักฐาน กรุณาส่งใหม่อีกครั้ง`,
  },
  same: (name: string, at: string, label: string | null) =>
    label
      ? `${name} ที่ส่งมาเคยส่งแล้วเมื่อ ${at} ในกิจกรรม ${label} ระบบรับไว้และทำเครื่องหมายว่าใช้ซ้ำ`
      : `${name} ที่ส่งมาเคยส่งแล้วเมื่อ ${at} ระบบรับไว้และทำเครื่องหมายว่าใช้ซ้ำ`,
  card: {
    title: 'หลักฐาน',
    none: 'ยังไม่มีหลักฐานของกิจกรรมนี้',
    sentBy: (name: string, at: string) => `${name} ${at}`,
    someone: 'ไม่ระบุชื่อ',
    pending: 'กำลังรับไฟล์จาก LINE',
    again: (at: string, label: string | null) =>
      label ? `ใช้ซ้ำ: ส่งแล้วเมื่อ ${at} ในกิจกรรม ${label}` : `ใช้ซ้ำ: ส่งแล้วเมื่อ ${at}`,
    againUnknown: 'ใช้ซ้ำ: เคยส่งแล้วก่อนหน้านี้',
    open: 'เปิดดู',
    size: (bytes: number) => `ขนาด ${sizeIn(bytes)}`,
    expires: (days: number) => `ลิงก์นี้เป็นของท่านเท่านั้น ใช้ได้ ${days} วัน`,
    alt: (label: string, count: number) => `หลักฐาน ${label}: ${count} รายการ`,
  },
  /** Name under which a photo is saved. */
  savedAs: (at: string) => `หลักฐาน ${at}`,
  page: {
    expired: 'ลิงก์นี้หมดอายุแล้ว กรุณาขอลิงก์ใหม่จากบอตในแชท LINE',
    withdrawn: 'ไฟล์นี้ไม่มีอยู่แล้ว ผู้ส่งอาจยกเลิกการส่ง กรุณาสอบถามผู้ส่ง',
    unknown: 'ไม่พบไฟล์นี้ กรุณาขอลิงก์ใหม่จากบอตในแชท LINE',
  },
};
