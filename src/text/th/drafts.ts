/** Thai sentences about unfinished reports, about words that may be one, and about taking stored ones back. */
export const draft = {
  none: 'ขณะนี้ไม่มีรายงานที่กำลังกรอก พิมพ์ “รายงาน” เพื่อเริ่มได้เลย',
  cancelled: 'ยกเลิกแล้ว ไม่มีการบันทึกข้อมูล',
  stale: 'การ์ดนี้เก่าแล้ว กรุณาใช้การ์ดล่าสุดด้านล่าง',
  gone: 'การ์ดนี้ปิดไปแล้ว ไม่มีการบันทึกข้อมูลเพิ่ม',
  alreadySaved: (label: string, at: string) => `รายงานกิจกรรม ${label} บันทึกไว้แล้วเมื่อ ${at} ไม่มีการบันทึกซ้ำ`,
  /** Before the card of what else the same message told. */
  nextPart: 'ข้อความเดียวกันยังมีอีกรายการที่ยังไม่ได้บันทึก กรุณาตรวจสอบ',
  lost: 'ระบบปรับปรุงใหม่ รายงานที่กรอกค้างไว้เปิดต่อไม่ได้ กรุณารายงานอีกครั้ง',
  nothingToSave: 'ยังไม่มีข้อมูลให้บันทึก กรุณาแตะรายการที่ต้องการรายงานก่อน',
  /** Before the card with all of its rows. */
  whatIsWrong: 'รายการใดไม่ถูกต้อง กรุณาแตะเพื่อแก้ไข หรือพิมพ์ เช่น งบ 25,000',
  /** After another activity was chosen. */
  countedOtherwise: (count: string) => `ไม่ได้นำ ${count} มาด้วย เพราะกิจกรรมนี้นับคนละหน่วย`,
  chooseFirst: 'กรุณาเลือกกิจกรรมก่อนบันทึก',
  passed: 'ข้ามข้อนี้แล้ว เพิ่มภายหลังได้',
  passedAll: 'รับทราบ ข้ามข้อที่เหลือแล้ว กรุณาตรวจสอบก่อนบันทึก',
  /** After a report was ended while others wait. */
  alsoWaiting: (labels: string) => `ยังไม่ได้บันทึก ${labels} พิมพ์ “ทำรายงานต่อ” เพื่อตรวจสอบ`,
  cannotSkip: 'ข้อนี้ข้ามไม่ได้ กรุณาเลือกกิจกรรม หรือพิมพ์ “ยกเลิก”',
  firstStep: 'นี่คือข้อแรกแล้ว พิมพ์ “ยกเลิก” หากไม่ต้องการรายงาน',
  goOn: 'ต่อจากรายงานที่กำลังกรอก',
  someoneElse: (name: string) => `ระหว่างนี้ ${name} รายงานกิจกรรมเดียวกันไว้ด้วย ระบบเก็บไว้ทั้งสองรายการ`,
  bothKept: 'ระหว่างนี้มีรายงานอื่นของกิจกรรมเดียวกัน ระบบเก็บไว้ทั้งสองรายการ',
  /** To the one who reported first. */
  alsoReported: (name: string, label: string, at: string) =>
    `${name} รายงานกิจกรรม ${label} ต่อจากรายงานของท่านเมื่อ ${at} ระบบเก็บไว้ทั้งสองรายการ ดูได้ที่ “ประวัติ ${label}”`,
  leftSince: (at: string) => `รายงานนี้ค้างไว้ตั้งแต่ ${at} กรุณาตรวจสอบก่อนบันทึก`,
  joinedSince: (at: string) => `รวมกับรายงานที่ค้างไว้ตั้งแต่ ${at} กรุณาตรวจสอบก่อนบันทึก`,
  waiting: (label: string | null, at: string) =>
    `มีรายงาน${label ? `กิจกรรม ${label} ` : ''}ค้างไว้ตั้งแต่ ${at} พิมพ์ “รายงานค้าง” เพื่อทำต่อ`,
  gaveWay: (labels: string) => `มีรายงานค้างหลายรายการ จึงปิดรายการที่เก่าที่สุด (${labels}) โดยไม่บันทึก`,
  /** Another plan is used since this person last wrote. @param labels of what was begun on the plan before; null where others read along. */
  otherPlan: (plan: string, year: number, labels: string | null) =>
    `หน่วยงานเปลี่ยนไปใช้ “${plan}” (ปีงบประมาณ ${year}) แล้ว รายงาน${labels ? `กิจกรรม ${labels} ` : ''}ที่กรอกค้างไว้เป็นของแผนเดิม จึงปิดไปโดยไม่บันทึก หากยังต้องรายงานตามแผนเดิม กรุณาแจ้งผู้ดูแลระบบของหน่วยงาน`,
  planNow: (plan: string, year: number) =>
    `หน่วยงานเปลี่ยนไปใช้ “${plan}” (ปีงบประมาณ ${year}) แล้ว รหัสกิจกรรมที่พิมพ์จากนี้หมายถึงแผนนี้`,
  /** Before a card on the code that was typed. */
  otherWork: (label: string, before: string, after: string) =>
    `รหัส ${label} ในแผนเดิมคือ “${before}” แต่ในแผนนี้คือ “${after}” กรุณาตรวจชื่อกิจกรรมก่อนบันทึก`,
  /** After another import of the same plan. @param choose whether another one can be chosen for what was said. */
  activityGone: (codes: string | null, choose: boolean) =>
    `กิจกรรม${codes ? ` ${codes} ` : 'ที่กำลังรายงาน'}ไม่อยู่ในแผนแล้ว จึงบันทึกไม่ได้${choose ? ' กรุณาเลือกกิจกรรมอื่น หรือพิมพ์ “ยกเลิก”' : ''}`,
  over: (labels: string | null) =>
    `รายงาน${labels ? `กิจกรรม ${labels} ` : 'ที่กรอก'}ค้างไว้เกิน 30 วัน จึงปิดไปโดยไม่บันทึก`,
  /** To whether something is stored. */
  notSavedYet: (labels: string) => `ยังไม่ได้บันทึก ${labels} กรุณาตรวจสอบแล้วแตะ “บันทึก”`,
  seen: (labels: string, at: string) => `บันทึก ${labels} แล้วเมื่อ ${at} ผู้บริหารเปิดดูได้ทันที`,
  saveAll: {
    title: 'บันทึกทั้งหมด',
    question: (labels: string) => `บันทึก ${labels} หรือไม่`,
    yes: 'บันทึกทั้งหมด',
    no: 'ยังไม่บันทึก',
    kept: (labels: string) => `ยังไม่ได้บันทึก ${labels}`,
  },
  /** Said of all of them, and it stands so already. */
  standsSo: (labels: string, status: string) => `${labels} บันทึกไว้แล้วว่า “${status}”`,
  photosOf: {
    title: 'รูปและไฟล์',
    question: (count: number, label: string) => `รูปและไฟล์ ${count} รายการในรายงาน ${label} เป็นของกิจกรรมใด`,
    /** Buttons, of at most 20 letters. */
    files: (label: string) => `ย้ายรูปไป ${label}`,
    all: (label: string) => `ทั้งรายงานไป ${label}`,
    no: 'ไม่ย้าย',
    done: (count: number, to: string) => `ย้ายรูปและไฟล์ ${count} รายการไป ${to} แล้ว`,
  },
  cancelTitle: 'ยกเลิกรายงานที่กำลังกรอก',
  /** Before what is lost with it. */
  toldSoFar: 'ที่กรอกไว้',
  leftAt: (at: string) => `ค้างไว้ตั้งแต่ ${at}`,
  /** "บันทึก" said once more, while another report waits. */
  savedAndWaiting: (saved: string, at: string, waiting: string) =>
    `บันทึก ${saved} แล้วเมื่อ ${at} ยังไม่ได้บันทึก ${waiting} พิมพ์ “ทำรายงานต่อ” เพื่อตรวจสอบ`,
  cancelQuestion: (label: string) => `ยกเลิกรายงาน ${label} ที่ยังไม่ได้บันทึกหรือไม่`,
};

/** "ยกเลิก" that may be said of several things. */
export const giveUp = {
  title: 'ยกเลิก',
  which: 'ต้องการยกเลิกรายการใด',
  ofActivity: (label: string) => `ยกเลิกรายงาน ${label} หรือกิจกรรมนี้ถูกยกเลิก`,
  /** Buttons, of at most 20 letters. */
  saved: (labels: string) => `ที่บันทึกแล้ว ${labels}`,
  draft: (labels: string) => `ร่าง ${labels}`,
  activity: 'กิจกรรมถูกยกเลิก',
  nothing: 'ไม่ยกเลิก',
  kept: 'ไม่มีการยกเลิก ทุกรายการคงไว้ตามเดิม',
};

/** A report that was stored on the wrong activity. */
export const move = {
  title: 'ย้ายรายงาน',
  question: (from: string, to: string) => `ย้ายรายงานที่บันทึกใน ${from} ไปที่ ${to} หรือไม่`,
  which: (from: string) => `ย้ายรายงานที่บันทึกใน ${from} ไปกิจกรรมใด`,
  what: 'รายงานที่จะย้าย',
  /** A button, of at most 20 letters. */
  to: (label: string) => `ย้ายไป ${label}`,
  done: (from: string, to: string, what: string) => `ย้ายรายงานจาก ${from} ไป ${to} แล้ว: ${what}`,
};

export const undo = {
  nothing: 'ไม่พบรายงานของท่านที่ยกเลิกได้',
  noneOf: (labels: string) => `ไม่พบรายงานของท่านในกิจกรรม ${labels} ที่ยกเลิกได้`,
  question: (labels: string, at: string) => `ยกเลิกรายงานกิจกรรม ${labels} ที่บันทึกเมื่อ ${at} หรือไม่`,
  which: 'ยกเลิกรายงานของกิจกรรมใด กรุณาเลือก',
  others: (shown: number, all: number, typed: string) =>
    `แสดง ${shown} รายงานล่าสุดจาก ${all} กิจกรรม นอกนั้นพิมพ์ เช่น “${typed}”`,
  takesBack: (label: string) => `ยกเลิกรายงาน ${label}`,
  standsThen: (label: string) => `${label} จะกลับเป็น`,
  nothingLeft: 'ยังไม่มีรายงาน',
  kept: 'คงรายงานไว้ตามเดิม',
  /** "ยกเลิก" typed to the question can mean both. */
  sayWhich: 'กรุณาแตะปุ่ม หรือพิมพ์ “ยืนยันการยกเลิก” หรือ “คงไว้ตามเดิม”',
  done: (label: string, at: string) =>
    `ยกเลิกรายงานกิจกรรม ${label} ที่บันทึกเมื่อ ${at} แล้ว ข้อมูลกลับเป็นดังก่อนรายงานนั้น หากต้องการคืน พิมพ์ “คืนรายงาน”`,
  /** Before the card with what was taken back. */
  back: 'นี่คือรายงานที่ยกเลิกไป กรุณาตรวจสอบแล้วบันทึกอีกครั้ง',
  nothingBack: 'ไม่พบรายงานที่ยกเลิกไว้',
  backAlready: (labels: string) => `คืนรายงานกิจกรรม ${labels} แล้ว ไม่มีการบันทึกซ้ำ`,
  already: 'รายงานนี้ยกเลิกไปแล้ว',
  notYours: 'รายงานนี้เป็นของผู้อื่น จึงยกเลิกแทนไม่ได้',
  closed: 'งวดนี้ปิดแล้ว จึงยกเลิกไม่ได้ กรุณาติดต่อผู้บริหาร',
};

/** Words that may be a report: whether they are one, and of which activity. */
export const whetherReport = {
  title: 'เป็นรายงานหรือไม่',
  question: 'ข้อความนี้เป็นรายงานของกิจกรรมใด',
  another: 'กิจกรรมอื่น',
  /** On the apology, for whoever meant their words as one. */
  asReport: 'บันทึกเป็นรายงาน',
  no: 'ไม่ใช่รายงาน',
  dropped: 'รับทราบ ไม่ได้บันทึกข้อความนี้เป็นรายงาน',
};
