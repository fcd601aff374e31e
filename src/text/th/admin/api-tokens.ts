/** Thai sentences of the command for tokens of the API. */

export const apiTokens = {
  summary: 'แสดง ออก หรือยกเลิกโทเค็นที่ระบบอื่นใช้อ่านข้อมูลของหน่วยงานผ่าน API',
  usage: [
    'npm run api-tokens                       แสดงทั้งหมด',
    'npm run api-tokens -- --make ชื่อระบบ       ออกโทเค็นใหม่',
    'npm run api-tokens -- --revoke รหัส        ยกเลิกโทเค็น',
  ],
  options: {
    make: 'ชื่อระบบที่จะใช้โทเค็นใหม่',
    revoke: 'รหัสของโทเค็นที่จะยกเลิก ตามที่แสดง',
    office: 'รหัสหน่วยงาน เมื่อมีหลายหน่วยงาน',
  },
  stray: (word: string) => `ไม่เข้าใจ “${word}” กรุณาใช้ --make ชื่อ หรือ --revoke รหัส`,
  oneAct: 'ใช้ได้ทีละอย่าง: --make หรือ --revoke',
  none: 'ยังไม่มีโทเค็น',
  line: (id: string, name: string, made: string, used: string | null) =>
    `  ${id}  ${name} ออกเมื่อ ${made} ${used ? `ใช้ล่าสุด ${used}` : 'ยังไม่เคยใช้'}`,
  made: (token: string) => `โทเค็น: ${token}`,
  once: 'แสดงครั้งนี้ครั้งเดียว กรุณาเก็บไว้ในระบบที่จะใช้',
  tooMany: (most: number) => `ออกได้ไม่เกิน ${most} โทเค็น กรุณายกเลิกโทเค็นที่ไม่ใช้ก่อน`,
  unknown: (id: string) => `ไม่มีโทเค็นรหัส ${id}`,
  revoked: (name: string) => `ยกเลิกโทเค็นของ ${name} แล้ว ระบบนั้นอ่านข้อมูลไม่ได้ตั้งแต่บัดนี้`,
};
