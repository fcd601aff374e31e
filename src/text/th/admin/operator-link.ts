/** Thai sentences of the command that makes a link for an operator of all offices. */

export const operatorLink = {
  summary: 'ออกลิงก์ให้ผู้ดูแลส่วนกลางเข้าหน้าดูแลทุกหน่วยงาน ใช้ได้ 1 ครั้ง ภายใน 1 ชั่วโมง',
  usage: [
    'npm run operator-link -- --name "กองนโยบายและแผน"',
    'npm run operator-link -- --list',
    'npm run operator-link -- --withdraw "กองนโยบายและแผน"',
  ],
  options: {
    name: 'ชื่อผู้ดูแลส่วนกลาง ชื่อใหม่คือผู้ดูแลคนใหม่ (เพิ่ม --english ให้หน้าเว็บเป็นภาษาอังกฤษ)',
    list: 'แสดงรายชื่อผู้ดูแลส่วนกลาง',
    withdraw: 'ถอนผู้ดูแลส่วนกลาง สิทธิ์สิ้นสุดทันที',
  },
  stray: (word: string) => `ไม่เข้าใจ “${word}” ใส่ชื่อด้วย --name`,
  oneAct: 'ใช้ --name --list หรือ --withdraw อย่างใดอย่างหนึ่ง',
  badName: 'กรุณาใส่ชื่อที่อ่านได้ด้วย --name',
  made: (url: string, name: string) => `เปิดในเบราว์เซอร์ในชื่อ ${name}: ${url}`,
  limits: (until: string) => `ใช้ได้ 1 ครั้ง ถึง ${until} กรุณาไม่ส่งต่อ`,
  none: 'ยังไม่มีผู้ดูแลส่วนกลาง',
  withdrawn: (name: string) => `ถอน ${name} แล้ว`,
  unknown: (name: string) => `ไม่พบผู้ดูแลส่วนกลางชื่อ ${name} ดูรายชื่อได้ด้วย --list`,
};
