/** Thai sentences for what is said beside an answer: questions back, what stood before, what was taken besides, and what was not. */
export const beside = {
  needless: 'ไม่บังคับ แตะ “ข้าม” ไปข้อถัดไปได้เลย',
  needlessOnCard: 'ช่องที่ไม่มีข้อมูลเว้นว่างได้ แตะ “บันทึก” ได้เลย',
  nothingStood: 'ยังไม่เคยรายงานไว้',
  /** @param values as their rows are called, with what stands there. */
  stood: (values: string) => `รายงานไว้เดิม: ${values}`,
  kept: (value: string) => `คงเดิม: ${value}`,
  /** @param budget null where the plan gives none. @param spent null where nobody said. */
  sums: (budget: string | null, spent: string | null, left: string | null) =>
    [
      budget === null ? 'กิจกรรมนี้ไม่มีงบประมาณในแผน' : `งบประมาณ ${budget}`,
      spent === null ? 'ยังไม่เคยรายงานยอดใช้' : `รายงานว่าใช้แล้ว ${spent}`,
      ...(left === null ? [] : [`คงเหลือ ${left}`]),
    ].join(' · '),
  notStored: 'ยังไม่ได้บันทึก แตะ “บันทึก” เมื่อข้อมูลครบแล้ว',
  how: {
    status: 'เลือกจากปุ่ม หรือพิมพ์ เช่น เสร็จแล้ว กำลังดำเนินการ',
    percent: 'ตอบเป็นตัวเลข 0 ถึง 100 ว่างานไปถึงไหนแล้ว เช่น 60',
    actual: 'ตอบเป็นตัวเลขที่ทำได้จริงตามตัวชี้วัด หากยังไม่ทราบ แตะ “ข้าม”',
    spent: 'ตอบเป็นยอดเงินที่ใช้ไปทั้งหมด เช่น 28,500 หากยังไม่ทราบ แตะ “ข้าม”',
    result: 'ตอบสั้น ๆ ว่าทำอะไรแล้วได้ผลอย่างไร เช่น ครูเข้าอบรมครบทุกคนและจัดทำแผนได้',
    obstacle: 'ตอบสั้น ๆ ว่าติดขัดเรื่องใด หากไม่มี พิมพ์ “ไม่มี”',
    suggestion: 'ตอบสั้น ๆ ว่าเสนอให้แก้ไขหรือปรับปรุงอย่างไร หากไม่มี พิมพ์ “ไม่มี”',
    remark: 'พิมพ์สิ่งที่ต้องการบันทึกเพิ่มเติม หากไม่มี พิมพ์ “ไม่มี”',
    date: 'ตอบเป็นวันที่จัดหรือวันที่กำหนดไว้ เช่น 15 มี.ค. 64',
    evidence: 'ส่งรูปภาพหรือไฟล์ในแชทนี้ได้เลย หากไม่มี แตะ “ข้าม”',
  },
  asksOnCard: 'แตะรายการที่ต้องการแก้ไขบนการ์ด หรือพิมพ์ “บันทึก” เมื่อถูกต้องแล้ว',
  /** Of what was told where something else is asked. */
  taken: (values: string) => `ลงในการ์ดแล้ว: ${values} ข้อนี้ยังรอคำตอบ`,
  leftOff: (field: string) => `นำ “${field}” ออกแล้ว`,
  notThere: (field: string) => `ไม่มี “${field}” ในรายงานนี้`,
  whichStatus: (words: string) => `“${words}” หมายถึงสถานะของกิจกรรมหรือไม่ กรุณาเลือก`,
  /** บันทึก was typed where a field was asked that has a value, or none. */
  unanswered: (field: string, value: string | null) =>
    value === null ? `ยังไม่ได้ระบุ “${field}”` : `ยังไม่ได้แก้ “${field}” คงเดิม ${value}`,
  /** What was told of no row of the card. */
  notTaken: (words: string) => `ส่วนนี้ยังไม่ได้บันทึก: “${words}” หากต้องการเก็บไว้ พิมพ์ “หมายเหตุ” ตามด้วยข้อความ`,
  /** A text took the place of another one. */
  replaced: (field: string, words: string) => `แทน “${field}” เดิม: “${words}”`,
  /** Words that tell something where the status is asked. */
  keptAsTold: (field: string) => `เก็บข้อความนี้ไว้เป็น “${field}” แล้ว กรุณาเลือกสถานะด้วย`,
  asRemark: 'ใส่เป็นหมายเหตุ',
  asObstacle: 'ใส่เป็นปัญหา',
  /** Of a figure that may be a part of a running total. */
  total: {
    /** @param sum with its unit. */
    added: (before: string, more: string, sum: string) => `เดิม ${before} + ${more} = ${sum}`,
    stood: (value: string) => `เดิม ${value}`,
    told: (now: string, before: string) => `${now} (เดิม ${before})`,
    /** @param sum what it comes to; null where there are several. A button has room for 20 letters. */
    part: (month: boolean, sum: string | null) =>
      `${month ? 'ของเดือนนี้' : 'ของครั้งนี้'}${sum === null || sum.length > 8 ? '' : ` → ${sum}`}`,
    whole: (sum: string | null) => (sum === null || sum.length > 8 ? 'ยอดรวมทั้งหมด' : `ยอดรวม → ${sum}`),
    ofLabel: (label: string, lines: string) => `${label}: ${lines}`,
  },
  /** On a receipt that asks what came of it. */
  stillAsked: (label: string) => `ผลของ ${label} พิมพ์บอกได้เมื่อพร้อม หรือแตะ “ข้าม”`,
};
