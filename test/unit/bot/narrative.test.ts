/** What of a message is told as the result: the stretches that say what was done, as they stand; never thanks, promises or plans. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubtOf } from '../../../src/bot/doubt.ts';
import { narrativeOf, withNarrative } from '../../../src/bot/narrative.ts';
import { type Fields, NO_FIELDS } from '../../../src/domain/activity.ts';
import type { Reading, SpokenField } from '../../../src/understand/types.ts';

type Said = Partial<Record<SpokenField, string>>;

/** A reading of the text: the words behind each field as they stand in it. */
function reading(text: string, said: Said, fields: Partial<Fields> = { status: 'completed' }): Reading {
  const because = Object.fromEntries(
    Object.entries(said).map(([field, words]) => {
      const start = text.indexOf(words);
      return [field, [{ start, end: start + words.length, text: words }]];
    }),
  );
  return {
    activity: '1.2.1',
    fields: { ...NO_FIELDS, ...fields },
    candidates: [],
    unsure: [],
    likely: {},
    because,
  };
}

const CODE: Said = { activity: '1.2 1)', status: 'เสร็จ' };
const told = (text: string, more: Said = {}): string | null =>
  narrativeOf(text, reading(text, { ...CODE, ...more }));

describe('what was done', () => {
  test.each<[string, string, Said?]>([
    [
      '1.2 1) เสร็จแล้วค่ะ อบรมครู 35 คน ที่หอประชุม บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้น',
      'อบรมครู 35 คน ที่หอประชุม บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้น',
    ],
    ['1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท ครูทุกคนผ่านการประเมิน', 'ครูทุกคนผ่านการประเมิน', { spent: 'ใช้งบ 28,500 บาท' }],
    [
      'เว็บเสร็จแล้วค่ะ ใช้งบ 9,800 บาท ปรับปรุงหน้าเว็บใหม่ทั้งหมดและเผยแพร่ข้อมูล OIT ครบ 43 ข้อ',
      'ปรับปรุงหน้าเว็บใหม่ทั้งหมดและเผยแพร่ข้อมูล OIT ครบ 43 ข้อ',
      { spent: 'ใช้งบ 9,800 บาท' },
    ],
    [
      '1.2 1) เสร็จแล้ว จัดประชุมชี้แจงกรรมการ คนมา 83 คน หมดค่าอาหารว่างไป 2,900 ทุกอย่างเรียบร้อยดี',
      'จัดประชุมชี้แจงกรรมการ คนมา 83 คน ทุกอย่างเรียบร้อยดี',
      { spent: '2,900' },
    ],
    ['1.2 1) เสร็จแล้ว ทุกคนลงนามครบถ้วน ใช้งบไปทั้งสิ้น 2,900 บาทถ้วน', 'ทุกคนลงนามครบถ้วน', { spent: '2,900' }],
    [
      '1.2 1) เสร็จแล้ว ซื้อวัสดุฝึกอบรม 2,900 บาท ทุกคนลงนามครบถ้วน',
      'ซื้อวัสดุฝึกอบรม 2,900 บาท ทุกคนลงนามครบถ้วน',
      { spent: '2,900' },
    ],
    ['1.2 1) เสร็จแล้ว ทุกคนลงนามครบถ้วน แต่ห้องแคบไป', 'ทุกคนลงนามครบถ้วน', { obstacle: 'ห้องแคบไป' }],
    ['1.2 1) เสร็จแล้ว ทุกคนลงนามครบถ้วนเพราะเลื่อนวัน', 'ทุกคนลงนามครบถ้วน', { obstacle: 'เลื่อนวัน' }],
    ['1.2 1) เสร็จแล้ว เปิดบริการประชาชนมาตั้งแต่ 5 ก.พ.', 'เปิดบริการประชาชนมาตั้งแต่ 5 ก.พ.'],
    ['1.2 1) ดำเนินการแล้ว จัดทำเครื่องมือ ได้แก่ แบบสอบถาม คู่มือ', 'จัดทำเครื่องมือ ได้แก่ แบบสอบถาม คู่มือ'],
    [
      '1.2 1) เสร็จครับ แจกแผ่นพับ 500 แผ่น ติดป้ายประชาสัมพันธ์ 3 จุด ขอบคุณครับ',
      'แจกแผ่นพับ 500 แผ่น ติดป้ายประชาสัมพันธ์ 3 จุด',
    ],
    [
      '1.2 1) เสร็จแล้ว\nบุคลากรร่วมลงนามไม่รับของขวัญ\nนำไปติดทุกห้องเรียน',
      'บุคลากรร่วมลงนามไม่รับของขวัญ\nนำไปติดทุกห้องเรียน',
    ],
    ['1.2 1) เสร็จแล้ว โรงเรียนส่งผลงาน 14 เรื่อง ส่วนเกียรติบัตรจะแจกเดือนหน้า', 'โรงเรียนส่งผลงาน 14 เรื่อง'],
    [
      '1.2 1) เสร็จ แผนผ่านความเห็นชอบจาก ผอ. เมื่อ 12 มี.ค. และส่ง สพฐ. แล้ว',
      'แผนผ่านความเห็นชอบจาก ผอ. เมื่อ 12 มี.ค. และส่ง สพฐ. แล้ว',
    ],
    ['1.2 1) เสร็จแล้วค่ะท่าน ผอ. ครูสนใจซักถามมาก นำไปปรับใช้ในชั้นเรียนได้', 'ครูสนใจซักถามมาก นำไปปรับใช้ในชั้นเรียนได้'],
    [
      'ประชุมชี้แจงแนวทางให้โรงเรียนในสังกัด 120 โรงเรียนแล้วค่ะ 1.2 1) เสร็จ',
      'ประชุมชี้แจงแนวทางให้โรงเรียนในสังกัด 120 โรงเรียนแล้ว',
    ],
    [
      '1.2 1) เสร็จ 80% ผลิตคลิปวิดีโอสั้น 4 เรื่อง มียอดชม 2,300 ครั้ง',
      'ผลิตคลิปวิดีโอสั้น 4 เรื่อง มียอดชม 2,300 ครั้ง',
      { percent: '80%' },
    ],
    [
      '1.2 1) finished yesterday, 35 teachers trained, they liked the workshop',
      '35 teachers trained, they liked the workshop',
    ],
    ['1.2 1) เสร็จแล้ว ครูชอบวิทยากรมาก ปัญหา ห้องร้อน', 'ครูชอบวิทยากรมาก', { obstacle: 'ห้องร้อน' }],
  ])('“%s”', (text, result, more) => {
    expect(told(text, more)).toBe(result);
  });

  test.each<[string, Said, string | null]>([
    // a clause of money alone stays out, with whom it went to and which instalment it was
    [
      'ทางเดินเฮ็ดได้ 180 เมตรแล่ว ผู้รับเหมาเบิกงวดแรก 204000',
      { spent: 'เบิกงวดแรก 204000' },
      'ทางเดินเฮ็ดได้ 180 เมตรแล่ว',
    ],
    ['เสาขึ้นแล้วมุงหลังคาได้ครึ่งหนึ่ง งวดที่ 1 จ่าย 285,000', { spent: 'จ่าย 285,000' }, 'เสาขึ้นแล้วมุงหลังคาได้ครึ่งหนึ่ง'],
    ['ก่อช่องเก็บอัฐิ 144 ช่อง งวดสอง 210,000', { spent: '210,000' }, 'ก่อช่องเก็บอัฐิ 144 ช่อง'],
    ['เปิดใช้งานเว็บจองศาลาแล้ว จ่ายงวดสุดท้ายรวม 110,000', { spent: 'รวม 110,000' }, 'เปิดใช้งานเว็บจองศาลาแล้ว'],
    ['เว็บเสร็จ จ่ายงวดสุดท้ายรวม 110,000', { spent: 'รวม 110,000' }, null],
    ['ได้ต้นกล้าแปดพันสี่ร้อยต้นใช้เงินไปแสนสองหมื่น', { spent: 'ใช้เงินไปแสนสองหมื่น' }, 'ได้ต้นกล้าแปดพันสี่ร้อยต้น'],
    ['เด็กน้อยมาเข้าค่าย 150 คน ใช้เงินไปหกหมื่น', { spent: 'ใช้เงินไปหกหมื่น' }, 'เด็กน้อยมาเข้าค่าย 150 คน'],
    // one of work and money stays whole
    [
      'ต่อประกันอาคารแล้ว 1 กรมธรรม์ 19,600 อีกฉบับรอใบเสนอราคา',
      { spent: '19,600' },
      'ต่อประกันอาคารแล้ว 1 กรมธรรม์ 19,600 อีกฉบับรอใบเสนอราคา',
    ],
    [
      'มุงหลังคาศาลาแล้วช่างเบิกงวดสองไปแสนหนึ่ง',
      { spent: 'เบิกงวดสองไปแสนหนึ่ง' },
      'มุงหลังคาศาลาแล้วช่างเบิกงวดสองไปแสนหนึ่ง',
    ],
    [
      'รถไฟฟ้าวิ่ง 1,310 เที่ยว แบตเสีย 1 คัน เปลี่ยนแบตไป 38,000 / ขายกล้าไม้ได้ 142,600 บาท',
      { spent: '142,600 บาท' },
      'รถไฟฟ้าวิ่ง 1,310 เที่ยว แบตเสีย 1 คัน เปลี่ยนแบตไป 38,000 / ขายกล้าไม้ได้ 142,600 บาท',
    ],
    [
      'ปักหลักเขตไป 60 หลัก เหลืออีก 4 หลักติดบ้านชาวบ้าน',
      { obstacle: 'หลักติดบ้านชาวบ้าน' },
      'ปักหลักเขตไป 60 หลัก เหลืออีก 4 หลักติดบ้านชาวบ้าน',
    ],
    // what leads to it, ends it, or stands between two activities
    ['ขอรายงานเตาสอง หัวเผามาแล้ว', {}, 'เตาสอง หัวเผามาแล้ว'],
    ['รายงานครับ อบรมครูแล้วทั้งเขต', {}, 'อบรมครูแล้วทั้งเขต'],
    ['แจ้งว่าอบรมครูแล้วทั้งเขตจ้า', {}, 'อบรมครูแล้วทั้งเขต'],
    ['ฮู้บ่ว่าป้ายติดเพิ่มอีกร้อยห้าสิบป้ายแล้ว', {}, 'ป้ายติดเพิ่มอีกร้อยห้าสิบป้ายแล้ว'],
    ['หอพรรณไม้ ขึ้นทะเบียนแล้ว 1,120 ชิ้น /', {}, 'หอพรรณไม้ ขึ้นทะเบียนแล้ว 1,120 ชิ้น'],
    ['ค่ายเด็กรุ่นแรกจัดแล่วเด้อ', {}, 'ค่ายเด็กรุ่นแรกจัดแล่ว'],
    ['คนมางานหลายขนาดดดด สนุกมากกก', {}, 'คนมางานหลายขนาด สนุกมาก'],
    [
      'รายงานประจำปีเผยแพร่แล้ว ททท. และสสส ร่วมจัดนิทรรศการ',
      {},
      'รายงานประจำปีเผยแพร่แล้ว ททท. และสสส ร่วมจัดนิทรรศการ',
    ],
    ['เก็บค่าธรรมเนียมได้ต่ำกว่าเป้าที่ 498,700.-', {}, 'เก็บค่าธรรมเนียมได้ต่ำกว่าเป้าที่ 498,700.-'],
  ])('a clause of “%s” is kept whole, or left out whole', (text, said, result) => {
    expect(narrativeOf(text, reading(text, said, { status: 'in_progress' }))).toBe(result);
  });

  test('no clause loses a word or a number, whichever figure is read as the sum', () => {
    const written = (leads: string[], units: string[]) =>
      fc
        .tuple(fc.constantFrom(...leads), fc.integer({ min: 2, max: 999_999 }), fc.constantFrom(...units))
        .map(([lead, number, unit]) => {
          const figure = number.toLocaleString('en-US');
          return { figure, words: `${lead} ${figure}${unit}` };
        });
    const clause = fc.oneof(
      written(['รถไฟฟ้าวิ่ง', 'เปลี่ยนแบตเตอรี่', 'ขายกล้าไม้ได้'], [' เที่ยว', ' คัน', ' บาท', '']),
      written(['จ่าย', 'ใช้งบ', 'งวดสอง', 'ผู้รับเหมาเบิก', 'ค่าวิทยากร'], [' บาท', '']),
    );
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 4 }), fc.nat(3), (clauses, at) => {
        const text = clauses.map(({ words }) => words).join(' / ');
        const sum = clauses[at % clauses.length]!.figure;
        const told = narrativeOf(text, reading(text, { spent: sum }, { status: 'in_progress' }));
        const longestFirst = clauses.map(({ words }) => words).toSorted((a, b) => b.length - a.length);
        const left = longestFirst.reduce((rest, words) => rest.replaceAll(words, ''), told ?? '');
        expect(left.replace(/[ /]/g, '')).toBe('');
      }),
    );
  });

  test.each<[string, Said?]>([
    ['1.2 1) เสร็จแล้วค่ะ ขอบคุณค่ะ'],
    ['1.2 1) เสร็จแล้ว เดี๋ยวส่งรูปให้พรุ่งนี้นะคะ'],
    ['1.2 1) เสร็จแล้ว รุ่นที่ 2 จะจัดเดือนหน้า'],
    ['1.2 1) เสร็จแล้วค่ะพี่ งานเยอะมากช่วงนี้'],
    ['1.2 1) เสร็จ ใช้งบ 25,000 ขอโทษที่รายงานช้าค่ะ', { spent: 'ใช้งบ 25,000' }],
    ['1.2 1) เสร็จแล้วนะคะ ฝากตรวจสอบด้วยค่ะ'],
    ['1.2 1) เสร็จแล้ว ใช้เวลา 2 วัน'],
    ['1.2 1) เสร็จแล้ว มีผู้เข้าร่วม 87 คน'],
    ['1.2 1) เสร็จแล้ว รายละเอียดตามเอกสารแนบ'],
    ['1.2 1) เสร็จแล้ว ดูได้ที่เว็บเขต'],
    ['1.2 1) เสร็จ ค่าอาหาร 12,000 ค่าวิทยากร 7,200'],
    ['1.2 1) เสร็จแล้ว โอเคไหมคะ'],
    ['1.2 1) เสร็จแล้วจ้า สวัสดีปีใหม่นะคะทุกคน'],
    ['1.2 1) เสร็จ ขอเลื่อนส่งรูปเป็นวันศุกร์'],
    ['1.2 1) ✅ เสร็จ 👍'],
    ['1.2 1) เสร็จ 100%', { percent: '100%' }],
    ['1.2 1) finished, thank you'],
  ])('“%s” tells nothing', (text, more) => {
    expect(told(text, more)).toBeNull();
  });

  test('what did not happen has no result but why not', () => {
    const text = '1.2 1) ไม่ได้ดำเนินการเนื่องจากโควิดระบาดหนักทั้งจังหวัด';
    const said = { activity: '1.2 1)', obstacle: 'โควิดระบาดหนักทั้งจังหวัด' };
    expect(narrativeOf(text, reading(text, said, { status: null }))).toBe(text.slice(7));
    const later = '1.2 1) ยังไม่ได้ทำ วิทยากรติดราชการทั้งเดือน';
    expect(narrativeOf(later, reading(later, { activity: '1.2 1)' }, { status: 'not_started' }))).toBeNull();
  });

  test('what stands under a heading stays as it is', () => {
    const text = '1.2 1) เสร็จแล้ว อบรมครูทั้งเขตแล้ว ผลคือ ครูผ่านทุกคน';
    const read = reading(
      text,
      { ...CODE, result: 'ครูผ่านทุกคน' },
      { status: 'completed', result: 'ครูผ่านทุกคน' },
    );
    expect(withNarrative(read, text).fields.result).toBe('ครูผ่านทุกคน');
  });

  test('an obstacle keeps what led to it and what came of it', () => {
    const why = 'เนื่องจากน้ำท่วม (รอบสอง) ส่งผลให้จัดอบรมไม่ได้ครบทุกรุ่น';
    const text = `1.2 1) กำลังทำค่ะ ${why}ค่ะ`;
    const read = reading(
      text,
      { activity: '1.2 1)', obstacle: 'น้ำท่วม (รอบสอง' },
      { status: 'in_progress', obstacle: 'น้ำท่วม (รอบสอง' },
    );
    expect(withNarrative(read, text).fields).toMatchObject({ obstacle: why, result: null });
  });
});

test.each<[string, Said, Partial<Fields>, string | null]>([
  ['ข้อ 5 ไม่ได้ดำเนินการค่ะ', { status: 'ไม่ได้ดำเนินการ' }, { status: 'not_started' }, 'not-done'],
  ['1.2 ไม่ได้จัดเพราะโควิด', { status: 'ไม่ได้จัด' }, { status: 'cancelled' }, 'not-done'],
  ['5 ไม่ได้ดำเนินการ', { status: 'ไม่ได้ดำเนินการ' }, { status: 'in_progress' }, 'not-done'],
  ['ยังไม่ได้ดำเนินการ', { status: 'ยังไม่ได้ดำเนินการ' }, { status: 'not_started' }, null],
  ['ยกเลิกโครงการแล้ว', { status: 'ยกเลิก' }, { status: 'cancelled' }, null],
  ['เสร็จแล้ว 50%', {}, { status: 'completed', percent: 50 }, 'half-done'],
  ['เสร็จแล้ว 100%', {}, { status: 'completed', percent: 100 }, null],
  ['เสร็จแล้ว ไม่ได้จัดสรรงบ', {}, { status: null }, null],
])('“%s” leaves the status open or not', (text, said, fields, doubt) => {
  expect(doubtOf(reading(text, said, fields), text)).toBe(doubt);
});
