/** Thai sentences the bot answers with in chat: what happened, then what can be done next. */
import { answer, notUnderstood, unsure } from './answers.ts';
import { away } from './away.ts';
import { beside } from './beside.ts';
import { draft, giveUp, move, undo, whetherReport } from './drafts.ts';
import { offices } from './offices.ts';
import { talk } from './talk.ts';
import { pages } from './pages.ts';

export const chat = {
  stranger: (bot: string) =>
    `ยินดีต้อนรับ นี่คือบัญชี${bot} สำหรับบุคลากรของหน่วยงาน\nหากได้รับรหัสเชิญ กรุณาพิมพ์ “ลงทะเบียน” ตามด้วยรหัส เช่น ลงทะเบียน K7QM-3XWD-9R`,
  botName: 'คืบหน้า',
  pages,
  register: {
    /** Command without a code. */
    missing: 'กรุณาพิมพ์รหัสเชิญต่อท้าย เช่น ลงทะเบียน K7QM-3XWD-9R\nหากยังไม่มีรหัส กรุณาติดต่อผู้ดูแลระบบของหน่วยงาน',
    wrong: 'ไม่พบรหัสเชิญนี้ กรุณาตรวจสอบตัวอักษรแล้วพิมพ์อีกครั้ง หรือติดต่อผู้ดูแลระบบ',
    expired: 'รหัสเชิญนี้หมดอายุแล้ว กรุณาขอรหัสใหม่จากผู้ดูแลระบบ',
    used: 'รหัสเชิญนี้ถูกใช้ครบจำนวนแล้ว กรุณาขอรหัสใหม่จากผู้ดูแลระบบ',
    tooMany: 'ลองรหัสผิดหลายครั้งเกินไป กรุณารอ 1 ชั่วโมงแล้วลองใหม่ หรือติดต่อผู้ดูแลระบบ',
    already: 'ท่านลงทะเบียนไว้แล้ว เริ่มรายงานได้ทันที',
    forGroup: 'รหัสนี้ใช้เชื่อมกลุ่มไลน์ กรุณาพิมพ์ในกลุ่มว่า “เชื่อมกลุ่ม” ตามด้วยรหัส',
    onlyPrivate: 'เพื่อความปลอดภัยของรหัส กรุณาลงทะเบียนในแชทส่วนตัวกับบอต',
    unnamed: 'เจ้าหน้าที่',
  },
  group: {
    linked: (office: string) => `เชื่อมกลุ่มนี้กับ${office} แล้ว ระบบจะส่งสรุปประจำเดือนในกลุ่มนี้`,
    already: 'กลุ่มนี้เชื่อมไว้แล้ว',
    notGroupCode: 'รหัสนี้ไม่ใช่รหัสสำหรับเชื่อมกลุ่ม กรุณาขอรหัสกลุ่มจากผู้ดูแลระบบ',
    notLinked: 'กลุ่มนี้ยังไม่ได้เชื่อมกับหน่วยงาน กรุณาให้ผู้บริหารหรือผู้ดูแลระบบพิมพ์ “เชื่อมกลุ่ม” ตามด้วยรหัส',
    /** A chat of several people without a name: LINE has nothing there that could be linked. */
    room: 'แชทหลายคนแบบนี้เชื่อมกับหน่วยงานไม่ได้ กรุณาใช้ในกลุ่มไลน์ หรือในแชทส่วนตัวกับบอต',
    onlyInGroup: 'คำสั่งนี้ใช้ในกลุ่มไลน์ที่ต้องการเชื่อม กรุณากล่าวถึงบอตแล้วพิมพ์ในกลุ่มนั้น',
    notMember: 'ท่านยังไม่ได้ลงทะเบียนกับหน่วยงานนี้ กรุณาลงทะเบียนในแชทส่วนตัวกับบอตก่อน',
    /** Refusals for all to read: they tell nothing. */
    refused: 'ทำรายการนี้ในกลุ่มไม่ได้ กรุณาทักแชทส่วนตัวกับบอต',
    notYourCard: 'การ์ดนี้ปิดไปแล้ว หรือเป็นของผู้อื่น ไม่มีการบันทึกข้อมูลเพิ่ม',
    photos: 'ในกลุ่มรับรูปไม่ได้ กรุณาส่งรูปในแชทส่วนตัวกับบอต',
    partly: 'บางกิจกรรมรายงานในกลุ่มนี้ไม่ได้ จึงไม่ได้รวมไว้',
    consentFirst: 'กรุณายอมรับประกาศการคุ้มครองข้อมูลในแชทส่วนตัวกับบอตก่อน',
    onlyManagers: 'การเชื่อมกลุ่มทำได้โดยผู้บริหารหรือผู้ดูแลระบบที่ลงทะเบียนแล้ว กรุณาให้ผู้บริหารหรือผู้ดูแลระบบพิมพ์รหัสในกลุ่มนี้',
    back: (office: string) => `กลับเข้ากลุ่มแล้ว กลุ่มนี้เชื่อมกับ${office}อยู่ พิมพ์กล่าวถึงบอตแล้วตามด้วย “ช่วยเหลือ” ได้เลย`,
    joined:
      'ขอแนะนำตัว คืบหน้าเป็นบอตติดตามแผนปฏิบัติการ\nเมื่อต้องการเชื่อมกลุ่มนี้ กรุณากล่าวถึงบอตแล้วพิมพ์ “เชื่อมกลุ่ม” ตามด้วยรหัสจากผู้ดูแลระบบ',
  },
  tapToAccept: (button: string) => `กรุณาแตะ “${button}” ในการ์ดด้านล่าง เพื่อเริ่มใช้งาน`,
  accepted: 'ขอบคุณ ระบบบันทึกการยินยอมแล้ว',
  noPlan: 'หน่วยงานยังไม่ได้นำเข้าแผนปฏิบัติการ กรุณาแจ้งผู้ดูแลระบบ',
  noWork: 'ยังไม่มีกิจกรรมที่ท่านรับผิดชอบ กรุณาแจ้งผู้ดูแลระบบให้กำหนดกิจกรรม',
  noRight: 'คำสั่งนี้สำหรับผู้บริหาร กรุณาสอบถามผู้บริหารหรือผู้ดูแลระบบ',
  adminOnly: 'คำสั่งนี้สำหรับผู้ดูแลระบบ กรุณาติดต่อผู้ดูแลระบบของหน่วยงาน',
  inPrivate: 'คำสั่งนี้ใช้ในแชทส่วนตัวกับบอตเท่านั้น',
  /** Above the card that the assistant filled in. */
  assisted: 'AI ช่วยอ่านข้อความนี้ กรุณาตรวจทุกช่องก่อนบันทึก',
  /** After that an activity is somebody else's. */
  orOneOfYours: (why: string) => `${why}\nหากหมายถึงกิจกรรมของท่าน กรุณาเลือก`,
  /** @param group whose it is by the plan, where that says so. */
  notYours: (label: string, group?: string | null) =>
    `กิจกรรม ${label} ไม่อยู่ในความรับผิดชอบของท่าน${group ? ` (ผู้รับผิดชอบตามแผนคือ ${group})` : ''} จึงรายงานแทนไม่ได้`,
  historyNotYours: (label: string, group?: string | null) =>
    `กิจกรรม ${label} ไม่อยู่ในความรับผิดชอบของท่าน${group ? ` (ผู้รับผิดชอบตามแผนคือ ${group})` : ''} จึงดูประวัติไม่ได้ ดูสถานะได้ที่ “สถานะ ${label}”`,
  noSuchActivity: (words: string) => `ไม่พบกิจกรรม “${words}” ในแผน กรุณาเลือกจากรายการ หรือพิมพ์รหัสอีกครั้ง`,
  branchNeedsLeaf: (label: string) => `กิจกรรม ${label} มีกิจกรรมย่อย กรุณาเลือกกิจกรรมที่ต้องการรายงาน`,
  which: 'หมายถึงกิจกรรมใด กรุณาเลือก',
  /** A code of one number, typed so that it is no place in a list. */
  byCode: (code: string) => `กิจกรรมรหัส ${code}`,
  /** A button whose code means another activity now. */
  planChanged: 'แผนเปลี่ยนไปแล้วหลังส่งการ์ดนี้ กรุณาพิมพ์ “รายงาน” เพื่อเลือกกิจกรรมอีกครั้ง',
  beside,
  draft,
  offices,
  answer,
  unsure,
  /** Before a report is stored. @param what stands beside it. */
  begunAlready: (what: string) => `แจ้งว่ายังไม่เริ่ม แต่มี ${what} กรุณาเลือกสถานะ`,
  undo,
  giveUp,
  move,
  correct: {
    nothing: 'ไม่พบรายงานที่จะแก้ไข พิมพ์ “รายงาน” เพื่อรายงานใหม่ได้เลย',
    what: 'กรุณาบอกรายการที่ต้องการแก้ เช่น แก้งบเป็น 25,000',
  },
  multiple: {
    someDropped: (labels: string) => `กิจกรรม ${labels} ไม่อยู่ในความรับผิดชอบของท่าน จึงไม่ได้รวมไว้`,
    /** Before a card that is about one activity alone. */
    another: (words: string) => `หาก “${words}” เป็นอีกกิจกรรม กรุณาพิมพ์แยกหลังบันทึก`,
    /** The same, where it is not known which words tell of it. */
    more: 'ข้อความนี้น่าจะมีกิจกรรมอื่นด้วย กรุณาพิมพ์แยกหลังบันทึก',
    /** Of a sum. */
    notTaken: (sum: string) => `ยอด ${sum} ยังไม่ได้ลงในการ์ด หากใช้แล้ว กรุณาพิมพ์ “ใช้งบ ${sum}”`,
    oneByOne: 'กรุณาเลือกทีละกิจกรรม',
    moved: (value: string, label: string) => `ย้าย ${value} ไป ${label} แล้ว กรุณาตรวจสอบก่อนบันทึก`,
    notMoved: (value: string, label: string) =>
      `กิจกรรมนั้นไม่อยู่บนการ์ดนี้ จึงยังไม่ได้ย้าย ${value} แตะ ${label} เพื่อแก้ไข แล้วรายงานอีกกิจกรรมแยกต่างหาก`,
    sumOfOne: (sum: string, label: string) =>
      `ยังไม่ได้ใส่ ${sum} เพราะมีหลายกิจกรรม กรุณาพิมพ์บอกทีละกิจกรรม เช่น “${label} ใช้งบ 20,000”`,
    unclear: 'บางรายการยังไม่ชัดเจน กรุณารายงานทีละกิจกรรม',
    /** Of what is asked about once the clear ones are done. */
    later: (what: string) => `ส่วน ${what} ยังไม่ชัดเจน ระบบจะถามต่อหลังจากรายการนี้`,
  },
  whetherReport,
  notUnderstood,
  /** A message that was changed after it was sent. */
  edited: {
    anew: 'ข้อความถูกแก้ไข การ์ดนี้จัดทำใหม่จากข้อความล่าสุด',
    stored: (label: string) =>
      `รายงาน ${label} บันทึกไว้แล้ว การแก้ข้อความในแชทไม่เปลี่ยนข้อมูล หากต้องการแก้ พิมพ์ เช่น แก้งบเป็น 900`,
  },
  ...talk,
  files: {
    howToAdd: 'ส่งรูปหรือไฟล์ในแชทนี้ได้เลย ส่งหลังรายงานจะแนบกับกิจกรรมนั้น หรือระบบจะถามว่าเป็นของกิจกรรมใด',
    howToRemove: 'ลบรูปได้โดยกดค้างที่รูปในแชทนี้ แล้วเลือก “ยกเลิกข้อความ” ระบบจะลบออกจากหลักฐานให้เอง แล้วส่งรูปใหม่ได้เลย',
  },
  photoWhere: 'ได้รับรูปแล้ว รูปนี้เป็นหลักฐานของกิจกรรมใด กรุณาเลือก',
  photoAdded: 'แนบหลักฐานแล้ว',
  /** Before it is sent, of an activity that was named or of none. */
  photoAwaited: (label: string | null) =>
    label === null ? 'ส่งรูปหรือไฟล์ได้เลย ระบบจะถามว่าเป็นของกิจกรรมใด' : `ส่งรูปหรือไฟล์ของกิจกรรม ${label} ได้เลย`,
  resultSkipped: 'ข้ามแล้ว บอกผลหรือส่งรูปภายหลังได้ทุกเมื่อ',
  notSupported: 'ขณะนี้รับเป็นข้อความ รูปภาพ และไฟล์เอกสาร กรุณาส่งใหม่อีกครั้ง',
  /** Before an answer that came too late for its reply token. @param unfinished whether something still waits to be stored. */
  late: (when: string, unfinished: boolean) =>
    `ขออภัยที่ตอบข้อความเมื่อ ${when} ล่าช้า${unfinished ? ' เรื่องนี้ยังไม่ได้บันทึก' : ''}`,
  tooManyRequests: 'ได้รับข้อความจำนวนมากในเวลาสั้น ๆ กรุณารอสักครู่แล้วส่งใหม่',
  /** "ล่าช้า" and "ยังไม่รายงาน". */
  lists: {
    overdue: 'กิจกรรมที่เลยกำหนด',
    noOverdue: 'ไม่มีกิจกรรมที่เลยกำหนด',
    missing: 'กิจกรรมที่ยังไม่เคยรายงาน',
    noMissing: 'ทุกกิจกรรมมีรายงานแล้ว',
    /** @param when as it was asked: เดือนนี้. */
    planned: {
      all: (when: string) => `กิจกรรม${when}`,
      left: (when: string) => `กิจกรรมที่เหลือ${when}`,
      done: (when: string) => `กิจกรรมที่เสร็จแล้ว${when}`,
    },
    thisMonth: 'เดือนนี้',
    /** As they are typed, too. */
    quarter: (number: number, year: number) => `ไตรมาส ${number}/${year}`,
    month: (month: string) => `เดือน${month}`,
    months: (first: string, last: string) => `เดือน ${first}–${last}`,
    quarterOf: (number: number, first: string, last: string) => `ไตรมาส ${number} (${first}–${last})`,
    soon: 'กิจกรรมที่ใกล้ครบกำหนด',
    urgent: 'กิจกรรมที่ต้องเร่ง',
    /** A button to what is late besides. */
    pastDue: (count: number) => `เลยกำหนด (${count})`,
    nothingSoon: (days: number) => `ไม่มีกิจกรรมที่ครบกำหนดภายใน ${days} วัน`,
    next: 'กิจกรรมที่ครบกำหนดถัดไป',
    pastToo: (count: number) => `มีกิจกรรมที่เลยกำหนดแล้ว ${count} กิจกรรม`,
    nothingFor: (title: string) => `ไม่มี${title}`,
    owners: (label: string, names: string) => `ผู้รับผิดชอบกิจกรรม ${label}: ${names}`,
    whose: 'ต้องการดูงานของท่านใด',
    notFound: (name: string) => `ไม่พบ “${name}” ในหน่วยงาน หมายถึงท่านใด`,
    of: (name: string) => `งานของ ${name}`,
    noneOf: (name: string) => `${name} ยังไม่มีกิจกรรมที่รับผิดชอบ`,
  },
  quota: {
    cost: 'จำนวนที่ส่ง',
    /** What it takes of the month, and what is left of it now; null where LINE does not say. */
    messages: (count: number, left: number | null) =>
      left === null ? `${count} ข้อความ` : `${count} ข้อความ (เดือนนี้เหลือ ${left})`,
    tight: 'ข้อความที่ส่งได้ในเดือนนี้ไม่พอ ที่เหลือจะแจ้งเมื่อผู้รับทักมา',
    to: 'ผู้รับ',
  },
  nothingSent: 'ยกเลิกแล้ว ไม่มีการส่งหรือเปลี่ยนแปลง',
  /** On a card that asked something which was settled since. */
  askedBefore: 'การ์ดนี้ปิดไปแล้ว ไม่มีการส่งหรือเปลี่ยนแปลงเพิ่ม',
  /** Somebody chosen is no longer there. */
  peopleShown: (from: number, to: number, all: number) =>
    `แสดงคนที่ ${from}–${to} จากทั้งหมด ${all} คน จะพิมพ์ชื่อก็ได้`,
  personGone: 'ไม่พบบุคคลนี้ในหน่วยงานแล้ว กรุณาเลือกใหม่',
  nearest: {
    title: 'คำสั่งใกล้เคียง',
    question: (command: string) => `หมายถึง “${command}” ใช่หรือไม่`,
    several: 'หมายถึงคำสั่งใด กรุณาเลือก',
  },
  nudge: {
    title: 'เตือนผู้รับผิดชอบ',
    question: (label: string) => `ส่งข้อความขอความคืบหน้ากิจกรรม ${label} หรือไม่`,
    send: (count: number) => `ส่ง (${count} ข้อความ)`,
    ride: 'แจ้งเมื่อผู้รับทักมา (ฟรี)',
    nobody: (label: string, group: string | null) =>
      group ? `ยังไม่มีผู้รับผิดชอบกิจกรรม ${label} ในระบบ ตามแผนคือ ${group}` : `ยังไม่มีผู้รับผิดชอบกิจกรรม ${label} ในระบบ`,
    finished: (label: string) => `กิจกรรม ${label} สิ้นสุดแล้ว จึงไม่ต้องเตือน`,
    onLeave: 'อยู่ระหว่างลา',
    awayUntil: (name: string, day: string) => `${name} ลาถึง ${day}`,
    notPushed: 'ระบบไม่ส่งข้อความถึงผู้ที่อยู่ระหว่างลา จะแจ้งเมื่อผู้รับทักมา',
    sent: (names: string) => `ส่งข้อความถึง ${names} แล้ว`,
    waits: (names: string) => `จะแจ้ง ${names} เมื่อผู้รับทักมาครั้งถัดไป โดยไม่นับจำนวนข้อความ`,
    asked: (by: string, label: string) => `${by} ขอทราบความคืบหน้าของกิจกรรม ${label}`,
  },
  assign: {
    title: 'มอบหมายกิจกรรม',
    who: (label: string) => `มอบหมายกิจกรรม ${label} ให้ผู้ใด`,
    notFound: (name: string) => `ไม่พบ “${name}” ในหน่วยงาน กรุณาเลือก หรือพิมพ์ชื่ออีกครั้ง`,
    question: (label: string, name: string) => `มอบหมายกิจกรรม ${label} ให้ ${name} หรือไม่`,
    now: 'ผู้รับผิดชอบปัจจุบัน',
    handOver: 'โอนให้คนเดียว',
    add: 'เพิ่มเป็นผู้ร่วม',
    yes: 'มอบหมาย',
    already: (label: string, name: string) => `${name} รับผิดชอบกิจกรรม ${label} อยู่แล้ว`,
    /** @param told whether anybody was told of it. */
    done: (label: string, name: string, told: boolean) =>
      `มอบหมายกิจกรรม ${label} ให้ ${name} แล้ว${told ? ' และแจ้งผู้เกี่ยวข้องแล้ว' : ''}`,
    /** In place of `done`, for who gets it while on leave. */
    doneAway: (label: string, name: string, day: string) =>
      `มอบหมายกิจกรรม ${label} ให้ ${name} แล้ว ${name} ลาถึง ${day} จึงจะแจ้งเมื่อผู้รับทักมา`,
    given: (by: string, label: string) => `${by} มอบหมายกิจกรรม ${label} ให้ท่าน`,
    taken: (by: string, label: string, to: string) => `${by} โอนกิจกรรม ${label} ของท่านให้ ${to} แล้ว`,
  },
  announce: {
    title: 'ประกาศ',
    usage: 'กรุณาพิมพ์ข้อความต่อท้าย เช่น ประกาศ ขอให้รายงานภายในวันศุกร์นี้',
    tooLong: (most: number) => `ประกาศยาวเกินไป กรุณาย่อให้ไม่เกิน ${most} ตัวอักษร`,
    nobody: 'ยังไม่มีผู้รับอื่นในหน่วยงาน',
    question: 'ส่งประกาศนี้หรือไม่',
    toAll: (cost: number) => `ส่งทั้งหมด (${cost})`,
    toMembers: (cost: number) => `ส่งรายบุคคล (${cost})`,
    toGroups: (cost: number) => `ส่งในกลุ่ม (${cost})`,
    ride: 'แจ้งเมื่อผู้รับทักมา (ฟรี)',
    members: (count: number) => `${count} คน`,
    group: (name: string, size: number | null) => {
      const called = name.startsWith('กลุ่ม') ? name : `กลุ่ม ${name}`;
      return size === null ? called : `${called} (${size} คน)`;
    },
    sizeUnknown: 'ไม่ทราบจำนวนสมาชิกของบางกลุ่ม จำนวนข้อความจริงอาจมากกว่านี้',
    sent: (members: number, groups: number) =>
      groups > 0 ? `ส่งประกาศแล้วถึง ${members} คน และ ${groups} กลุ่ม` : `ส่งประกาศแล้วถึง ${members} คน`,
    waits: (members: number) => `จะแจ้งประกาศแก่ ${members} คน เมื่อแต่ละคนทักมาครั้งถัดไป โดยไม่นับจำนวนข้อความ`,
    from: (office: string, text: string, by: string) => `ประกาศจาก${office}\n\n${text}\n\n${by}`,
  },
  away,
  language: {
    title: 'ภาษา · Language',
    question: 'เลือกภาษา · Choose a language',
    thai: 'ไทย',
    english: 'English',
    set: 'เปลี่ยนเป็นภาษาไทยแล้ว',
  },
};
