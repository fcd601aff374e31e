/** What an indicator counts, by its words, Thai and English; the official report reads them. */

/** Unit and indicator of one that counts how much of the work is done: its figure is the progress. A share of people or of answers is not. */
export const COUNTS_PROGRESS =
  /^(?:ร้อยละ|เปอร์เซ็นต์|เปอร์เซนต์|%|per ?cent(?:age)?)\s+(?:(?:ร้อยละ|เปอร์เซ็นต์|ระดับ|ค่า|percentage of |per ?cent of |% of )\s?)?(?:ของ|การ)?(?:ความ|ผล)?(?:สำเร็จ|ก้าวหน้า|คืบหน้า|(?:การ)?(?:ดำเนินงาน|ดำเนินการ|ก่อสร้าง|ปรับปรุง)(?:แล้วเสร็จ)?(?=$|\s|ที่|แล้ว|ตาม)|งานที่(?:แล้ว)?เสร็จ|(?:the )?(?:work (?:done|completed)|completion|progress))/i;
