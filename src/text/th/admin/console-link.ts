/** Thai sentences of the command that makes a link to the console. */

export const consoleLink = {
  summary: 'ออกลิงก์เข้าหน้าจัดการระบบสำหรับผู้ที่ดูแลเครื่องแม่ข่าย ใช้ได้ 1 ครั้ง ภายใน 1 ชั่วโมง',
  usage: ['npm run console-link', 'npm run console-link -- --office รหัส'],
  options: { office: 'รหัสหน่วยงาน เมื่อมีหลายหน่วยงาน' },
  stray: (word: string) => `ไม่เข้าใจ “${word}” คำสั่งนี้ใช้เพียง --office`,
  made: (url: string) => `เปิดในเบราว์เซอร์: ${url}`,
  limits: (until: string) => `ใช้ได้ 1 ครั้ง ถึง ${until} กรุณาไม่ส่งต่อ`,
};
