/** Thai sentences of the joint report of all offices: the document, and the page that makes it. */
import type { StatusCounts } from '../../../domain/report-model.ts';

export const report = {
  title: (round: string) => `รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติการ ภาพรวมทุกหน่วยงาน ${round}`,
  year: (year: number) => `ประจำปีงบประมาณ พ.ศ. ${year}`,
  sheet: 'ภาพรวม',
  activity: 'หน่วยงาน/กิจกรรม',
  part: {
    common: 'ก. จำแนกตามกิจกรรมร่วม (ตามแผนต้นแบบ)',
    office: 'ข. จำแนกตามหน่วยงาน',
    missing: 'ค. ข้อมูลที่ยังขาด',
  },
  noTemplate: 'ยังไม่มีแผนต้นแบบของปีนี้ จึงจำแนกตามกิจกรรมร่วมไม่ได้',
  nowhere: 'ไม่มีหน่วยงานใดมีกิจกรรมนี้ในแผน',
  standing: ({ completed, in_progress, not_started, cancelled }: StatusCounts, offices: number) =>
    `${offices} หน่วยงาน: เสร็จสิ้น ${completed} อยู่ระหว่างดำเนินงาน ${in_progress} ยังไม่ดำเนินการ ${not_started}${cancelled > 0 ? ` ไม่ได้ดำเนินการ ${cancelled}` : ''}`,
  stuckAt: (offices: number) => `รายงานอุปสรรค ${offices} หน่วยงาน`,
  missingAt: (names: string) => `ยังไม่มีรายงาน: ${names}`,
  others: (count: number) => ` และอีก ${count} รายการ`,
  noPlan: 'ยังไม่มีแผนของปีงบประมาณนี้',
  unreadable: 'อ่านข้อมูลไม่ได้',
  open: 'ยังไม่ปิดงวด',
  closed: (version: number) => `ปิดงวดแล้ว ฉบับที่ ${version}`,
  published: 'เผยแพร่แล้ว',
  figuresOnly: 'ยังไม่เผยแพร่ แสดงตัวเลขเท่านั้น',
  stuck: 'หน่วยงานรายงานว่ามีอุปสรรค',
  late: 'รายงานหลังสิ้นงวด',
  unreported: (count: number, labels: string) => `ยังไม่มีรายงาน ${count} กิจกรรม: ลำดับที่ ${labels}`,
  nothingMissing: 'ครบทุกหน่วยงาน',
  note: {
    figures:
      'ผลการดำเนินงาน อุปสรรค และข้อเสนอแนะ แสดงเป็นข้อความเฉพาะหน่วยงานที่เผยแพร่รายงานฉบับล่าสุดแล้ว หน่วยงานอื่นแสดงสถานะและตัวเลข ข้อความอยู่ในรายงานของแต่ละหน่วยงาน',
    unreadable: (offices: number) => `อ่านข้อมูลของ ${offices} หน่วยงานไม่ได้ จึงไม่รวมอยู่ในยอดรวม`,
    offices: (all: number, plan: number, closing: number) =>
      `หน่วยงานทั้งหมด ${all} แห่ง ยังไม่มีแผน ${plan} แห่ง มีแผนแต่ยังไม่ปิดงวด ${closing} แห่ง`,
    reports: (activities: number, offices: number) =>
      `กิจกรรมที่ยังไม่มีรายงาน ${activities} กิจกรรม ใน ${offices} หน่วยงาน`,
  },
  fileName: (half: 1 | 2, year: number, ending: string) =>
    `รายงานรอบ ${half * 6} เดือน ปีงบประมาณ ${year} ทุกหน่วยงาน${ending}`,
  page: {
    title: 'รายงานรวมทุกหน่วยงาน',
    about:
      'รวมรายงานของทุกหน่วยงานในรอบที่เลือกตามแบบทางการ แยกตามกิจกรรมร่วมและตามหน่วยงาน พร้อมข้อมูลที่ยังขาด หน่วยงานที่เผยแพร่รายงานแล้วแสดงข้อความที่รายงานด้วย หน่วยงานอื่นแสดงเฉพาะสถานะและตัวเลข',
    year: 'ปีงบประมาณ',
    half: 'รอบ',
    halves: { 1: '6 เดือน', 2: '12 เดือน' },
    format: 'รูปแบบไฟล์',
    formats: { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' },
    make: 'จัดทำรายงาน',
    badYear: 'กรุณาใส่ปีงบประมาณเป็น พ.ศ. เช่น 2568',
    waiting: 'รอจัดทำรายงาน',
    reading: (done: number, of: number) => `อ่านข้อมูลแล้ว ${done} จาก ${of} หน่วยงาน`,
    laying: (done: number, of: number) =>
      done > 0 ? `จัดหน้าแล้ว ${done} จาก ${of} แถว` : `กำลังจัดทำไฟล์ ${of} แถว`,
    busy: 'ระบบกำลังจัดทำรายงานที่ท่านสั่งไว้ กรุณารอให้เสร็จก่อน',
    failed: 'จัดทำรายงานไม่สำเร็จ กรุณาลองใหม่',
    done: (megabytes: string, until: string) => `✓ จัดทำแล้ว ขนาด ${megabytes} MB ดาวน์โหลดได้ถึง ${until}`,
    download: 'ดาวน์โหลด',
    gone: 'ไฟล์นี้หมดเวลาดาวน์โหลดแล้ว กรุณาจัดทำใหม่',
  },
};
