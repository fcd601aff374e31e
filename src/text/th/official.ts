/** Thai sentences about the official report and the closing of its period, in chat and on its card. */

export const official = {
  round: (half: 1 | 2, year: number) => `รายงานรอบ ${half * 6} เดือน ปีงบประมาณ ${year}`,
  draft: 'ฉบับร่าง',
  version: (number: number) => `ฉบับที่ ${number}`,
  headline: (done: number, total: number) => `เสร็จแล้ว ${done} จาก ${total} กิจกรรม`,
  asOf: (at: string) => `ข้อมูล ณ ${at}`,
  closed: (at: string, by: string) => `ปิดงวดเมื่อ ${at} โดย ${by}`,
  system: 'ระบบ',
  unreported: 'ยังไม่เคยรายงาน',
  late: 'รายงานล่าช้า',
  notBegun: 'งวดนี้ยังไม่เริ่ม',
  news: (count: number, command: string) =>
    `หลังปิดงวดมีข้อมูลเปลี่ยนแปลง ${count} รายการ พิมพ์ “${command}” เพื่อออกฉบับใหม่`,
  links: (until: string) => `ลิงก์เปิดได้ถึง ${until} ออกให้ท่านโดยเฉพาะ กรุณาไม่ส่งต่อ`,
  format: { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' },
  unmade: (formats: string) => `ยังจัดทำไฟล์ ${formats} ไม่ได้ กรุณาพิมพ์คำสั่งนี้อีกครั้งในอีกสักครู่`,
  fileName: (half: 1 | 2, year: number, office: string, ending: string) =>
    `รายงานรอบ ${half * 6} เดือน ปีงบประมาณ ${year} ${office}${ending}`,
  alt: (half: 1 | 2, done: number, total: number) =>
    `รายงานรอบ ${half * 6} เดือน: เสร็จแล้ว ${done}/${total} กิจกรรม`,
  onlyHalves: 'มีเฉพาะรอบ 6 เดือนและรอบ 12 เดือน กรุณาเลือกรอบที่ต้องการ',
  command: (half: 1 | 2) => `รายงาน ${half * 6} เดือน`,
  closeCommand: (half: 1 | 2) => `ปิดงวด ${half * 6} เดือน`,
  close: {
    title: (half: 1 | 2) => `ปิดงวดรอบ ${half * 6} เดือน`,
    question: (half: 1 | 2, year: number, version: number) =>
      version === 1
        ? `ปิดงวดรอบ ${half * 6} เดือน ปีงบประมาณ ${year} หรือไม่`
        : `ออกฉบับที่ ${version} ของรอบ ${half * 6} เดือน ปีงบประมาณ ${year} หรือไม่`,
    confirm: 'ยืนยันปิดงวด',
    figures: 'ผลที่จะบันทึก',
    figuresAre: (done: number, total: number, spent: string, budget: string) =>
      `เสร็จแล้ว ${done} จาก ${total} กิจกรรม ใช้จ่าย ${spent} จาก ${budget}`,
    missing: {
      unreported: (count: number) => `ยังไม่เคยรายงาน ${count} กิจกรรม`,
      withoutFigure: (count: number) => `ไม่ได้ระบุตัวเลขตามตัวชี้วัด ${count} กิจกรรม`,
      withoutResult: (count: number) => `ไม่ได้ระบุผลการดำเนินงาน ${count} กิจกรรม`,
      overBudget: (count: number) => `ใช้จ่ายเกินงบประมาณ ${count} กิจกรรม`,
      withoutEvidence: (count: number) => `ไม่มีหลักฐาน ${count} กิจกรรม`,
    },
    listed: (labels: readonly string[], more: number) =>
      `${labels.join(', ')}${more > 0 ? ` และอีก ${more} กิจกรรม` : ''}`,
    complete: 'ความครบถ้วน',
    completeIs: 'ครบทุกกิจกรรม',
    differences: (before: number, count: number) => `เปลี่ยนจากฉบับที่ ${before} จำนวน ${count} รายการ`,
    early: (end: string) => `งวดนี้ยังไม่สิ้นสุด (${end}) เมื่อปิดแล้ว รายงานที่ส่งภายหลังจะถือว่าล่าช้า`,
    incomplete: 'ยังมีรายการไม่ครบ เมื่อปิดแล้ว รายงานที่ส่งภายหลังจะถือว่าล่าช้า',
    final: 'เมื่อปิดแล้ว แก้ไขหรือยกเลิกรายงานในงวดนี้ไม่ได้ รายงานที่ส่งภายหลังจะอยู่ในฉบับถัดไป',
    done: (half: 1 | 2, version: number) => `ปิดงวดรอบ ${half * 6} เดือนแล้ว เป็นฉบับที่ ${version}`,
    already: (half: 1 | 2, version: number, by: string, at: string) =>
      `งวดรอบ ${half * 6} เดือนปิดไว้แล้ว ฉบับที่ ${version} โดย ${by} เมื่อ ${at}`,
    nothingNew: 'ไม่มีข้อมูลเปลี่ยนแปลงหลังจากนั้น',
    notBegun: (half: 1 | 2) => `งวดรอบ ${half * 6} เดือนยังไม่เริ่ม จึงยังปิดไม่ได้`,
    due: (half: 1 | 2, year: number, end: string) =>
      `รอบ ${half * 6} เดือน ปีงบประมาณ ${year} สิ้นสุดแล้วเมื่อ ${end} และยังไม่ได้ปิดงวด พิมพ์ “ปิดงวด” เมื่อพร้อม`,
    closedItself: (half: 1 | 2, year: number) =>
      `ระบบปิดงวดรอบ ${half * 6} เดือน ปีงบประมาณ ${year} ตามที่ตั้งค่าไว้แล้ว พิมพ์ “รายงาน ${half * 6} เดือน” เพื่อดูรายงาน`,
  },
  /** One difference in a line: the field's own name comes from the words. */
  change: {
    added: (label: string) => `${label} เพิ่มในแผน`,
    removed: (label: string) => `${label} ตัดออกจากแผน`,
    changed: (label: string, fields: string, late: boolean) => `${label} ${fields}${late ? ' (ล่าช้า)' : ''}`,
    name: 'ชื่อ',
    budget: 'งบประมาณ',
    evidence: 'หลักฐาน',
  },
};
