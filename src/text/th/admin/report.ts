/** Thai sentences of the report and report-settings commands. */
export const report = {
  summary: 'จัดทำรายงานรอบ 6 เดือน หรือ 12 เดือน เป็น Word, Excel, PDF, JSON หรือ CSV',
  usage: [
    'npm run report -- --fiscal-year 2564 --half 1 --format docx --out รายงาน.docx',
    'npm run report -- --fiscal-year 2564 --half 1 --format json                    พิมพ์ JSON ออกทางหน้าจอ',
    'npm run report -- --fiscal-year 2564 --half 2 --format pdf --office all --out โฟลเดอร์',
    'npm run report -- --fiscal-year 2564 --half 1 --all-offices --out ทุกหน่วยงาน.xlsx',
  ],
  options: {
    'fiscal-year': 'ปีงบประมาณ พ.ศ. เช่น 2564',
    half: '1 = รอบ 6 เดือน (ถึง 31 มี.ค.)  2 = รอบ 12 เดือน (ถึง 30 ก.ย.)',
    format: 'รูปแบบไฟล์ (หากไม่ใส่ จะดูจากนามสกุลของ --out)',
    'as-of': 'นับเฉพาะที่รายงานถึงเวลานั้น เช่น 2021-03-31 หรือ 2021-03-31T16:30:00+07:00',
    version: 'ฉบับปิดงวดที่ N (ค่าเริ่มต้นคือฉบับล่าสุด)',
    'thai-digits': 'ใช้เลขไทยทั้งฉบับ',
    out: 'ไฟล์ปลายทาง หรือโฟลเดอร์เมื่อใช้ --office all',
    yes: 'เขียนทับไฟล์ที่มีอยู่แล้ว (สำหรับสคริปต์)',
    'all-offices':
      'รายงานรวมทุกหน่วยงานเป็นฉบับเดียว พร้อมข้อมูลที่ยังขาด ข้อความมีเฉพาะหน่วยงานที่เผยแพร่แล้ว (docx xlsx pdf json)',
    office: 'รหัสหน่วยงาน หรือ all สำหรับทุกหน่วยงาน (ไม่ต้องใส่เมื่อมีหน่วยงานเดียว)',
  },
  bad: {
    file: 'คำสั่งนี้ไม่รับชื่อไฟล์ต่อท้าย ใช้ --out แทน',
    needYear: 'ต้องระบุ --fiscal-year เช่น --fiscal-year 2564',
    year: (value: string) => `--fiscal-year ต้องเป็นปี พ.ศ. 4 หลัก เช่น 2564 ไม่ใช่ ${value}`,
    christianYear: (value: string, year: number) => `--fiscal-year ต้องเป็นปี พ.ศ. (${value} น่าจะเป็น ${year})`,
    needHalf: 'ต้องระบุ --half 1 (รอบ 6 เดือน) หรือ --half 2 (รอบ 12 เดือน)',
    half: (value: string) => `--half ต้องเป็น 1 หรือ 2 ไม่ใช่ ${value}`,
    needFormat: (known: string) => `ต้องระบุ --format เป็นอย่างใดอย่างหนึ่ง: ${known}`,
    format: (value: string, known: string) => `ไม่รู้จักรูปแบบ ${value} เลือกได้: ${known}`,
    ending: (out: string, format: string) =>
      `--out ${out} ไม่ตรงกับ --format ${format} กรุณาใส่รูปแบบเดียวกัน หรือไม่ใส่ --format`,
    version: (value: string) => `--version ต้องเป็นเลขฉบับตั้งแต่ 1 ขึ้นไป ไม่ใช่ ${value}`,
    versionAsOf: 'ใช้ --version หรือ --as-of อย่างใดอย่างหนึ่ง',
    needOut: (format: string) => `รูปแบบ ${format} ต้องระบุ --out ชื่อไฟล์`,
    joint: (what: string) => `--all-offices ใช้ร่วมกับ ${what} ไม่ได้`,
    needFolder: '--office all ต้องระบุ --out เป็นโฟลเดอร์',
  },
  noPlan: (year: number, known: string) =>
    `ไม่มีแผนของปีงบประมาณ พ.ศ. ${year}${known ? ` ปีที่มีแผน: ${known}` : ' ยังไม่ได้นำเข้าแผน'}`,
  noVersion: (known: string) => (known ? `ไม่มีฉบับที่ระบุ ฉบับที่ปิดงวดแล้ว: ${known}` : 'งวดนี้ยังไม่ปิด จึงยังไม่มีฉบับปิดงวด'),
  nonePlanned: (year: number) => `ไม่มีหน่วยงานใดมีแผนของปีงบประมาณ พ.ศ. ${year}`,
  wrote: (file: string, office: string) => `จัดทำแล้ว ${file} (${office})`,
  figures: (activities: number, budget: string, spent: string) =>
    `${activities} กิจกรรม งบประมาณ ${budget} ใช้จ่าย ${spent}`,
  frozen: (version: number, at: string, by: string) => `ฉบับปิดงวดที่ ${version} ปิดเมื่อ ${at} โดย ${by}`,
  open: (at: string) => `งวดยังไม่ปิด ข้อมูล ณ ${at}`,
  notBegun: 'งวดนี้ยังไม่เริ่ม',
  nothingReported: 'ยังไม่มีการรายงานในงวดนี้',
  wroteJoint: (file: string) => `จัดทำรายงานรวมแล้ว ${file}`,
  joint: (offices: number, plan: number, closing: number, reports: number) =>
    `${offices} หน่วยงาน ยังไม่มีแผน ${plan} ยังไม่ปิดงวด ${closing} มีกิจกรรมที่ยังไม่เคยรายงาน ${reports}`,
  skipped: (office: string, year: number) => `ข้าม ${office}: ไม่มีแผนของปีงบประมาณ พ.ศ. ${year}`,
  skippedVersion: (office: string) => `ข้าม ${office}: ไม่มีฉบับปิดงวดที่ระบุ`,
  failed: (office: string, why: string) => `จัดทำของ ${office} ไม่สำเร็จ: ${why}`,
  fault: {
    unreadable: 'อ่านข้อมูลที่เก็บไว้ไม่ได้',
    busy: 'มีรายงานรอจัดทำมากเกินไป กรุณาลองใหม่',
    timeout: 'ใช้เวลานานเกินไป',
    failed: 'โปรแกรมจัดทำไฟล์ทำงานไม่สำเร็จ',
  },
  progress: (done: number, all: number) => `จัดทำแล้ว ${done}/${all}`,
  closedBy: 'ระบบ',
};

export const reportSettings = {
  summary: 'แสดงหรือตั้งค่ารายงานของหน่วยงาน: หัวเรื่อง ผู้ลงนาม คอลัมน์ เลขรายการ เลขไทย',
  usage: ['npm run report-settings -- --show', 'npm run report-settings -- --set ตั้งค่า.json'],
  options: {
    show: 'แสดงค่าที่ใช้อยู่',
    set: 'ไฟล์ JSON ของค่าที่ต้องการ แทนค่าที่เคยตั้งไว้ทั้งหมด (ค่าที่ไม่ใส่จะเป็นค่าเริ่มต้น)',
    office: 'รหัสหน่วยงาน (ไม่ต้องใส่เมื่อมีหน่วยงานเดียว)',
  },
  oneAction: 'ใส่ --show หรือ --set ไฟล์.json อย่างใดอย่างหนึ่ง',
  notJson: (file: string, detail: string) => `${file} ไม่ใช่ JSON: ${detail}`,
  problem: {
    unknown: (path: string, known: string) => `${path}: ไม่มีการตั้งค่านี้ ที่มีคือ ${known}`,
    'bad-value': (path: string, detail: string) => `${path}: ค่าไม่ถูกต้อง (${detail})`,
    'not-an-object': () => 'ไฟล์ต้องเป็น JSON แบบ {"thaiDigits": true, …}',
  },
  stored: (office: string) => `ตั้งค่ารายงานของ${office}แล้ว`,
  conflict: 'มีผู้เปลี่ยนการตั้งค่าในเวลาเดียวกัน กรุณาลองใหม่',
  own: 'ตั้งไว้เอง',
  standard: 'ค่าเริ่มต้น',
};
