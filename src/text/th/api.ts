/** Thai sentences of the API, for who looks into what a program was answered. */

export const api = {
  problem: {
    'no-token':
      'ไม่มีโทเค็น หรือโทเค็นนี้ใช้ไม่ได้แล้ว กรุณาขอโทเค็นจากผู้ดูแลระบบของหน่วยงาน แล้วส่งเป็น Authorization: Bearer …',
    suspended: 'หน่วยงานนี้หยุดใช้งานชั่วคราว กรุณาติดต่อผู้ดูแลส่วนกลาง',
    'too-many': 'เรียกถี่เกินไป กรุณารอตามจำนวนวินาทีใน Retry-After แล้วเรียกใหม่',
    'bad-parameter': 'พารามิเตอร์ไม่ถูกต้องหรือไม่มีในเส้นทางนี้ กรุณาดู /api/v1/openapi.json',
    'bad-cursor': 'cursor ไม่ถูกต้อง กรุณาใช้ค่า next ของหน้าก่อนตามที่ได้รับ หรือเริ่มใหม่โดยไม่ใส่ cursor',
    'no-plan': 'หน่วยงานไม่มีแผนนี้',
    unknown: 'ไม่มีเส้นทางนี้ กรุณาดู /api/v1/openapi.json',
    'read-only': 'API นี้ใช้อ่านเท่านั้น กรุณาเรียกด้วย GET',
    away: 'ระบบขัดข้องชั่วคราว กรุณาเรียกใหม่ในภายหลัง',
  },
};
