/** What is left out of a message before it is sent, and that it comes back where it was. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hide } from '../../../src/assistant/hide.ts';

const MEMBERS = ['สำเร็จ งามพริ้ง', 'สมศรี ใจดี', 'ประเสริฐ ตั้งมั่น', 'พัฒนา งามดี', 'Nok'];
const PLAN = 'โครงการพัฒนาคุณภาพครู\nกำจัดปลาหมอคางดำ';
const hidden = (text: string): string => hide(text, MEMBERS, PLAN).text;

it.each<[string, string]>([
  ['สมศรี ใจดี ทำเสร็จแล้ว', '[PERSON-A] ทำเสร็จแล้ว'],
  ['ให้พี่ประเสริฐเซ็นแล้ว', 'ให้พี่[PERSON-A]เซ็นแล้ว'],
  ['นางสาวมาลี ศรีสุข ลาออก', 'นางสาว[PERSON-A] ลาออก'],
  ['นายสมหมายยังไม่ส่งงาน', 'นาย[PERSON-A]ยังไม่ส่งงาน'],
  ['ร.ต.อ.วิชัย กล้าหาญ ตรวจรับแล้ว', 'ร.ต.อ.[PERSON-A] ตรวจรับแล้ว'],
  ['รอครูนิพนธ์ส่งรูป', 'รอครู[PERSON-A]ส่งรูป'],
  ['Mr. Smith อบรมเสร็จ', 'Mr. [PERSON-A] อบรมเสร็จ'],
  ['นายสำเร็จ งามพริ้ง ส่งแล้ว', 'นาย[PERSON-A] ส่งแล้ว'],
  ['Nok ส่งแล้ว', '[PERSON-A] ส่งแล้ว'],
  ['โทร 081-234-5678 หรือ ๐๒๑๒๓๔๕๖๗', 'โทร [NUMBER-A] หรือ [NUMBER-B]'],
  ['บัตร 1-2345-67890-12-3 บัญชี 020-1-55417-3', 'บัตร [NUMBER-A] บัญชี [NUMBER-B]'],
  ['ส่งที่ som.sri@office.go.th', 'ส่งที่ [NUMBER-A]'],
])('leaves people out of %s', (text, sent) => {
  expect(hidden(text)).toBe(sent);
});

it.each([
  'พัฒนาคุณภาพครูเสร็จแล้ว ครูเข้าอบรม 20 คน',
  'ขอบคุณครับ งบ 28,500 บาท วันที่ 15/03/2564',
  'กำจัดปลาหมอคางดำ 1,250,000 ตัว',
  'นายอำเภอตรวจรับแล้ว กลุ่มเป้าหมายครบ เดือนมิถุนายน',
  'ใช้งบ 0 บาท 1.2.1 2564 0.5 ล้าน 100,000',
  'สื่อ Nokia 3 เครื่อง',
  'จัดประชุมสำเร็จแล้ว',
])('leaves %s as it is', (text) => {
  expect(hidden(text)).toBe(text);
});

it('puts everything back, whatever was written', () => {
  const piece = fc.oneof(
    fc.constantFrom(...MEMBERS, 'คุณสมชาย', 'นางมาลี ศรีสุข', ' 081-234-5678 ', 'พี่', ' ', 'เสร็จ', '12', 'a@b.co'),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('').replaceAll(/\[(?:PERSON|NUMBER)-[A-Z]+\]/g, '');
      const { text: sent, putBack, spans } = hide(text, MEMBERS, PLAN);
      expect(putBack(sent)).toBe(text);
      expect(sent).not.toContain('081-234-5678');
      expect(sent).not.toContain('สมศรี');
      expect(spans.every(({ start, end }, at) => start < end && start >= (spans[at - 1]?.end ?? 0))).toBe(
        true,
      );
    }),
  );
});
