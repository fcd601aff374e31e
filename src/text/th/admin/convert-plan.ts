/** Thai sentences: what could not be read for certain when a plan was taken out of a Word or Excel file. */
export const convertPlan = {
  /** Where: a table and its row; 0 for the table as a whole. */
  place: (table: string, row: number) =>
    table === '' ? 'ทั้งไฟล์' : row === 0 ? `ตาราง ${table}` : `ตาราง ${table} แถว ${row}`,
  remark: {
    'other-table': () => 'ไม่ได้ดึงตารางนี้ เพราะไม่มีเดือน ผู้รับผิดชอบ หรือตัวชี้วัด',
    joined: (value: string) => `ต่อข้อความ “${value}” เข้ากับกิจกรรมก่อนหน้า`,
    split: (value: string) => `แยกกิจกรรมที่อยู่ในช่องเดียวกัน: ${value}`,
    'no-number': (value: string) => `อ่านลำดับที่ “${value}” ไม่ออก จึงเว้นรหัสไว้`,
    counted: (value: string) => `ลำดับเป็นเลขอัตโนมัติของ Word จึงไม่มีในไฟล์ กรุณาพิมพ์ลำดับของ “${value}”`,
    numbered: () => 'แผนไม่มีลำดับที่ จึงใส่ 1. 2. 3. ให้ตามแถว',
    'money-unread': (value: string) => `อ่านงบประมาณ “${value}” ไม่ออก จึงเว้นว่าง`,
    'money-short': (value: string) => `จำนวนเงิน “${value}” ไม่เท่ากับจำนวนกิจกรรมในช่อง กรุณาตรวจว่าเป็นของกิจกรรมใด`,
    'target-unread': (value: string) => `อ่านเป้าหมาย “${value}” ไม่ออก จึงเว้นว่าง`,
    'indicator-unsplit': (value: string) => `แยกตัวชี้วัดตามกิจกรรมไม่ได้ จึงใส่ไว้ที่กิจกรรมแรก: “${value}”`,
    'months-unread': (value: string) => `อ่านเดือน “${value}” ไม่ออก จึงเว้นว่าง`,
    'months-drawn': () => 'มีลูกศรที่วาดไว้ อ่านเดือนไม่ได้ กรุณาใส่ ✓ ในแบบกรอก',
    'months-shared': (value: string) => `ใช้เดือนเดียวกันกับทุกกิจกรรมในช่อง: ${value}`,
    'no-year': () => 'ไม่พบปีงบประมาณ จึงยังอ่านเดือนไม่ได้ กรุณากรอกปีและเดือนในแบบกรอก',
  },
  remarks: 'กรุณาตรวจ',
  stillBad: (count: number) => `ยังต้องแก้ในแบบกรอก ${count} จุดก่อนนำเข้า`,
  ready: 'แบบกรอกพร้อมนำเข้าแล้ว',
};
