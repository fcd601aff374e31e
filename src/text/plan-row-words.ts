/** Words by which the rows of a plan's table are told apart, Thai and English; read by imports. */

/** Begin the line of a group of activities, the highest first. */
export const groupRows: readonly string[] = [
  'ประเด็นยุทธศาสตร์',
  'ประเด็นการพัฒนา',
  'ยุทธศาสตร์',
  'เป้าประสงค์',
  'พันธกิจ',
  'กลยุทธ์',
  'แนวทาง',
  'แผนงาน',
  'ประเด็น',
  'มิติ',
  'ด้าน',
  'ภารกิจ',
  'ผลผลิต',
  'หมวด',
  'ส่วนที่',
  'ตอนที่',
  'กลุ่มงาน',
  'กลุ่ม',
  'กอง',
  'สำนัก',
  'ฝ่าย',
  'งาน',
];

/** After "total" in the name of a row that sums others; the rest may be anything when the sum comes out. */
export const totalRows = {
  begin: [
    'รวมทั้งสิ้น',
    'รวมทั้งหมด',
    'รวมงบประมาณ',
    'รวมเงิน',
    'รวมเป็นเงิน',
    'รวมยอด',
    'ยอดรวม',
    'ผลรวม',
    'รวม',
    'งบประมาณรวม',
    'งบประมาณทั้งสิ้น',
    'ยอดยกไป',
    'ยอดยกมา',
    'ยกไป',
    'ยกมา',
    'ทั้งสิ้น',
    'grandtotal',
    'subtotal',
    'total',
    'sum',
  ],
  rest: [
    'ทั้งสิ้น',
    'ทั้งหมด',
    'งบประมาณ',
    'เงิน',
    'เป็นเงิน',
    'ยุทธศาสตร์',
    'กลยุทธ์',
    'แผนงาน',
    'โครงการ',
    'กิจกรรม',
    'ทุก',
    'จำนวน',
    'ด้าน',
    'ไตรมาส',
    'หน้า',
    'กลุ่ม',
    'กอง',
    'ฝ่าย',
    'งาน',
    'สุทธิ',
    'ย่อย',
    'ที่',
  ],
  whole: ['ทั้งสิ้น', 'ทั้งหมด', 'grandtotal', 'ทุก'],
};

/** Begin the line of an owner, where a cell lists several. */
export const ownerWords: readonly string[] = [
  'นาย',
  'นาง',
  'น.ส.',
  'ครู',
  'ดร.',
  'ว่าที่',
  'พญ.',
  'นพ.',
  'ผอ.',
  'รอง',
  'กอง',
  'สำนัก',
  'กลุ่ม',
  'งาน',
  'ฝ่าย',
  'คณะ',
  'รพ.',
  'ศูนย์',
  'หน่วย',
];

/** The same as in the row above. */
export const ditto: readonly string[] = ['"', '”', '“', '″', '〃', "''", 'ditto', 'เช่นเดียวกัน', '-ditto-'];

/** Begin a line below a table that is no row of it. */
export const footNotes: readonly string[] = [
  'หมายเหตุ',
  'หมายเหตุ:',
  'note',
  'ลงชื่อ',
  'ผู้เสนอ',
  'ผู้อนุมัติ',
  'ผู้เห็นชอบ',
  'ผู้จัดทำ',
  'ตำแหน่ง',
  'ที่มา',
  '*',
  'ถัวเฉลี่ย',
  'ข้อมูล ณ',
  'จัดทำโดย',
  'ผู้รับรอง',
  'ผู้ตรวจสอบ',
  '(',
];

/** Begins what people sign below a table, be it beside others. */
export const signature = /^\(?(?:ลงชื่อ|ลงนาม|signed)/i;

/** A line that only counts the printed pages. */
export const pageLine =
  /^[-–—]?\s*(?:หน้า(?:ที่)?\s*|page\s*)?[\d\u0e50-\u0e59]{1,3}\s*(?:[-–—.)]|(?:\/|จาก|of)\s*[\d\u0e50-\u0e59]{1,3})?$/i;

/** A person says that a column is not to be used. */
export const unusedWords: readonly string[] = ['ไม่ใช้', 'ไม่เอา', 'ข้าม', 'unused', 'skip', 'none', 'ignore'];

/** A row of headings that only counts the columns: (1) (2) (3). */
export const columnCount = /^[([]?\d{1,2}[)\]]?(?:\s*=.*)?$/;

/** Begin an item of spending below an activity: no activity itself. */
export const costItems = /^(?:[-•–*]\s*)?(?:ค่า(?!ย)|เงินเดือน|เบี้ยประชุม)/;

/** Begin a step below an activity that has no number of its own. */
export const subRows = /^(?:[-•–*·●▪]\s*|กิจกรรม(?:ย่อย)?ที่\s*\d|ขั้นตอนที่\s*\d)/;
