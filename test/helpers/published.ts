/** The office's way to a published report, by chat: its manager closes the first half year and publishes it. */
import { PRASERT, SOMSRI, type TestOffice } from './office.ts';

/** Her last report is taken back. */
export async function takeBackLast(office: TestOffice): Promise<void> {
  await office.say(SOMSRI, 'ยกเลิกรายงานล่าสุด');
  await office.tap(SOMSRI, 'ยืนยันการยกเลิก');
}

export async function closeAndPublish(office: TestOffice): Promise<void> {
  await office.say(PRASERT, 'ปิดงวด 6 เดือน');
  await office.tap(PRASERT, 'ยืนยันปิดงวด');
  await office.say(PRASERT, 'เผยแพร่');
  await office.tap(PRASERT, 'รายละเอียด');
  await office.tap(PRASERT, 'เผยแพร่');
}
