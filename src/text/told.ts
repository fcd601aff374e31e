/** Words by which a sentence that tells what was done is told from what only accompanies a report; the bot's narrative reads them. */

/** Adds nothing to status, figures and codes: what is left of a clause without these is what it tells. */
export const ADDS_NOTHING =
  /แล้ว|เรียบร้อย|เสร็จ(?:สิ้น|สมบูรณ์)?|ดำเนินการ|ดำเนินงาน|กำลัง|ระหว่าง|อยู่|ใน|ทำ|ค่ะ|คะ|ครับ|คับ|ค่า|นะ|จ้า|จ้ะ|งบประมาณ|งบ|เงิน|บาท|ใช้จ่าย|ใช้|เบิกจ่าย|เบิก|จ่าย|รวม|ทั้งสิ้น|ทั้งหมด|ทั้งนี้|ไปแล้ว|ไป|มา|ร้อยละ|เปอร์เซ็นต์|วันที่|เมื่อวาน|เมื่อ|วันนี้|วัน|เดือน|เวลา|ชั่วโมง|กิจกรรม|โครงการ|ข้อ|งาน|เรื่อง|รายงาน|ความคืบหน้า|คืบหน้า|ความก้าวหน้า|ผลการ|ขอ|แจ้ง|ว่า|ครบถ้วน|ครบ|สำเร็จ|พี่|ผม|หนู|ดิฉัน|ประมาณ|ราว|จำนวน|ผู้เข้าร่วม|ผู้เข้าอบรม|เข้าร่วม|มี|คน|ราย|ท่าน|แห่ง|ครั้ง|สถานะ|ยัง|ไม่|ได้|ก็|นี้|และ|ส่วน|แต่|โดย|คือ|เป็น|เพิ่ง|เพิ่ม|จัด(?=$|\s)|ม\.?ค\.?|ก\.?พ\.?|มี\.?ค\.?|เม\.?ย\.?|พ\.?ค\.?|มิ\.?ย\.?|ก\.?ค\.?|ส\.?ค\.?|ก\.?ย\.?|ต\.?ค\.?|พ\.?ย\.?|ธ\.?ค\.?|\b(?:finished|finish|done|completed|complete|in progress|working|yesterday|today|used|spent|spend|baht|budget|people|joined|attended|percent|about|the|a|an|is|was|are|were|and|it|of|on|in|no|we|i)\b/gi;

/** Around a value that takes the place of another one. */
export const PUT_RIGHT = /ไม่ใช่|ต้องเป็น|ต่างหาก|แก้(?:ไข)?(?:เป็น)?|เปลี่ยน(?:เป็น)?|ที่ถูก|สะสม|อีก/g;
/** Thanks, excuses, greetings, asking to be looked at, pictures that are on the way: nothing of the work. */
export const ACCOMPANIES =
  /ขอบคุณ|ขอบพระคุณ|ขอบใจ|ขอโทษ|ขออภัย|สวัสดี|^เรียน|ฝาก|รบกวน|ช่วย(?:ดู|ตรวจ|ลง|บันทึก|แก้|เช็[คก]|หน่อย|ที|ด้วย)|งานเยอะ|ยุ่ง(?!ยาก)|เหนื่อย|รับทราบ|ตามนี้|แค่นี้|ประมาณนี้|เพื่อ(?:โปรด)?ทราบ|(?:รายงาน|ส่ง|ตอบ)(?:ช้า|ล่าช้า)|(?:แนบ|ส่ง)(?:รูป|ภาพ|ไฟล์|หลักฐาน)|ตาม(?:รูป|ภาพ|ไฟล์|แนบ)|ดังแนบ|ดู(?:ได้)?ที่|รายละเอียดตาม|ตามเอกสาร|แนบ|ตามที่(?:คุย|แจ้ง|บอก|เรียน|ตกลง|หารือ)|(?:^|\s)ค่า\S{2,20}\s*[0-9][0-9,]{2,}|(?<![0-9][.,]?)5{3,}(?![.,]?[0-9])|ฮ่า|อิอิ|หมายเหตุ|ไหม|มั้ย|หรือยัง|ยังไงดี|\?|\b(?:thanks?|thank you|sorry|hello|hi|please)\b/i;

/** What has not happened: promises, plans, waiting. "ที่จะ" and "เพื่อจะ" only tell what for. */
export const NOT_YET =
  /(?<!ที่|เพื่อ|ซึ่ง|ก่อน|หลัง)จะ(?!แจ้ง|ลึก)|เดี๋ยว|ไว้(?:วัน|เดือน|ค่อย|จะ|ก่อน)|ค่อย|พรุ่งนี้|มะรืน|(?:วัน|เดือน|สัปดาห์|อาทิตย์|ปี|รอบ|ครั้ง|ไตรมาส)(?:หน้า|ถัดไป)|เร็ว\s?ๆ\s?นี้|วางแผน|คาดว่า|ตั้งใจ|ยังไม่|ยังขาด|ยังเหลือ|^รอ|ยังรอ|เลื่อน|\b(?:will|going to|tomorrow|next (?:week|month|year)|later|not yet|plan to)\b/i;

/** Goes on with the clause before it. */
export const GOES_ON =
  /^(?:ที่|และ|โดย|ซึ่ง|เพื่อ|ให้|ใน|ณ|กับ|แก่|ได้แก่|เช่น|คือ|ของ|จาก|ตาม|ระหว่าง|รวม|พร้อม|หรือ|จำนวน|ร้อยละ|“|"|\()/;

/** Says that it is finished, before what is told. */
export const STATUS_FIRST =
  /^(?:(?:ได้|ดำเนินการ|ทำ|จัด)*(?:เสร็จ(?:สิ้น|สมบูรณ์)?|เรียบร้อย)+(?:แล้ว|เรียบร้อย)*\s*(?:นะคะ|นะครับ|นะ|ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ)*|(?:ดำเนินการ|ทำ)(?:ไป)?แล้ว(?:ค่ะ|ครับ)*(?=\s)|กำลัง(?:ทำ|ดำเนินการ)(?:อยู่)?(?:ค่ะ|ครับ)*(?=\s))[\s,.]*/;

/** A heading under which a result was told as such. */
export const RESULT_HEADING =
  /(?:ผล(?:การดำเนินงาน|การดำเนินการ|ลัพธ์|ที่ได้|สรุป)?\s*(?:คือ|ว่า)?|results?|outcome)\s*[:：=-]?\s*$/i;

/** A heading of a text that has a row of its own. */
export const FIELD_HEADING =
  /(?:ปัญหา(?:\s*\/\s*อุปสรรค|อุปสรรค)?|อุปสรรค|ติด(?:ปัญหา|ขัด)?|ข้อเสนอแนะ|เสนอแนะ|problem|suggestion)\s*(?:คือ|ว่า)?\s*[:：]?\s*$/i;

/** Whom it is said to, between the status and what is told. */
export const ADDRESSED = /^(?:ท่าน|พี่)\s?(?:ผอ\.?|รอง|ศน\.?)?\s+/;
/** Said once more that it is finished, behind it. */
export const STATUS_LAST =
  /(?<=\S)[\s,]+(?:(?:ดำเนินการ|ทำ)?(?:เสร็จ(?:สิ้น)?|เรียบร้อย)(?:แล้ว|เรียบร้อย)?|done|finished)\s*$/i;
/** Words that lead to an obstacle which stands in a row of its own: without it they join nothing. */
export const JOINS_LAST = /[\s,]*(?:(?<!ตั้ง)แต่(?:ว่า)?|เพราะ(?:ว่า)?|เนื่องจาก|เนื่องด้วย|และ|\bbut|\bbecause)\s*$/i;
/** What came of an obstacle: it goes on with it. */
export const CONSEQUENCE = /^(?:\)|”|"|ส่งผล|ทำให้|จึง|จน|ซึ่ง|ไม่สามารถ|เป็นเหตุ|และ|หรือ|ตลอดจน|รวมถึง)/;
/** What came of it stands in the reason itself. */
export const HAS_CONSEQUENCE = /\s(?:ส่งผล|ทำให้|เป็นเหตุ)/;
/** The word that begins a reason, before it. */
export const REASON_FIRST = /(?:เนื่องจาก|เพราะ|ด้วยเหตุ|สืบเนื่องจาก)$/;
/** Not done, and why in the same breath: offices write it as what came of the activity. */
export const NOT_DONE_BECAUSE = /ไม่(?:ได้|สามารถ)(?:ดำเนินการ|ดำเนินงาน|ทำ|จัด)\S{0,30}?(?:เนื่องจาก|เพราะ)$/;

/** Not yet, or not at all: both are said so. "ยังไม่ได้…" is plain. */
export const NOT_DONE =
  /(?<!ยัง)(?<!ยัง )ไม่ได้(?:ดำเนินการ|ดำเนินงาน|ทำ(?!ให้)|จัด(?!สรร|ซื้อ|จ้าง))|\bnot (?:carried out|done)\b/i;

/** That something is in the way; what it is may stand elsewhere, or nowhere. */
export const SPEAKS_OF_TROUBLE =
  /(?<!ไม่|ไม่ได้|ไม่ค่อย|หาก|ถ้า)(?:ติด|มี|เจอ|พบ|ประสบ|เกิด)\s*(?:ปัญหา|อุปสรรค|ขัด|เหตุขัดข้อง)(?!.*(?:แก้(?:ไข)?แล้ว|คลี่คลาย))|\b(?:stuck|blocked)\b|\b(?:a|some|have|has) (?:problem|issue|trouble)/i;
/** The same as all that is said. */
export const TROUBLE_ALONE =
  /^(?:ตอนนี้|ช่วงนี้|ยัง|งาน|โครงการ|we are|i am|i'm|it is|\s)*(?:(?:ติด|มี|เจอ|พบ|ประสบ|เกิด)\s*(?:ปัญหา|อุปสรรค|ขัด)|stuck|have a problem|there is a problem)(?:อยู่|แล้ว|นิดหน่อย|บางอย่าง|บ้าง|เล็กน้อย|\s)*$/i;
/** Money is spoken of. */
export const SPEAKS_OF_MONEY =
  /งบ|บาท|ใช้(?:ไป|จ่าย|เงิน)|เบิก|จ่าย|ค่า(?=[ก-ฮเ-ไ]{2})|\b(?:spent|spend|baht|cost|budget)\b/i;
/** Money went somewhere, though it is not called so. */
export const BUYS = /จ้าง|ซื้อ|เช่า|หมด(?:ไป|ค่า)|สั่งทำ|เหมา|\b(?:bought|hired|paid)\b/i;
/** A question. */
export const ASKS = /ไหม|มั้ย|หรือ|เท่าไ|เท่าใด|กี่|\?|ยังไง|อย่างไร|\b(?:how|what|is|can)\b/;
/** As against a code. */
export const A_SUM = /[0-9]{1,3}(?:,[0-9]{3})+|(?<![0-9.])[0-9]{3,}/;

/** A part of what was spent, with its sum; all of a text. */
export const PART_OF_SUM =
  /(?:ค่า|เบี้ย|เงิน)[^0-9\n]{1,40}?([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{3,7}(?:\.[0-9]{1,2})?)(?![0-9])/g;
/** The same words of a sum that is still to be paid, or was given back. */
export const NOT_SPENT = /ยังไม่|เหลือ|คืน|ไม่ใช่|ค้าง|รอ|ละ\s*[0-9]/;
/** The same right before such a part: "เหลือจ่ายค่าเอกสาร 500". */
export const LEADS_UNSPENT = /(?:ยังไม่|เหลือ|ค้าง|รอ|ขอ|จะ)[^0-9\s,]*\s?$/;
/** What sums come to, as it was worked out by whoever wrote. */
export const TOTAL_OF_SUMS =
  /(?:=|รวม(?:เป็น|ทั้งสิ้น|ทั้งหมด|แล้ว)?(?:เงิน)?)\s*([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{3,9})(?![0-9])(?!\s*(?:คน|ราย|ครั้ง|แห่ง))/;
/** What is left of the budget, with its sum. */
export const LEFT_OF_BUDGET =
  /(?:งบ|เงิน)[^0-9\n]{0,60}เหลือ[^0-9\n]{0,16}([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{3,9})(?![0-9])/;

/** A status in a word or two, typed where it is asked, in whatever language the cards are. */
export const SPOKEN_STATUS = {
  completed: ['done', 'finished', 'completed', 'complete', 'เสร็จ', 'เรียบร้อย'],
  in_progress: ['in progress', 'ongoing', 'working on it', 'still working', 'ทำอยู่'],
  not_started: ['not yet', 'not started', 'ยัง', 'ยังเลย'],
  cancelled: ['cancelled', 'canceled', 'given up'],
} as const;

/** "แล้ว" alone stands behind whatever was done. */
export const SAYS_NO_STATUS = /^(?:แล้ว)?$/;

/** Turns to something else than what was told before. */
export const TURNS_TO =
  /(?:(?<=^|[\s,.;)”"%0-9]|แล้ว|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|บาท|คน|ราย|เรียบร้อย|เสร็จ|อยู่|เลย|ไป|เดิม)(?<!บาง|แต่ละ|ทุก|หลาย|ครบ|[0-9]\s?)ส่วน(?=\s?[ก-ฮเ-ไA-Za-z])(?!ใหญ่|ใหย่|ร่วม|ตัว|ราชการ|กลาง|หนึ่ง|มาก|น้อย|ประกอบ|ที่|เกิน|ต่าง|แบ่ง|งาน|ราว|ลด|สูง|ทรัพยากร|อำนวย|นี้)|แล้วก็(?!ได้|คง|ยัง|ไม่|ค่า|ตก|มี)|อีก(?:เรื่อง|อย่าง|กิจกรรม|โครงการ)(?:หนึ่ง|นึง)?|(?:และ)?นอกจาก(?:นี้|นั้น)|\b(?:as for|another (?:one|thing|activity)|besides|and then)\b)/i;
/** A sum that nobody has spent: a rate, a rest, what is granted or planned. */
export const NO_SPENT_SUM =
  /เหลือ|555|ละ\s*[0-9]|วงเงิน|สัญญา|ประมาณการ|(?:ขอ)?โอน|ประหยัด|ค่าปรับ|ไม่ใช่งบ|ของบ|จัดสรร|อนุมัติ|\b(?:left|per|each)\b/i;
/** "อ้อ ลืมบอก": what is told follows. */
export const LEAD_IN =
  /^(?:(?:เอ๊ย|อ้าว|อ้อ|อ๋อ|เอ้อ|ลืม(?:บอก|แจ้ง|ใส่|ไป)?(?:ว่า)?|by the way|oh)(?:ค่ะ|ครับ|คะ)?[\s,]+)+/i;
/** "เอ่อ เดี๋ยวนะ": what is told follows. */
export const HESITATES =
  /^(?:(?:เอ่อ|เอ้อ|อืม+|อ้อ|อ๋อ|เดี๋ยว(?:นะ|ก่อน)?|คือ(?:ว่า)?|แบบว่า|well|hm+)(?:ค่ะ|คะ|ครับ|นะ)?[\s,]+)+/i;
/** A problem, and what it is. */
export const TELLS_TROUBLE = /^(?:แต่\s?)?(?:มี|ติด|เจอ|พบ)?\s?(?:ปัญหา|อุปสรรค)(?!แล้ว|ไหม)|^(?:the )?problem\b/i;
/** "ใช้เพิ่ม 600", "จ่ายค่าวิทยากรอีก 1,200 บาท": group 1 is what comes on top of what was spent. */
export const ADDS_TO_SPENT =
  /(?:(?<!จะ|ต้อง|ขอ|อาจ|คาดว่า)(?:ใช้|จ่าย|เบิก)(?:จ่าย|งบ(?:ประมาณ)?|เงิน|ค่า\S{2,20}?)*(?:ไป)?\s*(?:เพิ่ม(?:เติม)?|อีก)(?:ขึ้น|อีก|ไป|มา|\s)*|^(?:แล้วก็|แล้ว|\s)*เพิ่ม(?:อีก|มา|ไป|\s)*(?=[\d.,]+\s*บาท))([0-9][0-9,]*(?:\.[0-9]+)?\s*(?:พัน|หมื่น|แสน|ล้าน|k)?)(?!\s*(?:คน|ครั้ง|วัน|ชิ้น|รายการ|%|[0-9]))/i;
/** The total is told. */
export const SAYS_TOTAL = /รวม(?:เป็น|ทั้ง|แล้ว|ยอด|ไป)|ทั้งหมด|ทั้งสิ้น|เป็น\s*[0-9]|\b(?:in all|total)\b/i;
const INSTALMENT = '(?:ค่า)?งวด(?:งาน)?(?:ที่)?\\s?(?:[0-9๐-๙]+|แรก|หนึ่ง|สอง|สาม|สี่|ห้า|หก|สุดท้าย|นี้)';
const PAYS = '(?:ใช้จ่าย|ใช้|หมด|จ่าย|เสีย|เบิกจ่าย|เบิก)(?:งบประมาณ|งบ|เงิน|ค่า[ก-ฮเ-ไ]\\S{1,30}?)?';
const PAYEE = '(?:ผู้รับเหมา|ผู้รับจ้าง|ช่าง|บริษัท|ร้าน)';
/** What leads to a sum that stands in a row of its own: "หมดค่าอาหารว่างไป" before "2,900", "ผู้รับเหมาเบิกงวดแรก" before "204,000". */
export const LEADS_TO_SUM = new RegExp(
  `(?:${PAYEE}?(?:ขอ|รวม)?${PAYS}|${PAYEE}?(?:ขอ)?(?:${INSTALMENT})\\s?(?:${PAYS})?|${PAYEE}|ค่า[ก-ฮเ-ไ]\\S{1,30}?|งบประมาณ|งบ|เงิน|เป็นเงิน|รวมเป็นเงิน|รวม)\\s?(?:${INSTALMENT}|ไปแล้ว|ไป|แล้ว|ทั้งหมด|ทั้งสิ้น|รวม|สะสม|เป็นเงิน|เป็น|จำนวน|ประมาณ|ราว|\\s)*$`,
);
/** A clause that begins so and ends with its sum tells of money alone. */
export const MONEY_FIRST = new RegExp(
  `^(?:${PAYEE}?(?:ขอ|รวม)?${PAYS}|${PAYEE}?(?:ขอ)?${INSTALMENT}|ค่า|งบ|เงิน|เป็นเงิน|รวม|สะสม)`,
);
/** It has no subject, so that nothing is lost where it follows without a space. */
export const SPENDS = /^(?:ใช้(?:งบ|เงิน|ไป|จ่าย)|หมด(?:ไป|ค่า|งบ|เงิน)|งบ)/;
/** Behind it. */
export const AFTER_SUM = /^\s?(?:กว่า)?\s?(?:บาท|baht)?(?:ถ้วน|พอดี|เศษ)?/;
