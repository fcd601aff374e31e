/** Words that turn what stands on a report's card, or set it plainly; the report dialog reads them. */

/** Not finished, or in the way of it: beside "finished" it is asked which holds. */
export const UNFINISHED =
  /ยังไม่|ไม่ทัน|ไม่เสร็จ|(?:ยัง)?รอ(?=อยู่|ผล|เอกสาร|ลง|เซ็น|อนุมัติ|งบ|ผอ|คำสั่ง|ตอบ|ใบ|ทาง|ก่อน|กลุ่ม|\s|$)|ติด(?:ปัญหา|ขัด|อยู่|ที่|เรื่อง)|ค้าง|ยังขาด|ยังเหลือ|เลื่อน|\b(?:not yet|stuck|waiting|postponed)\b/i;

/** A status and nothing else: "สถานะยังไม่เริ่ม", "ไม่ใช่ ยังไม่ได้ทำ", "ยกเลิกกิจกรรมแล้ว". */
export const SETS_STATUS =
  /^(?:สถานะ|ตอนนี้|จริงๆ|ที่จริง(?:แล้ว)?|ขอ|แก้(?:ไข)?|เปลี่ยน|ปรับ|ไม่ใช่|ไม่|ผิด|เอ๊?ย|เอ้ย|อ้าว|คือ|เป็น|กิจกรรม(?:นี้)?|the activity|it|is|was|,|\s)*(?:ยังไม่(?:ได้)?(?:เริ่ม|เสร็จ|ทำ|ดำเนินการ|ดำเนินงาน|จัด)(?:ดำเนินการ|ทำ|เลย)?|ไม่ได้(?:ดำเนินการ|ทำ|จัด)|(?:ถูก)?ยกเลิก(?:กิจกรรม|การจัด|ไป)?|งด(?:จัด|กิจกรรม)?|not started(?: yet)?|not done|cancell?ed|called off)(?:แล้ว|เลย|นะ|ไป|ค่ะ|ครับ|\s)*$/;
