/** Thai sentences of job: running a job by hand and showing who would get what. */
export const job = {
  summary: 'สั่งงานที่ระบบทำตามเวลาด้วยมือ',
  usage: [
    'npm run job -- reminders --dry-run                       ดูว่าใครจะได้รับอะไร และใช้โควตาเท่าใด',
    'npm run job -- reminders                                 จัดส่งตามเวลาปัจจุบัน',
    'npm run job -- monthly-summary --at 2021-03-01T09:00     ทำเสมือนเป็นเวลานั้น (เวลาไทย)',
  ],
  options: {
    at: 'ทำเสมือนเป็นเวลานี้ เช่น 2021-03-15T08:30 (เวลาไทย) สั่งซ้ำเวลาเดิมจะไม่ส่งซ้ำ',
    'dry-run': 'แสดงผู้รับ ช่องทาง และโควตา โดยไม่ส่งและไม่บันทึก',
  },
  which: (names: string) => `กรุณาระบุชื่องาน 1 งาน: ${names}`,
  unknown: (name: string, names: string) => `ไม่มีงานชื่อ ${name} งานที่มี: ${names}`,
  badMoment: (text: string) => `อ่านเวลา ${text} ไม่ได้ กรุณาใช้รูปแบบ 2021-03-15T08:30`,
  otherYear: (years: string, now: number) =>
    `แผนที่ใช้อยู่เป็นของปีงบประมาณ ${years} แต่ขณะนี้คือปีงบประมาณ ${now} หากต้องการให้นับตามเวลาอื่น กรุณาใส่ --at`,
  done: (name: string) => `ทำงาน ${name} แล้ว`,
  entry: (one: { name: string; activities: string; channel: string; held: boolean; quota: number }) =>
    `  ${one.name}: ${one.activities || '-'} (${
      one.held ? 'โควตาไม่พอ รอแจ้งเมื่อผู้รับทักมา' : one.channel === 'push' ? 'ส่งทันที' : 'รอแจ้งเมื่อผู้รับทักมา'
    }, โควตา ${one.quota})`,
  total: (people: number, quota: number) => `รวม ${people} ราย ใช้โควตา ${quota} ข้อความ`,
};
