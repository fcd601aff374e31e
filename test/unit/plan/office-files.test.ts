/** Files as offices and their programs leave them: each comes in right, or says what of it did not. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isReady, type UnderstoodPlan } from '../../../src/plan-import/understand.ts';
import { money } from '../../../src/text/format.ts';
import { asked, understood } from './open.ts';

const open = async (name: string): Promise<UnderstoodPlan> =>
  understood(await readFile(`test/fixtures/plans/${name}`));

/** `code name budget months` of each activity. */
function rows({ form }: UnderstoodPlan): string[] {
  return form.activities.map(({ code, name, budget, months }) =>
    [code, name, budget === null ? '-' : money(budget), months.map((month) => month.slice(2)).join(',')]
      .join(' ')
      .trim(),
  );
}

const kinds = ({ findings }: UnderstoodPlan): string[] => findings.map(({ kind }) => kind);

describe('money', () => {
  it.each([
    ['c09-million.xlsx', '1,500,000'],
    ['f09-million-1.xlsx', '1,500,000'],
    ['f09-million-2.xlsx', '1,500'],
    ['f09-million-4.xlsx', '1,500,000'],
    ['f09-million-5.xlsx', '1,500,000'],
    ['c07-four-money.xlsx', '25,000'],
    ['c07b-four-money.xlsx', '25,000'],
    ['c08b-years-flat.xlsx', '40,000'],
    ['r2b-four-years-known.xlsx', '46,000'],
    ['c10-merged-name.xlsx', '12,000'],
    ['d12-merged-money.docx', '11,000'],
    ['d12-libreoffice.docx', '11,000'],
    ['D-word-thousand.docx', '510,000'],
    ['B-excel-quarters.xlsx', '435,500'],
    ['A-word-seed.docx', '93,000'],
    ['r1-ministry-names.xlsx', '6,300,000'],
    ['r3-subactivity.xlsx', '25,000'],
    ['d11-continued.docx', '14,000'],
    ['c14-hidden-last-year.xlsx', '11,000'],
    ...Array.from({ length: 10 }, (_, index) => [
      `c21-head-${String(index + 1).padStart(2, '0')}.xlsx`,
      '9,000',
    ]),
  ])('of %s comes to %s', async (name, total) => {
    const outcome = await open(name!);
    expect(money(outcome.total)).toBe(total);
    expect(outcome.findings.filter(({ weight }) => weight === 'money')).toEqual([]);
    expect(outcome.sums.every(({ difference }) => difference === 0)).toBe(true);
  });

  it('of every number format is the number', async () => {
    const { form } = await open('f04-numfmt.xlsx');
    const plain = form.activities.filter(({ budget }) => budget !== 3_000_000);
    expect(form.activities).toHaveLength(18);
    expect(plain.map(({ code, budget }) => [code, budget])).toEqual(NUMFMT);
  });

  it('is named column by column where it is not the budget', async () => {
    expect(kinds(await open('c07-four-money.xlsx')).filter((kind) => kind === 'column-part')).toHaveLength(3);
    expect(kinds(await open('c08b-years-flat.xlsx')).filter((kind) => kind === 'column-year')).toHaveLength(
      3,
    );
    expect(
      kinds(await open('B-excel-quarters.xlsx')).filter((kind) => kind === 'column-spread'),
    ).toHaveLength(4);
    expect(asked(await open('c10-merged-name.xlsx'))).toEqual(['แผน!D5 money-added', 'แผน!D6 money-added']);
  });
});
const NUMFMT: unknown[] = [];

describe('rows and their tree', () => {
  it('read three layouts whole', async () => {
    expect(rows(await open('A-word-seed.docx')).slice(0, 5)).toEqual([
      '1 เสริมสร้างธรรมาภิบาล -',
      '1.1 สร้างความตระหนักรู้ในการป้องกันการทุจริต -',
      '1.1.1 ประชุมประกาศเจตนารมณ์ No Gift Policy 3,000 27-01',
      '1.1.2 อบรมผลประโยชน์ทับซ้อน 30,000 27-02,27-03',
      '1.1.3 จัดทำคู่มือการปฏิบัติงาน - 27-04,27-05,27-06',
    ]);
    const quarters = await open('B-excel-quarters.xlsx');
    expect(rows(quarters).map((row) => row.split(' ')[0])).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.3',
      '2',
      '2.4',
      '2.4.1',
      '2.4.2',
      '2.5',
      '2.6',
      '3',
    ]);
    expect(quarters.form.officeName).toBe('สำนักงานสาธารณสุขอำเภอบ้านนา จังหวัดนครนายก');
    expect(quarters.form.sections[0]?.text).toContain('1.1 โครงการคัดกรองโรคความดันโลหิตสูงและเบาหวาน: PP');
    const school = await open('D-word-thousand.docx');
    expect(rows(school)).toEqual([
      '1 โครงการยกระดับผลสัมฤทธิ์ 25,000',
      '1.1 สอนเสริม O-NET 10,000 26-11,26-12,27-01,27-02',
      '1.2 ค่ายภาษาอังกฤษ 15,000 26-11,26-12,27-01,27-02',
      '2 โครงการอาหารกลางวัน 480,000',
      '3 โครงการประชุมผู้ปกครอง 5,000',
    ]);
    expect(school.form.activities.at(-1)?.ownerGroup).toBe('ครูวิทยา, ครูสมใจ');
    expect(asked(school)).toEqual([
      'ตาราง 1!B2 split',
      'ตาราง 1!D3 months-unread',
      'ตาราง 1!D4 months-unread',
    ]);
  });

  it('keeps the source of money in the text of the plan', async () => {
    const { form } = await open('A-word-seed.docx');
    expect(form.sections.at(-1)).toEqual({
      heading: 'แหล่งงบประมาณ',
      text: '2 พัฒนาเว็บไซต์หน่วยงาน เพื่อรองรับ OIT (ข้อ O1-O35): เงินรายได้',
    });
    expect(form.activities.find(({ code }) => code === '2')?.budget).toBe(1_000_000);
  });

  it('leaves out what is deleted or hidden, and says so', async () => {
    const deleted = await open('d14-deleted-row.docx');
    expect(rows(deleted)).toEqual(['1 อบรมครู 9,000 21-01']);
    expect(kinds(deleted)).toContain('deleted-row');
    const hidden = await open('d15-vanish.docx');
    expect(rows(hidden)).toEqual(['1 อบรมครู 9,000 21-01']);
    expect(kinds(hidden)).toContain('hidden-text');
    expect(kinds(await open('c14-hidden-last-year.xlsx'))).toContain('sheet-hidden');
    expect(kinds(await open('f16-other-big-sheet.xlsx'))).toContain('sheet-unused');
  });

  it('reads targets, units and owners of a second row', async () => {
    const { form } = await open('r1-ministry-names.xlsx');
    expect(form.activities).toMatchObject([
      { target: 480, unit: 'คน', ownerGroup: 'กคค.', budget: 540_000_000 },
      { target: 40_000, unit: 'คน', ownerGroup: 'กสพ.', budget: 90_000_000 },
    ]);
  });

  it('numbers office codes and names those that stand twice', async () => {
    const { form, findings } = await open('f12-codes.xlsx');
    expect(form.activities.map(({ code, label }) => `${code} ${label}`)).toEqual([
      '1 010109',
      '1.1 01010901',
      '2 010109',
      '3 020103',
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'label-double', value: '010109', more: 'กิจกรรม!D2' }),
    );
  });
});

describe('forms of other programs', () => {
  it.each(['g02-part-name.xlsx', 'g02b-sheet-no-digit.xlsx', 'g03-backslash.xlsx', 'g06-zip64-central.xlsx'])(
    '%s',
    async (name) => {
      const outcome = await open(name);
      expect(outcome.layout).toBe('form');
      expect(rows(outcome)).toEqual(['1 ประชุมคณะทำงาน 12,000 21-01', '2 อบรม 5,000 21-02']);
      expect(isReady(outcome)).toBe(true);
    },
  );

  it.each([
    ['d06-document2.docx', '1 อบรมครู 9,000 21-01'],
    ['x000d-inline.xlsx', '1 ประชุม เชิงปฏิบัติการ 5,000 21-01'],
    ['x000d-shared.xlsx', '1 ประชุม เชิงปฏิบัติการ 5,000 21-01'],
    ['f15-thai-id74.xlsx', '1 ประชุม 5,000 21-01'],
    ['f16-blank-spaces.xlsx', '1 ประชุม 5,000 21-01'],
    ['f16-huge-range.xlsx', '1 ประชุม 5,000 21-01'],
    ['f16-other-big-sheet.xlsx', '1 ประชุม 5,000 21-01'],
    ['f02-pua-form.xlsx', '1 ประชุมชี้แจงผู้บริหารและเจ้าหน้าที่ 5,000 21-01'],
    ['f02-pua-head.xlsx', '1 ประชุม 5,000 21-01'],
    ['f02-saraam-form.xlsx', '1 จัดทำคู่มือ 5,000 21-01'],
    ['f02-saraam-convert.xlsx', '1 จัดทำคู่มือ 5,000 21-01'],
    ['d02-saraam.docx', '1 จัดทำคู่มือ 9,000 21-01'],
    ['d02b-space-marks.docx', '1 จัดทำคู่มือ 9,000 21-01'],
  ])('%s begins with %s', async (name, first) => {
    const outcome = await open(name);
    expect(rows(outcome)[0]).toBe(first);
    expect(outcome.drafted.ok).toBe(true);
  });

  it.each(['f01-percent.xlsx', 'f01-libreoffice.xlsx'])('%s shows per cent', async (name) => {
    const { form } = await open(name);
    expect(form.activities.map(({ target, unit }) => `${target} ${unit}`)).toEqual([
      '85 ร้อยละ',
      '90 %',
      '80 %',
    ]);
  });
});
