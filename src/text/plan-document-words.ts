/** Words by which a plan written in Word or Excel is taken apart when it is converted into the form. */
export const documentWords = {
  /** Begin a line of the plan's head. */
  head: {
    programme: ['แผนงาน'],
    project: ['โครงการ'],
    office: ['หน่วยงานที่รับผิดชอบ', 'หน่วยงาน', 'ส่วนราชการ'],
  },
  /** A line with one of these and a year is the title. */
  title: ['แผนปฏิบัติการ', 'แผนการดำเนินงาน', 'แผนดำเนินงาน', 'แผนการปฏิบัติงาน', 'action plan'],
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
  /** Where the plan ends and the report on it begins. */
  end: ['ส่วนที่ 2', 'ส่วนที่ ๒', 'ส่วนที่สอง'],
  /** Begin an indicator. */
  indicator: ['ร้อยละ', 'จำนวน', 'ระดับ', 'ค่าคะแนน', 'คะแนน', 'ความสำเร็จ', 'อัตรา'],
};
