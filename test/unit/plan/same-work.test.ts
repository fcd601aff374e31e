/** Which activities of two plans are the same work, and which of somebody's codes go over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activity.ts';
import { codesGoingOver, isAlike } from '../../../src/plan-import/same-work.ts';

describe('names of one code in the plans of 2564 and 2565', () => {
  it.each([
    ['อบรมครู', 'อบรมครู'],
    ['อบรม ครู  ภาษาไทย', 'อบรมครูภาษาไทย'],
    ['ประชุมครั้งที่ ๑', 'ประชุมครั้งที่ 1'],
    ['อบรมเชิงปฏิบัติการครู ปี 2564', 'อบรมเชิงปฏิบัติการครู ปี 2565'],
    ['สรุปผลปีการศึกษา ๒๕๖๓', 'สรุปผลปีการศึกษา 2564'],
    ['พัฒนาเว็บไซต์หน่วยงาน', 'พัฒนาเวบไซต์ หน่วยงาน'],
    ['อบรมเชิงปฏิบัติการครู', 'อบรมเชิงปฎิบัติการครู'],
    ['ใช้อินเทอร์เน็ตในโรงเรียน', 'ใช้อินเตอร์เน็ตในโรงเรียน'],
    ['การแข่งขันกีฬานักเรียน', 'การเเข่งขันกีฬานักเรียน'],
    ['ประชุม (ผู้บริหาร)', 'ประชุม – ผู้บริหาร'],
    ['สรุปผลปีการศึกษา 2564', 'สรุปผลปีการศึกษา 2564'],
    ['เยี่ยมบ้านนักเรียนทุกคน', 'เยียมบานนักเรียนทุกคน'],
  ])('“%s” and “%s” are alike', (one, other) => {
    expect(isAlike(one, 2564, other, 2565)).toBe(true);
    expect(isAlike(other, 2565, one, 2564)).toBe(true);
  });

  it.each([
    ['อบรมครู', 'นิเทศภายใน'],
    ['อบรมครูรุ่นที่ 1', 'อบรมครูรุ่นที่ 2'],
    ['อบรมนักเรียนชั้น ป.1', 'อบรมนักเรียนชั้น ป.2'],
    ['พัฒนาบุคลากรกลุ่ม ก', 'พัฒนาบุคลากรกลุ่ม ข'],
    ['พัฒนาบุคลากรกลุ่ม ก.', 'พัฒนาบุคลากรกลุ่ม ข.'],
    ['ปรับปรุงอาคาร A ให้ปลอดภัย', 'ปรับปรุงอาคาร B ให้ปลอดภัย'],
    ['จัดซื้อครุภัณฑ์ระยะ I', 'จัดซื้อครุภัณฑ์ระยะ II'],
    ['สรุปผลปีการศึกษา 2564', 'สรุปผลปีการศึกษา 2566'],
    ['ตรวจรับ', 'ตรวจจับ'],
    ['สอบนักเรียนชั้นประถมศึกษา', 'สอบนักเรียนชั้นมัธยมศึกษา'],
    ['ค่ายอาสาพัฒนาในประเทศ', 'ค่ายอาสาพัฒนานอกประเทศ'],
    ['ประชุมผู้ปกครองภาคต้น', 'ประชุมผู้ปกครองภาคปลาย'],
  ])('“%s” and “%s” are not', (one, other) => {
    expect(isAlike(one, 2564, other, 2565)).toBe(false);
    expect(isAlike(other, 2565, one, 2564)).toBe(false);
  });

  const letters = fc
    .array(fc.constantFrom(...Array.from('กขคงจฉชซญดตถทนบปผพฟมยรลวสหอาิี')), { minLength: 12, maxLength: 40 })
    .map((all) => all.join(''));
  const year = fc.integer({ min: 2560, max: 2580 });

  it('are alike with themselves however they are spaced, both ways, and never with another number', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(5000), year, year, fc.nat(40), (a, b, n, y, z, at) => {
        const spaced = `${a.slice(0, at)} ${a.slice(at)}`;
        expect(isAlike(a, y, spaced.trim() === a ? spaced : a, z)).toBe(true);
        expect(isAlike(`${a} ปี ${y}`, y, `${a} ปี ${z}`, z)).toBe(true);
        expect(isAlike(a, y, b, z)).toBe(isAlike(b, z, a, y));
        expect(isAlike(`${a} ${n}`, y, `${a} ${n + 1}`, y)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

const node = (code: string, name: string, leaf = true): Activity => ({
  code,
  label: code,
  parent: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
  order: 0,
  level: code.split('.').length - 1,
  leaf,
  name,
  indicator: null,
  unit: null,
  target: null,
  budget: null,
  months: [],
  ownerGroup: null,
});
const plan = (fiscalYear: number, ...activities: Activity[]) => ({ fiscalYear, activities });

describe('codes going over', () => {
  const from = plan(
    2564,
    node('1', 'งานวิชาการ', false),
    node('1.1', 'อบรมครูภาษาไทย'),
    node('1.2', 'นิเทศภายใน'),
    node('2', 'งานบุคคล', false),
    node('2.1', 'ประเมินครู'),
    node('3', 'ประชุมประจำปี 2564'),
    node('4', 'งานทั่วไป', false),
    node('4.1', 'ซ่อมอาคาร'),
    node('4.2', 'ทาสีรั้ว'),
  );
  const to = plan(
    2565,
    node('1', 'งานวิชาการ', false),
    node('1.1', 'อบรมครูภาษาไทย'),
    node('1.2', 'ซื้อหนังสือห้องสมุด'),
    node('2', 'งานงบประมาณ', false),
    node('2.1', 'ประเมินครู'),
    node('3', 'ประชุมประจำปี 2565', false),
    node('3.1', 'เตรียมประชุม'),
    node('4', 'งานทั่วไป', false),
    node('4.1', 'ซ่อมอาคาร'),
    node('4.3', 'ปลูกต้นไม้'),
  );
  it.each<[string, string[], string[], string[]]>([
    ['the same work stays', ['1.1'], ['1.1'], []],
    ['another work of the same code is lost', ['1.2'], [], ['1.2 นิเทศภายใน']],
    ['a branch that is called the same is kept whole', ['4'], ['4'], []],
    ['of one with another work below it what is the same', ['1'], ['1.1'], ['1.2 นิเทศภายใน']],
    ['of one called otherwise the leaves that are the same', ['2'], ['2.1'], []],
    ['a leaf that holds others now is still the same work', ['3'], ['3'], []],
    ['a code that not even the old plan had is told', ['9.9'], [], ['9.9 ']],
    ['each by itself', ['1.1', '1.2', '2'], ['1.1', '2.1'], ['1.2 นิเทศภายใน']],
  ])('%s', (_what, codes, kept, lost) => {
    const found = codesGoingOver(from, to)(codes);
    expect(found.kept).toEqual(kept);
    expect(found.lost.map(({ code, name }) => `${code} ${name}`)).toEqual(lost);
  });
});
