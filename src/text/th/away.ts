/** Thai sentences about leave and who stands in. */
export const away = {
  title: 'ลาและผู้ปฏิบัติแทน',
  usage: 'กรุณาพิมพ์วันสุดท้ายที่ลา เช่น ลาถึง 20 มี.ค. หรือช่วงวัน เช่น ลา 5-9 มี.ค.',
  noSuchDay: (day: string) => `ไม่มีวันที่ ${day} ในปฏิทิน กรุณาพิมพ์วันสุดท้ายที่ลาอีกครั้ง`,
  past: (day: string) => `${day} ผ่านไปแล้ว กรุณาพิมพ์วันสุดท้ายที่ลาอีกครั้ง`,
  tooFar: 'ลาได้ครั้งละไม่เกิน 1 ปี กรุณาตรวจสอบวันที่อีกครั้ง',
  backwards: 'วันสุดท้ายที่ลาอยู่ก่อนวันแรก กรุณาพิมพ์อีกครั้ง เช่น ลา 5-9 มี.ค.',
  /** Behind "ลา" and "ปฏิบัติแทน". @param from null of a leave that has begun. */
  days: (from: string | null, until: string) =>
    from === null ? `ถึง ${until}` : from === until ? `วันที่ ${until}` : `ตั้งแต่ ${from} ถึง ${until}`,
  who: (days: string) => `บันทึกแล้ว ลา${days} ต้องการให้ผู้ใดปฏิบัติแทน`,
  set: (days: string) =>
    `บันทึกแล้ว ลา${days} ช่วงนั้นระบบจะไม่ส่งการแจ้งเตือนถึงท่าน พ้นแล้วจะแจ้งตามเดิม พิมพ์ “ยกเลิกการลา” ได้หากเปลี่ยนแผน`,
  /** Leave that was said in a sentence. @param typed the words that store it. */
  howTo: (days: string, typed: string) => `หากต้องการลา${days} กรุณาพิมพ์ “${typed}”`,
  cancelled: (days: string) => `ยกเลิกการลา${days} แล้ว`,
  /** A card about a leave that was changed since. */
  over: 'วันลาเปลี่ยนไปแล้ว กรุณาพิมพ์ “ลาถึง” ตามด้วยวันสุดท้ายอีกครั้ง',
  setWith: (days: string, name: string) =>
    `บันทึกแล้ว ลา${days} ช่วงนั้นการแจ้งเตือนจะส่งถึง ${name} และรายงานแทนท่านได้`,
  told: (name: string, days: string) => `${name} ให้ท่านปฏิบัติแทน${days} ท่านรายงานกิจกรรมแทนได้ในช่วงนั้น`,
  back: 'ยินดีต้อนรับกลับ ระบบจะแจ้งเตือนถึงท่านตามเดิม',
  notAway: 'ไม่มีวันลาที่บันทึกไว้',
  /** Asked whether somebody else can report in one's place. */
  howStandIn:
    'ให้ผู้อื่นรายงานแทนได้\n• ระหว่างลา: พิมพ์ “ลาถึง” ตามด้วยวันสุดท้าย เช่น ลาถึง 20 มี.ค. แล้วเลือกผู้ปฏิบัติแทน\n• ให้รับงานไปเลย: แจ้งผู้บริหารให้มอบหมายกิจกรรม',
  howBack: (command: string) => `หากต้องการยกเลิกการลา กรุณาพิมพ์ “${command}”`,
};
