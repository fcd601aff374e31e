/** Thai names of what is kept for a while and then removed: the settings page tells them, and the job of retention. */

export const kept = {
  inboxDone: 'ข้อความที่ได้รับและตอบแล้ว',
  inboxDead: 'ข้อความที่ได้รับแต่ทำไม่สำเร็จ',
  outboxSent: 'ข้อความที่ส่งแล้ว',
  outboxReminders: 'การเตือนที่ส่งแล้ว',
  slots: 'บันทึกการทำงานตามเวลา',
  outboxCancelled: 'ข้อความที่ยกเลิก',
  outboxDead: 'ข้อความที่ส่งไม่สำเร็จ',
  deliveriesSent: 'เหตุการณ์ที่แจ้งระบบอื่นแล้ว',
  deliveriesOff: 'เหตุการณ์ที่ไม่ต้องแจ้งระบบอื่นแล้ว',
  deliveriesDead: 'เหตุการณ์ที่แจ้งระบบอื่นไม่สำเร็จ',
  tombstones: 'รายการข้อความที่ผู้ส่งยกเลิก',
  audit: 'บันทึกการดูแลระบบ',
  invites: 'รหัสเชิญที่หมดอายุ',
  webLinks: 'ลิงก์เข้าหน้าเว็บที่หมดอายุ',
  webSessions: 'การเข้าใช้หน้าเว็บที่สิ้นสุด',
  conversations: 'บทสนทนาที่ไม่มีร่างค้าง',
};
