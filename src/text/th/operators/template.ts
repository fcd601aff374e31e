/** Thai sentences of the operators' plans: the template, what offices changed of it, and plans brought for offices. */
import { holdsAny, type PlanCount } from '../../../domain/plan.ts';
import { planCount } from '../plan-count.ts';

export const template = {
  title: 'แผนต้นแบบ',
  stored: 'แผนต้นแบบที่มี',
  none: 'ยังไม่มีแผนต้นแบบ',
  one: (title: string, year: number, activities: number) =>
    `${title} · ปีงบประมาณ ${year} · ${activities} กิจกรรม`,
  upload: 'ส่งแผนต้นแบบ',
  uploadAbout:
    'ไฟล์แผน (Excel, Word, OpenDocument, CSV หรือ JSON) ที่ทุกหน่วยงานใช้ร่วมกัน กิจกรรมที่มีรหัสเดียวกันคือกิจกรรมร่วมในรายงานรวม',
  file: 'เลือกไฟล์แผนต้นแบบ',
  sending: (name: string) => `กำลังส่งและอ่าน ${name}`,
  saved: '✓ บันทึกแผนต้นแบบแล้ว',
  broken: 'แผนนี้ยังไม่ครบ กรุณาแก้ตามรายการแล้วส่งใหม่',
  problems: 'รายการที่ต้องแก้ในไฟล์นี้',
  money: 'มีจำนวนเงินในแผนที่อ่านแล้วไม่แน่ใจ กรุณากรอกในแบบฟอร์มแผนแล้วส่งใหม่',
  give: (count: number) => `ให้แผนนี้แก่หน่วยงานที่ยังไม่มีแผนของปีนี้ (${count} แห่ง)`,
  giveChosen: (count: number) => `ให้แผนนี้แก่หน่วยงานที่เลือก (${count} แห่ง)`,
  giveAsk: (count: number) =>
    `ให้แผนนี้แก่ ${count} หน่วยงานหรือไม่ แต่ละหน่วยงานเริ่มใช้และแก้แผนของตนได้ทันที ที่ใช้แผนปีอื่นอยู่จะเก็บไว้ให้กดใช้เอง ส่วนกลางเรียกคืนไม่ได้`,
  giveYes: 'ยืนยันให้แผน',
  cancel: 'ยกเลิก',
  allHave: 'ทุกหน่วยงานมีแผนของปีนี้แล้ว',
  giving: (done: number, of: number) => `ให้แล้ว ${done} จาก ${of} หน่วยงาน`,
  given: (given: number, kept: number, others: number) =>
    `✓ ให้แผนแล้ว ${given + kept} แห่ง${kept > 0 ? ` ในจำนวนนี้ ${kept} แห่งใช้แผนปีอื่นอยู่ จึงเก็บไว้ให้ผู้ดูแลระบบของหน่วยงานกดใช้เอง` : ''}${others > 0 ? ` ไม่ได้ให้ ${others} แห่งที่มีแผนของปีนี้แล้ว เพิ่งมีผู้แก้ไข หรืออ่านข้อมูลไม่ได้` : ''}`,
  compare: 'ดูว่าแต่ละหน่วยงานแก้จากต้นแบบอย่างไร',
  differences: 'ต่างจากแผนต้นแบบ',
  hideCompared: 'ซ่อนการเทียบกับต้นแบบ',
  compared: (others: number, without: number, same: number) =>
    `ต่างจากต้นแบบ ${others} แห่ง · ยังไม่มีแผนของปีนี้ ${without} แห่ง · เหมือนต้นแบบ ${same} แห่ง`,
  others: (count: number) => `ต่างจากต้นแบบ ${count} แห่ง`,
  withouts: (count: number) => `ยังไม่มีแผนของปีนี้ ${count} แห่ง`,
  unreadableOnes: (count: number) => `! อ่านข้อมูลไม่ได้ ${count} แห่ง`,
  sames: (count: number) => `เหมือนต้นแบบ ${count} แห่ง`,
  differs: (added: PlanCount, changed: PlanCount, removed: PlanCount) =>
    [
      holdsAny(added) && `เพิ่ม ${planCount(added)}`,
      holdsAny(changed) && `แก้ ${planCount(changed)}`,
      holdsAny(removed) && `ตัดออก ${planCount(removed)}`,
    ]
      .filter(Boolean)
      .join(' '),
  show: 'ดูรายละเอียด',
  hide: 'ซ่อนรายละเอียด',
  ofTemplate: 'ต้นแบบ',
  ofOffice: 'หน่วยงาน',
  added: 'กิจกรรมที่หน่วยงานเพิ่ม',
  changed: 'กิจกรรมที่หน่วยงานแก้',
  removed: 'กิจกรรมที่หน่วยงานตัดออก',
  own: {
    title: 'ส่งแผนของแต่ละหน่วยงาน',
    about:
      'เลือกได้หลายไฟล์พร้อมกัน หนึ่งไฟล์ต่อหนึ่งหน่วยงาน ระบบจับคู่ด้วยชื่อหน่วยงานในไฟล์หรือชื่อไฟล์ แผนที่ถูกต้องนำเข้าทันที แผนที่ผิดบอกเหตุผลทีละไฟล์',
    files: 'เลือกไฟล์แผน',
    progress: (done: number, of: number) => `อ่านแล้ว ${done} จาก ${of} ไฟล์`,
    outcome: (stored: number, broken: number) => `นำเข้าแล้ว ${stored} ไฟล์ ต้องแก้ ${broken} ไฟล์`,
    brokenTitle: 'ไฟล์ที่ต้องแก้',
    stored: (office: string, activities: number) => `นำเข้าแผนของ ${office} แล้ว ${activities} กิจกรรม`,
    kept: (office: string, activities: number) =>
      `เก็บแผนของ ${office} แล้ว ${activities} กิจกรรม หน่วยงานใช้แผนปีอื่นอยู่ ผู้ดูแลระบบของหน่วยงานกดใช้เมื่อพร้อม`,
    same: (office: string) => `แผนของ ${office} เหมือนเดิม`,
    broken: 'แผนนี้ยังไม่ครบหรืออ่านไม่ได้',
    unknown: (name: string) =>
      name
        ? `ไม่มีหน่วยงานชื่อ “${name}” กรุณาเพิ่มหน่วยงานก่อน หรือตั้งชื่อไฟล์เป็นชื่อหน่วยงาน`
        : 'ไม่พบชื่อหน่วยงานในไฟล์ กรุณาตั้งชื่อไฟล์เป็นชื่อหน่วยงาน',
    refused: {
      money: (office: string) => `มีจำนวนเงินที่อ่านแล้วไม่แน่ใจ กรุณาให้ผู้ดูแลระบบของ ${office} ตรวจและนำเข้าในหน้าจัดการ`,
      going: (office: string) => `แผนนี้ตัดกิจกรรมที่มีอยู่ออก กรุณาให้ผู้ดูแลระบบของ ${office} ยืนยันและนำเข้าในหน้าจัดการ`,
      unreadable: (office: string) => `อ่านข้อมูลที่เก็บไว้ของ ${office} ไม่ได้ จึงไม่นำเข้าแผน กรุณาแจ้งผู้ดูแลเครื่องแม่ข่าย`,
      conflict: (office: string) => `มีผู้อื่นกำลังแก้แผนของ ${office} กรุณาส่งใหม่`,
    },
  },
};
