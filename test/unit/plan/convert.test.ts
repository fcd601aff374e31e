/** Plans in Word and Excel as offices have them, taken into the form. */
import { readFileSync } from 'node:fs';
import { SymbolRun } from 'docx';
import Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { splitActivities } from '../../../src/plan-import/split-cell.ts';
import { writePlanTemplate } from '../../../src/plan-import/template.ts';
import type { UnderstoodPlan } from '../../../src/plan-import/understand.ts';
import { drafted, fault, understood } from './open.ts';
import { planRow, type WordCell, wordPlan } from './word-plan.ts';

interface Sample {
  activities: { code: string; label: string; name: string; indicator: string | null }[];
}
const sample = JSON.parse(readFileSync('samples/plan-2564.json', 'utf8')) as Sample;
const nameOf = (code: string): string => sample.activities.find((one) => one.code === code)?.name ?? '';
const indicatorOf = (code: string): string =>
  sample.activities.find((one) => one.code === code)?.indicator ?? '';
const OWNER = 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา';

/** Part 1 of the real document, its cells as crowded as they are there. */
const REAL: WordCell[][][] = [
  [
    planRow(`1. ${nameOf('1')}`, {
      indicator: indicatorOf('1'),
      unit: 'ร้อยละ',
      target: '85',
      budget: '100,000',
      owner: OWNER,
    }),
    planRow(`1.1 ${nameOf('1.1')}\n1) ${nameOf('1.1.1')}\n2) ${nameOf('1.1.2')}\n3) ${nameOf('1.1.3')}`, {
      indicator: `${indicatorOf('1.1.1')}\n${indicatorOf('1.1.2')}\n-`,
      unit: 'ร้อยละ\nร้อยละ\n-',
      target: '85\n85\n-',
      budget: '3,000\n30,000\n1,000',
      owner: OWNER,
    }),
    planRow(
      { text: `1.2 ${nameOf('1.2')}\n1) การประชุมเชิงปฏิบัติการ “เขตสุจริตไม่คิดคอร์รัปชัน”`, breaks: true },
      {
        indicator: indicatorOf('1.2.1'),
        unit: 'ร้อยละ',
        target: '๘๕',
        budget: '๓๐,๐๐๐',
        marks: { 4: '←→' },
        owner: OWNER,
      },
    ),
  ],
  [
    planRow('และกิจกรรมวิเคราะห์ความเสี่ยง', {}),
    planRow(`1.3 ${nameOf('1.3')} 1) ${nameOf('1.3.1')} 2) ${nameOf('1.3.2')}`, {
      indicator: `${indicatorOf('1.3.1')} ${indicatorOf('1.3.2')}`,
      unit: 'ร้อยละ',
      target: '85',
      budget: '3,000',
      owner: OWNER,
    }),
    planRow(`1.4 ${nameOf('1.4')}`, { owner: OWNER }),
    planRow(`1) ${nameOf('1.4.1')}`, {
      indicator: indicatorOf('1.4.1'),
      unit: 'ร้อยละ',
      target: '85',
      budget: '30,000',
      owner: OWNER,
    }),
    planRow(`2. ${nameOf('2')}`, {
      unit: 'ชิ้น',
      target: '3',
      budget: '15,000',
      marks: { 2: '←', 3: '→' },
      owner: OWNER,
    }),
    planRow(`3. ${nameOf('3')}`, { unit: 'คะแนน', target: '85', budget: '25,000', owner: OWNER }),
    planRow(`4. ${nameOf('4')}`, { budget: '10,000', owner: OWNER }),
    planRow('รวม', { budget: '150,000' }),
  ],
];

async function converted(
  bytes: Buffer,
): Promise<{ plan: UnderstoodPlan['form']; findings: UnderstoodPlan['findings'] }> {
  const { form, findings } = await understood(bytes);
  return { plan: form, findings };
}

const said = ({ findings }: Pick<UnderstoodPlan, 'findings'>): string[] =>
  findings.map(({ at, kind }) => `${at} ${kind}`);

describe('the real plan in Word', () => {
  it('comes out with every activity, its number, name, money and months', async () => {
    const { plan } = await converted(await wordPlan(REAL));
    const expected = sample.activities.filter(({ code }) => code !== '5');
    expect(plan.activities.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
    expect(plan.activities.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    const by = Object.fromEntries(plan.activities.map((activity) => [activity.code, activity]));
    expect(by['1']).toMatchObject({
      label: '1.',
      budget: 10_000_000,
      target: 85,
      unit: 'ร้อยละ',
      ownerGroup: OWNER,
    });
    expect(by['1.1']).toMatchObject({ budget: null, indicator: null, ownerGroup: OWNER });
    expect(by['1.1.1']).toMatchObject({
      label: '1.1 1)',
      budget: 300_000,
      indicator: indicatorOf('1.1.1'),
      target: 85,
    });
    expect(by['1.1.2']).toMatchObject({ budget: 3_000_000, indicator: indicatorOf('1.1.2') });
    expect(by['1.1.3']).toMatchObject({ budget: 100_000, indicator: null, unit: null, target: null });
    expect(by['1.2.1']).toMatchObject({ budget: 3_000_000, target: 85, months: ['2021-04'] });
    expect(by['1.3.2']).toMatchObject({
      unit: 'ร้อยละ',
      target: 85,
      budget: null,
      indicator: indicatorOf('1.3.2'),
    });
    expect(by['2']).toMatchObject({ months: ['2021-02', '2021-03'], unit: 'ชิ้น', target: 3 });
  });

  it('says what a person should look at', async () => {
    const outcome = await converted(await wordPlan(REAL));
    expect(said(outcome)).toEqual([
      'ตาราง 1!A5 split',
      'ตาราง 1!A6 split',
      'ตาราง 2!A4 row-joined',
      'ตาราง 2!A5 split',
      'ตาราง 2!E5 money-shared',
      'ตาราง 1!E4 branch-differs',
      'ตาราง 1 month-missing',
      'ตาราง 2 month-missing',
      'ตาราง 3 table-report',
    ]);
  });

  it('takes title, year, office and sections along', async () => {
    const { plan } = await converted(await wordPlan(REAL));
    expect(plan).toMatchObject({
      title: 'แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2564',
      fiscalYear: 2564,
      officeName: 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพิษณุโลก เขต 1',
      programme: 'บูรณาการต่อต้านการทุจริตและประพฤติมิชอบ',
      targetGroup: 'ผู้บริหาร ศึกษานิเทศก์ และบุคลากร จำนวน 90 คน',
    });
    expect(plan.sections.map(({ heading }) => heading)).toEqual([
      'เหตุผลความจำเป็น',
      'วัตถุประสงค์',
      'กลุ่มเป้าหมายโครงการ',
    ]);
    expect(plan.sections[1]?.text).toBe('1. เพื่อปลูกฝังให้บุคลากร\n2. เพื่อยกระดับธรรมาภิบาล');
  });

  it('goes through the form and can be imported as it is', async () => {
    const { plan } = await converted(await wordPlan(REAL));
    const outcome = await drafted(await writePlanTemplate(plan));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    expect(outcome.plan.activities.find(({ code }) => code === '1.2.1')).toMatchObject({
      parent: '1.2',
      label: '1.2 1)',
      level: 2,
    });
    expect(outcome.plan.activities.filter(({ leaf }) => leaf)).toHaveLength(10);
  });
});

describe('other plans', () => {
  it('names arrows that are drawn and numbers that Word counts', async () => {
    const arrow: WordCell = { text: '', runs: [new SymbolRun({ char: 'F0F3', symbolfont: 'Wingdings' })] };
    const outcome = await converted(
      await wordPlan([
        [
          planRow({ text: 'ประชุมคณะทำงาน', counted: true }, { budget: '1,000', marks: { 5: arrow } }),
          planRow('2. อบรม', { budget: 'ตามจริง', target: '80-90' }),
        ],
      ]),
    );
    expect(outcome.plan.activities[0]).toMatchObject({
      label: '1)',
      name: 'ประชุมคณะทำงาน',
      months: ['2021-05'],
    });
    expect(said(outcome)).toEqual([
      'ตาราง 1!E5 money-unread',
      'ตาราง 1!A5 target-unread',
      'ตาราง 1 month-missing',
      'ตาราง 2 table-report',
    ]);
  });

  it('gives a heading its own values when the cell has one for each', async () => {
    const row = planRow('1. ก\n1.1 ข\n1.2 ค', { budget: '3,000\n1,000\n2,000', target: '90\n40\n50' });
    const { plan } = await converted(await wordPlan([[row]]));
    expect(plan.activities.map(({ code, budget, target }) => [code, budget, target])).toEqual([
      ['1', 300_000, 90],
      ['1.1', 100_000, 40],
      ['1.2', 200_000, 50],
    ]);
  });

  it('numbers a plan that prints no numbers, in an Excel sheet with a title above', async () => {
    const book = new Excel.Workbook();
    const sheet = book.addWorksheet('แผน');
    sheet.addRows([
      ['แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕'],
      [],
      ['โครงการ/กิจกรรม', 'งบประมาณ', 'ระยะเวลา', 'ผู้รับผิดชอบ'],
      ['อบรมครู', 5000, 'ม.ค.-มี.ค. 65', 'กลุ่มบริหารงานบุคคล'],
      ['นิเทศโรงเรียน', '2,500 บาท', 'ตลอดปี', 'กลุ่มนิเทศ'],
      ['รวมทั้งสิ้น', 7500],
    ]);
    const outcome = await converted(Buffer.from(await book.xlsx.writeBuffer()));
    expect(outcome.plan.fiscalYear).toBe(2565);
    expect(outcome.plan.activities).toMatchObject([
      { code: '1', label: '1.', name: 'อบรมครู', budget: 500_000, months: ['2022-01', '2022-02', '2022-03'] },
      { code: '2', label: '2.', name: 'นิเทศโรงเรียน', budget: 250_000, ownerGroup: 'กลุ่มนิเทศ' },
    ]);
    expect(outcome.plan.activities[1]?.months).toHaveLength(12);
    expect(said(outcome)[0]).toBe(' numbered');
  });

  it('refuses files without a table of activities, and files of other kinds', async () => {
    const book = new Excel.Workbook();
    book.addWorksheet('a').addRow(['ชื่อ', 'อายุ']);
    expect(await fault(Buffer.from(await book.xlsx.writeBuffer()))).toBe('no-table');
    expect(await fault(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old-excel');
    expect(await fault(Buffer.from('abc'))).toBe('no-table');
  });
});

describe('activities in one cell', () => {
  const labels = (text: string): (string | null)[] => splitActivities(text).map(({ label }) => label);

  it('are told apart by numbers that count on, at line starts and inside lines', () => {
    expect(labels('1.1 ก\n1) ข\n2) ค')).toEqual(['1.1', '1)', '2)']);
    expect(labels('1.1 ก 1) ข 2) ค')).toEqual(['1.1', '1)', '2)']);
    expect(labels('๑.๑ ก ๑) ข ๒) ค')).toEqual(['๑.๑', '๑)', '๒)']);
    expect(labels('1. ก 1.1 ข 1.2 ค')).toEqual(['1.', '1.1', '1.2']);
  });

  it('are not made of numbers that mean something else', () => {
    expect(labels('1. ค่าคะแนน 4.5 ขึ้นไป ปี 2564')).toEqual(['1.']);
    expect(labels('1. ประชุม ณ เขต 1\nจำนวน 90 คน')).toEqual(['1.']);
    expect(labels('1. รายการที่ 3) ตามแผน')).toEqual(['1.']);
    expect(splitActivities('1. กิจกรรม\nที่ยาวมาก')).toEqual([{ label: '1.', text: 'กิจกรรม ที่ยาวมาก' }]);
  });
});
