/** Thai sentences on cards and in their lock-screen lines. */
export const cards = {
  /** Shown when a long text was cut for the screen. */
  cut: 'ข้อความยาวแสดงเพียงบางส่วน ระบบเก็บไว้ครบถ้วน',
  /** Of a report, on a card that has no room for them. */
  moreFields: (count: number) => `และอีก ${count} รายการ`,
  due: (day: string) => `ครบกำหนด ${day}`,
  overdueSince: (day: string) => `เลยกำหนด ${day}`,
  /** @param days negative once it is past. */
  daysLeft: (days: number) =>
    days < 0 ? `เลยมา ${-days} วัน` : days === 0 ? 'ครบกำหนดวันนี้' : `เหลือ ${days} วัน`,
  /** A day that is still to come. */
  expected: {
    finish: (day: string) => `คาดว่าเสร็จ ${day}`,
    day: (day: string) => `คาดว่าจะดำเนินการ ${day}`,
  },
  from: (words: string) => `จาก: “${words}”`,
  before: (value: string) => `เดิม ${value}`,
  unchanged: (value: string) => `คงเดิม ${value}`,
  photos: (count: number) => `${count} รายการ`,
  late: 'รายงานหลังสิ้นสุดงวด ระบบทำเครื่องหมายว่ารายงานล่าช้า',
  target: 'เป้าหมาย',
  indicator: 'ตัวชี้วัด',
  budget: 'งบประมาณ',
  pageOf: (page: number, pages: number) => `หน้า ${page}/${pages}`,
  partOf: (part: number, parts: number) => `(${part}/${parts})`,
  draft: {
    check: 'กรุณาตรวจสอบก่อนบันทึก',
    checkCorrection: 'กรุณาตรวจสอบรายการที่แก้ไข',
    tapToAdd: 'แตะเพื่อเพิ่ม',
    fromMessage: 'จากข้อความของท่าน',
    tapToChange: 'แตะเพื่อแก้ไขรายการอื่น',
    nothingYet: 'ยังไม่มีข้อมูล แตะรายการที่ต้องการรายงาน',
    /** In the place of a value that goes. */
    cleared: 'ไม่ระบุ',
    overBudget: (budget: string | null) =>
      budget === null
        ? 'แผนไม่ได้ตั้งงบประมาณให้กิจกรรมนี้ กรุณาตรวจสอบยอดใช้จ่ายอีกครั้ง'
        : `ยอดใช้จ่ายสูงกว่างบประมาณ ${budget} กรุณาตรวจสอบอีกครั้ง`,
    alt: (label: string, gist: string) => `ตรวจสอบก่อนบันทึก ${label} ${gist}`,
  },
  drafts: {
    title: (count: number) => `เข้าใจว่ารายงาน ${count} กิจกรรม`,
    check: 'กรุณาตรวจสอบก่อนบันทึก',
    checkAll: (more: number) => `และอีก ${more} กิจกรรม กรุณาดูรายละเอียดก่อนบันทึก`,
    alt: (count: number, labels: string) => `ตรวจสอบก่อนบันทึก ${count} กิจกรรม: ${labels}`,
  },
  question: {
    title: 'รายงานผลการดำเนินงาน',
    chooseActivity: 'เลือกกิจกรรม',
    step: (at: number, of: number) => `ข้อ ${at}/${of}`,
    /** What to ask, by field. */
    ask: {
      status: 'กิจกรรมนี้ดำเนินการถึงขั้นใดแล้ว',
      percent: 'ดำเนินการไปแล้วร้อยละเท่าใด (0–100)',
      actual: 'ผลที่ได้ตามตัวชี้วัดเป็นเท่าใด',
      spent: 'ใช้งบประมาณไปแล้วรวมทั้งสิ้นกี่บาท',
      result: 'กรุณาสรุปผลการดำเนินงานโดยย่อ',
      obstacle: 'มีปัญหาหรืออุปสรรคหรือไม่ หากมี กรุณาพิมพ์บอกสั้น ๆ',
      trouble: 'ติดปัญหาเรื่องใด กรุณาพิมพ์บอกสั้น ๆ',
      total: 'ตัวเลขนี้เป็นยอดของครั้งนี้ หรือยอดรวมทั้งหมด',
      suggestion: 'มีข้อเสนอแนะหรือไม่ หากมี กรุณาพิมพ์บอกสั้น ๆ',
      remark: 'มีหมายเหตุเพิ่มเติมหรือไม่',
      date: 'ดำเนินการวันที่เท่าใด หรือเลื่อนไปวันใด',
      activity: 'ต้องการรายงานกิจกรรมใด',
      evidence: 'กรุณาส่งรูปภาพหรือไฟล์หลักฐานในแชทนี้',
      branch: 'กรุณาเลือกกิจกรรม',
    },
    understood: (what: string) => `เข้าใจว่า: ${what}`,
    typeOrTap: 'แตะปุ่ม หรือพิมพ์คำตอบได้เลย',
    type: 'พิมพ์คำตอบในแชทนี้ได้เลย',
  },
  receipt: {
    saved: (at: string) => `บันทึกแล้ว ${at}`,
    askResult: 'ผลที่ได้คืออะไร พิมพ์ตอบหรือส่งรูปได้เลย',
    alt: (label: string, gist: string) => `บันทึกแล้ว ${label} ${gist}`,
  },
  receipts: {
    title: (count: number) => `บันทึกแล้ว ${count} กิจกรรม`,
    alt: (count: number, labels: string) => `บันทึกแล้ว ${count} กิจกรรม: ${labels}`,
  },
  work: {
    own: 'งานของฉัน',
    others: 'รายการกิจกรรม',
    none: 'ไม่มีกิจกรรมที่ต้องรายงานในขณะนี้',
    noneOthers: 'ไม่มีกิจกรรมในรายการนี้',
    tapToReport: 'แตะกิจกรรมเพื่อรายงานผล',
    tapToSee: 'แตะกิจกรรมเพื่อดูรายละเอียด',
    alt: (title: string, count: number, overdue: number) =>
      overdue > 0 ? `${title}: ${count} กิจกรรม เลยกำหนด ${overdue}` : `${title}: ${count} กิจกรรม`,
  },
  history: {
    title: 'ประวัติการรายงาน',
    none: 'ยังไม่มีการรายงานกิจกรรมนี้',
    by: (name: string) => `โดย ${name}`,
    voided: 'ยกเลิกแล้ว',
    withdrawn: 'ผู้ส่งยกเลิกข้อความต้นทาง',
    late: 'รายงานล่าช้า',
    nothingSaid: 'แนบหลักฐาน',
    changed: (what: string) => `เปลี่ยนจากเดิม: ${what}`,
    alt: (label: string, count: number) => `ประวัติการรายงาน ${label}: ${count} รายการ`,
  },
  summary: {
    title: 'สรุปผลการดำเนินงาน',
    asOf: (at: string) => `ข้อมูล ณ ${at}`,
    headline: (done: number, total: number) => `เสร็จแล้ว ${done} จาก ${total} กิจกรรม`,
    overdue: 'เลยกำหนด',
    unreported: 'ยังไม่เคยรายงาน',
    attention: 'ควรติดตามก่อน',
    alt: (done: number, total: number, overdue: number, percent: number) =>
      `เสร็จแล้ว ${done}/${total} กิจกรรม เลยกำหนด ${overdue} ใช้งบแล้ว ${percent}%`,
  },
  activity: {
    due: 'ครบกำหนด',
    owner: 'ผู้รับผิดชอบ',
    reported: 'รายงานล่าสุด',
    never: 'ยังไม่มีการรายงาน',
    noBudget: 'ไม่มีงบประมาณ',
    by: (name: string, at: string) => `${name} ${at}`,
  },
  money: {
    title: 'งบประมาณ',
    headline: (percent: number, left: string) => `ใช้งบแล้ว ${percent}% คงเหลือ ${left}`,
    left: 'คงเหลือ',
    over: 'เกินงบ',
    leftOf: (spent: string, budget: string, left: string) => `ใช้ ${spent} จาก ${budget} เหลือ ${left}`,
    overOf: (spent: string, budget: string, over: string) => `! ใช้ ${spent} จาก ${budget} เกินงบ ${over}`,
    leftShort: (sum: string, over: boolean) => (over ? `เกิน ${sum}` : `เหลือ ${sum}`),
    /** Of one's own activities together. */
    total: (count: number, money: string) => `งบของท่านรวม ${count} กิจกรรม: ${money}`,
    /** Nobody said what was spent. */
    unsaidOf: (budget: string) => `ยังไม่แจ้งยอดใช้ จาก ${budget}`,
    /** Below a node that need not be over itself. */
    partsOver: 'กิจกรรมที่เกินงบ รวม',
    /** Of an activity without a figure of its own. */
    spentOnly: (spent: string) => `ใช้ ${spent} ไม่ได้กำหนดวงเงินแยก`,
    tapToSee: 'แตะรายการเพื่อดูรายละเอียด',
  },
  branch: {
    title: 'ภาพรวมหมวดกิจกรรม',
    /** Of what the plan gives to a unit. */
    unit: 'ภาพรวมของกลุ่มงาน',
    alt: (label: string, done: number, total: number) => `${label} เสร็จแล้ว ${done}/${total} กิจกรรม`,
  },
  activitiesMore: (count: number) => `และอีก ${count} กิจกรรม`,
  help: {
    title: 'วิธีใช้งาน',
    oneSentence: 'รายงานได้ด้วยประโยคเดียว เช่น',
    /** @param sum the activity's own budget, null where it has none. */
    example: (label: string, sum: string | null) =>
      sum === null ? `${label} เสร็จแล้ว` : `${label} เสร็จแล้ว ใช้งบ ${sum}`,
    exampleAny: '1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท',
    reminder: 'ตอบกลับข้อความแจ้งเตือนได้โดยตรง และส่งรูปหลักฐานในแชทนี้ได้',
    group: 'ในกลุ่ม กรุณากล่าวถึง (@) บอตก่อนพิมพ์คำสั่ง',
    commands: 'คำสั่งที่ใช้ได้ แตะได้เลย',
    forOfficer: 'รายงานผล',
    forManager: 'ดูภาพรวม',
    forManaging: 'สั่งการ',
    /** Command and what it does, by role; the command is what a tap types. */
    officer: [
      { say: 'งานของฉัน', does: 'กิจกรรมที่ต้องรายงาน' },
      { say: 'รายงาน', does: 'กรอกรายงานทีละข้อ', inGroups: true },
      { say: 'ประวัติ', does: 'สิ่งที่รายงานไว้' },
      { say: 'หลักฐาน', does: 'รูปและไฟล์ที่แนบไว้' },
      { say: 'ยกเลิกรายงานล่าสุด', does: 'ถอนที่เพิ่งส่ง', inGroups: true },
      { say: 'เตือนพรุ่งนี้', does: 'เลื่อนการแจ้งเตือน' },
      { say: 'ลาถึง', does: 'ลาและให้ผู้อื่นแทน' },
      { say: 'กลับมาแล้ว', does: 'รับการแจ้งเตือนต่อ' },
    ],
    manager: [
      { say: 'สรุป', does: 'ภาพรวมทั้งแผน', inGroups: true },
      { say: 'สถานะ', does: 'ตามรหัสหรือชื่อคน', inGroups: true },
      { say: 'ล่าช้า', does: 'กิจกรรมที่เลยกำหนด', inGroups: true },
      { say: 'ใกล้ครบกำหนด', does: 'เหลืออีกกี่วัน', inGroups: true },
      { say: 'ยังไม่รายงาน', does: 'ใครยังไม่ส่ง และเตือน', inGroups: true },
      { say: 'ปัญหา', does: 'ที่ยังค้าง ล่าสุดก่อน', inGroups: true },
      { say: 'งบประมาณ', does: 'การใช้จ่ายตามแผน', inGroups: true },
      { say: 'สรุปรายฝ่าย', does: 'เทียบหน่วยงาน', inGroups: true },
      { say: 'รายงาน 6 เดือน', does: 'เอกสารครึ่งปี' },
      { say: 'รายงาน 12 เดือน', does: 'เอกสารทั้งปี' },
    ],
    managing: [
      { say: 'เตือน', does: 'ขอความคืบหน้า' },
      { say: 'มอบหมาย', does: 'ให้ผู้รับผิดชอบ' },
      { say: 'ประกาศ', does: 'ส่งถึงทุกคน' },
      { say: 'โควต้า', does: 'ข้อความที่เหลือ' },
      { say: 'ปิดงวด', does: 'ตรึงรายงานของงวด' },
    ],
    admin: [
      { say: 'จัดการ', does: 'แผน ผู้ใช้ ตั้งค่า' },
      { say: 'สมาชิก', does: 'ใครใช้อยู่ ใครยังไม่มี' },
      { say: 'เชิญ', does: 'ออกรหัสเชิญ' },
    ],
    inSeveral: [{ say: 'เปลี่ยนหน่วยงาน', does: 'ไปหน่วยงานอื่นของท่าน' }],
    anyone: [
      { say: 'ภาษา', does: 'ไทย · English' },
      { say: 'ช่วยเหลือ', does: 'หน้านี้', inGroups: true },
    ],
    alt: 'วิธีใช้งาน: รายงานได้ด้วยประโยคเดียว',
  },
  notice: {
    title: 'การคุ้มครองข้อมูลส่วนบุคคล',
    greeting: (name: string, office: string) => `เรียน ${name} ก่อนเริ่มใช้งาน ${office} ขอแจ้งดังนี้`,
    points: [
      {
        heading: 'ข้อมูลที่เก็บ',
        text: 'ชื่อ ตำแหน่ง รหัสผู้ใช้ LINE และข้อความ รูป หรือไฟล์ที่ส่งเพื่อรายงานผล',
      },
      { heading: 'ใช้เพื่อ', text: 'ติดตามและจัดทำรายงานผลตามแผนปฏิบัติการของหน่วยงานเท่านั้น' },
      {
        heading: 'ผู้ที่เห็นข้อมูล',
        text: 'ผู้บริหาร ผู้ดูแลระบบ และผู้รับผิดชอบกิจกรรมเดียวกัน บุคลากรอื่นเห็นเฉพาะสถานะและตัวเลข',
      },
      { heading: 'สิทธิของท่าน', text: 'ขอดู ขอแก้ไข หรือขอลบข้อมูลได้ที่ผู้ดูแลระบบ' },
    ],
    assistant: {
      heading: 'ผู้ช่วยอ่านข้อความ (AI)',
      text: 'ข้อความที่ระบบอ่านเองไม่ชัด จะส่งให้ระบบ AI ที่หน่วยงานกำหนดช่วยอ่าน โดยปิดชื่อบุคลากร ชื่อที่มีคำนำหน้า เบอร์โทรศัพท์ และเลขประจำตัวก่อนส่ง และท่านตรวจก่อนบันทึกทุกครั้ง',
    },
    otherwise: 'หากไม่ยินยอม ไม่ต้องกดปุ่ม ระบบจะไม่เก็บรายงานของท่าน',
    version: (version: string) => `ฉบับ ${version}`,
    alt: (office: string) => `${office} ขอความยินยอมก่อนเริ่มใช้งาน`,
  },
  welcome: {
    title: 'ลงทะเบียนเรียบร้อยแล้ว',
    greeting: (name: string) => `ยินดีต้อนรับ ${name}`,
    as: (roles: string, office: string) => `${roles} · ${office}`,
    work: (count: number) => `กิจกรรมของท่าน ${count} รายการ`,
    manager: 'ดูภาพรวมของแผนได้ทันทีจากปุ่มด้านล่าง',
    alt: (name: string, count: number) =>
      count > 0
        ? `ยินดีต้อนรับ ${name} มีกิจกรรมที่ต้องรายงาน ${count} รายการ`
        : `ยินดีต้อนรับ ${name} ลงทะเบียนเรียบร้อยแล้ว`,
  },
};
