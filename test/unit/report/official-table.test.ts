import { describe, expect, it } from 'vitest';
import { cellOf, type ColumnKey } from '../../../src/reports/columns.ts';
import { reportContent } from '../../../src/reports/content.ts';
import { DEFAULT_SETTINGS, type ReportSettings } from '../../../src/reports/settings.ts';
import {
  activityOf,
  largePlan,
  modelOf,
  office,
  planOf,
  saidFor,
  seedActivities,
  seedReport,
  type SeedRow,
  seedUpdates,
  updateOf,
} from './sample.ts';

const SIX: ColumnKey[] = ['number', 'activity', 'budget', 'result', 'obstacle', 'remark'];

/** The real report's blank and "-" both read ไม่มี here; everything else is equal, letter for letter. */
const NONE = 'ไม่มี';
const asPrinted = (text: string) => (text === '' || text === '-' ? NONE : text);

function printed(seed: SeedRow): string[] {
  const activity = seedActivities().find((one) => one.code === seed.code);
  return [
    activity?.label ?? '',
    activity?.name ?? '',
    seed.budgetBaht.toLocaleString('en-US'),
    seed.result,
    asPrinted(seed.obstacleOrSuggestion),
    asPrinted(seed.remark),
  ];
}

const settings = (change: Partial<ReportSettings> = {}): ReportSettings => ({
  ...DEFAULT_SETTINGS,
  ...change,
});

function cells(code: string, updates = seedUpdates(), change: Partial<ReportSettings> = {}, keys = SIX) {
  const model = modelOf({ updates, now: new Date('2021-04-20T00:00:00Z') });
  const row = model.rows.find((one) => one.code === code);
  if (!row) throw new Error(code);
  return keys.map((key) => cellOf(row, key, model, settings(change)).text);
}

describe('the official table', () => {
  it('has the titles, columns and sums of the real report', () => {
    const content = reportContent(modelOf(), settings());
    expect(content.title).toBe(seedReport.title);
    expect(content.partTwo.title).toBe(`ส่วนที่ 2 ${seedReport.title}`);
    expect(content.heading).toContain(office.name);
    expect(content.heading.slice(-2)).toEqual(office.parentAgencies);
    expect(content.partTwo.table.heads.map((head) => head.text)).toEqual(seedReport.columns);
    const { rows } = content.partTwo.table;
    expect(rows[0]?.cells[2]).toMatchObject({ text: '100,000', number: 100_000 });
    expect(rows.at(-1)?.cells[1]).toMatchObject({ text: '200,000', number: 200_000 });
    expect(rows.at(-1)?.cells[2]?.text).toContain('เสร็จสิ้น 3 จาก 11 กิจกรรม');
  });

  it.each(seedReport.rows.map((row) => [row.code, row] as const))(
    'says of %s what the real report says',
    (code, seed) => {
      expect(cells(code)).toEqual(printed(seed));
    },
  );

  it('says the same when everything was reported in two steps', () => {
    const updates = seedReport.rows.flatMap((seed, index) => {
      const { status = null, ...rest } = saidFor(seed);
      const day = String(10 + index);
      return [
        updateOf(seed.code, `2021-02-${day}T03:00:00Z`, { status: 'in_progress' }, { seq: 1 }),
        updateOf(seed.code, `2021-03-${day}T03:00:00Z`, { status, ...rest }, { seq: 2 }),
      ];
    });
    for (const seed of seedReport.rows) {
      const [, , budget, result, obstacle, remark] = cells(seed.code, updates);
      const [, , wantBudget, wantResult, wantObstacle, wantRemark] = printed(seed);
      expect([budget, result, obstacle]).toEqual([wantBudget, wantResult, wantObstacle]);
      // A result without a status of its own now has one to show beside it.
      expect(remark).toBe(seed.impliedStatus === null ? 'อยู่ในระหว่างการดำเนินงาน' : wantRemark);
    }
  });

  it('never leaves a cell blank, whatever was said or not', () => {
    for (const columns of ['seed', 'full'] as const) {
      for (const updates of [[], seedUpdates(), [updateOf('2', '2021-03-01T00:00:00Z', { spent: 0 })]]) {
        const { table } = reportContent(modelOf({ updates }), settings({ columns })).partTwo;
        for (const row of table.rows) {
          expect(row.cells.every((cell) => cell.text.trim() !== '')).toBe(true);
          expect(row.cells.reduce((sum, cell) => sum + cell.span, 0)).toBe(table.heads.length);
        }
      }
    }
  });

  it('tells silence from nothing', () => {
    expect(cells('2', [])).toEqual([
      '2.',
      'กิจกรรมการพัฒนาเครื่องมือการประเมิน ITA Online',
      '15,000',
      'ยังไม่มีรายงาน',
      'ยังไม่มีรายงาน',
      'กำหนดดำเนินการ กุมภาพันธ์ 2564 - มีนาคม 2564',
    ]);
    const content = reportContent(modelOf(), settings());
    expect(content.notes.join('\n')).toContain('ลำดับที่ 2., 3.');
    expect(reportContent(modelOf({ updates: [] }), settings()).notes.join('\n')).toContain(
      'ยังไม่มีรายงาน 11 กิจกรรม',
    );
  });

  it('says where there is no money: none planned, none spent, or kept by the branch', () => {
    const plan = planOf([
      activityOf('1', { leaf: false, budget: 5_000_00 }),
      activityOf('1.1', { parent: '1', order: 1, level: 1 }),
      activityOf('2', { order: 2 }),
      activityOf('3', { order: 3, budget: 100_00 }),
    ]);
    const updates = [updateOf('3', '2021-03-01T00:00:00Z', { spent: 0 })];
    const model = modelOf({ plan, updates });
    const text = (index: number, key: ColumnKey) => {
      const row = model.rows[index];
      return row ? cellOf(row, key, model, settings({ columns: 'full' })).text : '';
    };
    expect([text(1, 'budget'), text(2, 'budget'), text(3, 'budget')]).toEqual([
      'รวมในข้อ 1.',
      'ไม่ใช้งบประมาณ',
      '100',
    ]);
    expect([text(2, 'spent'), text(3, 'spent')]).toEqual(['ยังไม่มีรายงาน', '0 บาท (ยังไม่เบิกจ่าย)']);
    const branch = reportContent(model, settings()).partTwo.table.rows[0];
    expect(branch?.cells.at(-1)?.text).toContain('งบประมาณตามแผน 5,000 บาท ต่างจากผลรวมของกิจกรรมย่อย 0 บาท');
  });

  it('makes one cell of several reports, with their days, and marks what came late', () => {
    const updates = [
      updateOf('2', '2021-02-10T03:00:00Z', { result: 'ร่างเครื่องมือ 1 ชิ้น', percent: 30 }, { seq: 1 }),
      updateOf(
        '2',
        '2021-04-05T03:00:00Z',
        { result: 'ทดลองใช้แล้ว', status: 'in_progress', obstacle: 'โควิด', suggestion: 'ขยายเวลา' },
        { seq: 2 },
      ),
    ];
    expect(cells('2', updates).slice(3)).toEqual([
      '(10 กุมภาพันธ์ 2564) ร่างเครื่องมือ 1 ชิ้น\n(5 เมษายน 2564) ทดลองใช้แล้ว',
      'ปัญหาอุปสรรค: โควิด\nข้อเสนอแนะ: ขยายเวลา',
      'อยู่ในระหว่างการดำเนินงาน (ร้อยละ 30)\nรายงานหลังสิ้นงวด เมื่อ 5 เมษายน 2564',
    ]);
    const undecided = [updateOf('2', '2021-02-10T03:00:00Z', { percent: 30 })];
    expect(cells('2', undecided)[3]).toBe('อยู่ในระหว่างการดำเนินงาน (ร้อยละ 30)');
  });

  it('tells in the customary columns too what was reached and what was spent', () => {
    const said = (code: string, fields: Parameters<typeof updateOf>[2]) =>
      cells(code, [updateOf(code, '2021-02-10T03:00:00Z', fields)]).slice(3);
    expect(said('2', { result: 'จัดทำแล้ว', actual: { value: 2, unit: 'ชิ้น' }, spent: 14_200_00 })[0]).toBe(
      'จัดทำแล้ว\nผลที่ได้ 2 ชิ้น (เป้าหมาย 3 ชิ้น)\nใช้จ่ายแล้ว 14,200 บาท (ร้อยละ 94.67)',
    );
    expect(said('2', { status: 'in_progress', spent: 0 })[0]).toBe(
      'อยู่ในระหว่างการดำเนินงาน\nใช้จ่ายแล้ว 0 บาท (ยังไม่เบิกจ่าย)',
    );
    // The status stands once: as the result where nobody told one, else as the remark.
    expect(said('2', { status: 'completed' })).toEqual(['ดำเนินการเสร็จสิ้น', 'ไม่มี', 'ไม่มี']);
    expect(said('2', { status: 'completed', result: 'จัดทำแล้ว' })[2]).toBe('ดำเนินการเสร็จสิ้น');
  });

  it.each<[string, Parameters<typeof updateOf>[2], string, string]>([
    [
      'progress beside a result',
      { result: 'จัดทำแล้ว', percent: 75 },
      'จัดทำแล้ว',
      'อยู่ในระหว่างการดำเนินงาน (ร้อยละ 75)',
    ],
    [
      'the same with the status',
      { result: 'จัดทำแล้ว', percent: 75, status: 'in_progress' },
      'จัดทำแล้ว',
      'อยู่ในระหว่างการดำเนินงาน (ร้อยละ 75)',
    ],
    [
      'completed, and less',
      { result: 'จัดแล้ว', percent: 95, status: 'completed' },
      'จัดแล้ว',
      'ดำเนินการเสร็จสิ้น (ร้อยละ 95)',
    ],
    ['completed', { result: 'จัดแล้ว', percent: 100, status: 'completed' }, 'จัดแล้ว', 'ดำเนินการเสร็จสิ้น'],
    [
      'a figure beside a result',
      { result: 'จัดทำแล้ว', actual: { value: 2, unit: 'ชิ้น' } },
      'จัดทำแล้ว\nผลที่ได้ 2 ชิ้น (เป้าหมาย 3 ชิ้น)',
      'อยู่ในระหว่างการดำเนินงาน',
    ],
    [
      'money beside a result',
      { result: 'จัดทำแล้ว', spent: 15_000_00 },
      'จัดทำแล้ว\nใช้จ่ายแล้ว 15,000 บาท (ร้อยละ 100)',
      'อยู่ในระหว่างการดำเนินงาน',
    ],
    ['no result at all', { result: '' }, 'ไม่มี', 'อยู่ในระหว่างการดำเนินงาน'],
    ['progress alone', { percent: 75 }, 'อยู่ในระหว่างการดำเนินงาน (ร้อยละ 75)', 'ไม่มี'],
    ['words alone', { result: 'จัดทำแล้ว' }, 'จัดทำแล้ว', 'ไม่มี'],
  ])('states how far a row is: %s', (_what, said, result, remark) => {
    const updates = [updateOf('2', '2021-02-10T03:00:00Z', said)];
    const [, , , inResult, , inRemark] = cells('2', updates);
    expect([inResult, inRemark]).toEqual([result, remark]);
    const full = cells('2', updates, { columns: 'full' }, ['result', 'remark']);
    expect(full.join('\n')).toContain(remark === 'ไม่มี' ? result : remark);
  });

  it('says below the table which rows are counted as under way for want of a status', () => {
    const note = (said: Parameters<typeof updateOf>[2]) =>
      reportContent(modelOf({ updates: [updateOf('2', '2021-02-10T03:00:00Z', said)] }), settings()).notes;
    const words = 'ผู้รายงานไม่ได้ระบุสถานะ จึงนับเป็น “อยู่ในระหว่างการดำเนินงาน”: ลำดับที่ 2.';
    expect(note({ result: 'จัดทำแล้ว' })).toContain(words);
    expect(note({ result: 'จัดทำแล้ว', percent: 10 })).not.toContain(words);
    expect(note({ result: 'จัดทำแล้ว', status: 'in_progress' })).not.toContain(words);
  });

  it('prints what was said in chat as an office signs it, and no target in another unit', () => {
    const said = (fields: Parameters<typeof updateOf>[2]) =>
      cells('2', [updateOf('2', '2021-02-25T03:00:00Z', fields)]).slice(3);
    const printed = said({
      result: 'เมื่อวานจัดประชุมชี้แจงแล้วนะคะ ทุกอย่างเรียบร้อยดีค่ะ',
      obstacle: 'ลืมบอก ของหมดก่อนตอนบ่าย',
      remark: 'แล้วก็ เดือนหน้าจัดอีกรอบครับ',
      actual: { value: 83, unit: 'คน' },
    });
    expect(printed[0]).toBe('เมื่อวันที่ 24 กุมภาพันธ์ 2564 จัดประชุมชี้แจงแล้ว ทุกอย่างเรียบร้อยดี\nผลที่ได้ 83 คน');
    expect(printed[1]).toBe('ของหมดก่อนตอนบ่าย');
    expect(printed[2]).toBe('อยู่ในระหว่างการดำเนินงาน\nเดือนมีนาคม 2564 จัดอีกรอบ');
  });

  it('remarks work that is past its planned months, within the period told of', () => {
    const plan = planOf([activityOf('1', { months: ['2021-01', '2021-02'] })]);
    const remark = (fields: Parameters<typeof updateOf>[2] | null) => {
      const updates = fields ? [updateOf('1', '2021-03-01T00:00:00Z', fields)] : [];
      const model = modelOf({ plan, updates });
      return model.rows[0] && cellOf(model.rows[0], 'remark', model, settings()).text;
    };
    expect(remark({ percent: 40, result: 'ลงมือแล้ว' })).toContain('เลยกำหนดดำเนินการ (กุมภาพันธ์ 2564)');
    expect(remark(null)).toContain('เลยกำหนดดำเนินการ (กุมภาพันธ์ 2564)');
    expect(remark({ status: 'cancelled' })).not.toContain('เลยกำหนด');
    expect(remark({ status: 'completed' })).not.toContain('เลยกำหนด');
  });

  it('adds indicator, target, what was reached, money and its source in the full set', () => {
    const updates = [
      updateOf('2', '2021-02-10T03:00:00Z', { actual: { value: 2, unit: 'ชิ้น' }, spent: 12_345_67 }),
    ];
    const full = { columns: 'full', budgetSource: 'งบดำเนินงาน' } as const;
    expect(cells('2', updates, full, ['indicator', 'target', 'actual', 'budget', 'spent', 'source'])).toEqual(
      ['จำนวนเครื่องมือการประเมิน ITA Online ที่มีประสิทธิภาพ', '3 ชิ้น', '2 ชิ้น', '15,000', '12,345.67', 'งบดำเนินงาน'],
    );
    expect(cells('1.1.1', [], full, ['target', 'actual', 'spent'])).toEqual([
      'ร้อยละ 85',
      'ยังไม่มีรายงาน',
      'ยังไม่มีรายงาน',
    ]);
    const content = reportContent(modelOf({ updates }), settings(full));
    expect(content.partTwo.table.heads).toHaveLength(11);
    expect(content.partTwo.table.rows.at(-1)?.cells[2]).toMatchObject({
      text: '12,345.67',
      number: 12_345.67,
    });
  });

  it('writes Thai digits where asked, but not inside names and addresses', () => {
    const updates = [updateOf('2', '2021-02-10T03:00:00Z', { result: 'ดูที่ www.a1.go.th ปี 2564 (COVID-19)' })];
    const content = reportContent(modelOf({ updates }), settings({ thaiDigits: true, items: { 1: 'O11' } }));
    const row = content.partTwo.table.rows.find((one) => one.cells[0]?.text === '๒.');
    expect(row?.cells[2]).toMatchObject({ text: '๑๕,๐๐๐', number: 15_000 });
    expect(row?.cells[3]?.text).toBe('ดูที่ www.a1.go.th ปี ๒๕๖๔ (COVID-19)');
    expect(content.heading.join(' ')).toContain('(ตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔)');
    expect(content.item).toBe('รายการที่ O11');
    expect(content.date).toBe('2021-03-31T09:30:00.000Z');
  });

  it('takes heading, subject, item number and signatures from the settings of the office', () => {
    const content = reportContent(
      modelOf({ half: 2 }),
      settings({
        headingLines: ['รายงานผล', 'สพป.'],
        subject: 'งานพัสดุ',
        items: { 1: 'O11', 2: 'O12' },
        signatures: [{ role: 'ผู้อำนวยการ', name: 'นางสาวใจดี มีสุข', position: 'ผอ.สพป.' }],
      }),
    );
    expect(content.heading).toEqual(['รายงานผล', 'สพป.']);
    expect(content.partTwo.title).toContain('งานพัสดุรอบ 12 เดือน (ตุลาคม 2563 - กันยายน 2564)');
    expect(content.item).toContain('O12');
    expect(content.signatures[0]?.at(-1)).toMatch(/^วันที่ \.+$/);
    expect(content.signatures[0]?.join(' ')).toMatch(/ผู้อำนวยการ \(นางสาวใจดี มีสุข\) ตำแหน่ง ผอ\.สพป\./);
  });

  it('says whether it is a draft, the closed version, or before its time', () => {
    const standing = (change: Parameters<typeof modelOf>[0]) =>
      reportContent(modelOf(change), settings()).standing;
    expect(standing({})).toBe('ข้อมูล ณ วันที่ 31 มีนาคม 2564 เวลา 16.30\u00A0น. · ฉบับร่าง ยังไม่ปิดงวด');
    expect(standing({ frozen: true })).toContain('ฉบับปิดงวด');
    expect(standing({ now: new Date('2020-09-01T00:00:00Z'), updates: [] })).toContain('งวดรายงานนี้ยังไม่เริ่ม');
  });

  it('draws the planned months as bars over the quarters from the first planned one on', () => {
    const table = reportContent(modelOf(), settings()).partOne?.table;
    expect(table?.quarters.map((quarter) => quarter.text)).toEqual(['ไตรมาส 2', 'ไตรมาส 3', 'ไตรมาส 4']);
    // Planned months as a bar of that length, the others one by one.
    const drawn = (row?: { slots: { length: number; planned: boolean }[] }) =>
      row?.slots.map(({ length, planned }) => (planned ? '#' : '.').repeat(length)).join('|');
    const row = (name: string) => table?.rows.find((one) => one.name.startsWith(name));
    expect(drawn(row('1.2 1)'))).toBe('.|.|.|#|.|.|.|.|.');
    expect(drawn(row('3.'))).toBe('.|.|.|###|.|.|.');
    const plan = planOf([activityOf('1', { months: ['2020-10', '2020-12', '2021-01', '2021-09'] })]);
    const wide = reportContent(modelOf({ plan, updates: [] }), settings()).partOne?.table;
    expect(wide?.quarters).toHaveLength(4);
    expect(drawn(wide?.rows[0])).toBe('#|.|##|.|.|.|.|.|.|.|#');
    const large = reportContent(modelOf({ plan: largePlan(40), updates: [] }), settings()).partOne?.table;
    expect(drawn(large?.rows[1])).toBe('.|##|......');
  });

  it('can be read in English', () => {
    const content = reportContent(modelOf(), settings({ language: 'en' }));
    expect(content.partTwo.table.heads.map((head) => head.text)).toContain('Obstacles / suggestions');
    expect(content.standing).toContain('As of 31 March 2021, 16:30');
  });
});
