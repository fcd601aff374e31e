/** Thai sentences of the publish command. */
import type { Half } from '../../../domain/fiscal-year.ts';

export const publish = {
  summary: 'จัดทำหน้าเว็บรายงานที่ปิดงวดแล้วเป็นโฟลเดอร์ สำหรับนำไปวางบนเว็บไซต์ของหน่วยงาน',
  usage: ['npm run publish -- --fiscal-year 2564 --half 1 --out โฟลเดอร์'],
  options: {
    'fiscal-year': 'ปีงบประมาณ พ.ศ. เช่น 2564',
    half: '1 = รอบ 6 เดือน  2 = รอบ 12 เดือน',
    out: 'โฟลเดอร์ปลายทาง',
    yes: 'เขียนทับไฟล์ที่มีอยู่แล้ว (สำหรับสคริปต์)',
    office: 'รหัสหน่วยงาน (ไม่ต้องใส่เมื่อมีหน่วยงานเดียว)',
  },
  needOut: 'ต้องระบุ --out โฟลเดอร์',
  notClosed: (half: Half) => `ยังไม่ได้ปิดงวดรอบ ${half * 6} เดือน เผยแพร่ได้เฉพาะฉบับที่ปิดงวดแล้ว`,
  wrote: (out: string, version: number) =>
    `จัดทำหน้าเว็บฉบับที่ ${version} ไว้ใน ${out} แล้ว เปิด index.html เพื่อตรวจดู`,
  fingerprint: (sha256: string) => `รหัสตรวจสอบ (SHA-256 ของ report.json): ${sha256}`,
};
