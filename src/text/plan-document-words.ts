/** Words by which a plan written in Word or Excel is taken apart when it is converted into the form. */
export const documentWords = {
  /** Begin a line of the plan's head. */
  head: {
    programme: ['แผนงาน'],
    project: ['โครงการ'],
    office: ['หน่วยงานที่รับผิดชอบ', 'หน่วยงาน', 'ส่วนราชการ'],
  },
  /** A line with one of these and a year is the title. */
  title: [
    'แผนปฏิบัติการ',
    'แผนปฏิบัติราชการ',
    'แผนปฏิบัติงาน',
    'แผนการดำเนินงาน',
    'แผนดำเนินงาน',
    'แผนการปฏิบัติงาน',
    'แผนงานโครงการ',
    'แผนพัฒนา',
    'แผนงบประมาณ',
    'แผนการใช้จ่าย',
    'แผนยุทธศาสตร์',
    'แผนประจำปี',
    'แผนงาน/โครงการ',
    'action plan',
  ],
  /** Begin the name of an office. */
  offices: [
    'องค์การบริหารส่วน',
    'เทศบาล',
    'โรงเรียน',
    'โรงพยาบาล',
    'สำนักงาน',
    'สำนัก',
    'วิทยาลัย',
    'มหาวิทยาลัย',
    'คณะ',
    'ที่ว่าการ',
    'ที่ทำการ',
    'กรม',
    'ศูนย์',
    'สถาบัน',
    'สถานี',
    'จังหวัด',
    'อบต.',
    'อบจ.',
    'รพ.สต.',
    'กองบัญชาการ',
    'สพป.',
    'สพม.',
  ],
  /** Before a year. */
  year: ['ปีงบประมาณ', 'พ.ศ.', 'ประจำปี', 'fiscal year'],
  /** Begin the headings of numbered sections. */
  sections: [
    'หลักการและเหตุผล',
    'เหตุผล',
    'วัตถุประสงค์',
    'กลุ่มเป้าหมาย',
    'เป้าหมาย',
    'ค่าเป้าหมาย',
    'กิจกรรม -',
    'กิจกรรม-',
    'กิจกรรมและ',
    'วิธีดำเนินการ',
    'ขั้นตอน',
    'ระยะเวลา',
    'สถานที่',
    'งบประมาณ',
    'ผลประโยชน์',
    'ผลที่คาดว่า',
    'ประโยชน์ที่คาดว่า',
    'การติดตาม',
    'การประเมิน',
    'ผู้รับผิดชอบ',
    'ตัวชี้วัด',
  ],
  targetGroup: ['กลุ่มเป้าหมาย'],
  /** The table of activities follows; its text is no section. */
  table: ['กิจกรรม'],
  /** A sum that the text itself gives for the whole plan. */
  wholeSum:
    /(?:รวม(?:งบประมาณ|เงิน|เป็นเงิน|วงเงิน)*ทั้งสิ้น|รวมงบประมาณ|งบประมาณ(?:รวม)?ทั้งสิ้น|งบประมาณรวม|รวมเป็นเงิน|เป็นเงินทั้งสิ้น|ใช้งบประมาณ(?:จำนวน)?)[^\d]{0,30}?(\d[\d,]*(?:\.\d+)?)\s*((?:ล้าน|แสน|หมื่น|พัน)?\s*บาท)/,
  /** How a table of a Word document is named: by its place. */
  tableName: (number: number) => `ตาราง ${number}`,
  /** Heading of the text that keeps the sources of money. */
  funds: 'แหล่งงบประมาณ',
  /** Where the plan ends and the report on it begins. */
  end: ['ส่วนที่ 2', 'ส่วนที่ ๒', 'ส่วนที่สอง'],
  /** Begin an indicator. */
  indicator: ['ร้อยละ', 'จำนวน', 'ระดับ', 'ค่าคะแนน', 'คะแนน', 'ความสำเร็จ', 'อัตรา'],
};
