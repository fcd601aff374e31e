import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/domain/activity.ts';
import { buildReport } from '../../../src/domain/report.ts';
import type { ReportEvidence, ReportModel, ReportRow } from '../../../src/domain/report-model.ts';
import { toReportJson } from '../../../src/domain/report-versions.ts';
import {
  activityOf,
  largePlan,
  modelOf,
  office,
  planOf,
  seedActivities,
  seedReport,
  seedUpdates,
  updateOf,
} from './sample.ts';

const rowOf = (model: ReportModel, code: string): ReportRow => {
  const row = model.rows.find((one) => one.code === code);
  if (!row) throw new Error(`no row ${code}`);
  return row;
};

const one = (updates: Parameters<typeof updateOf>[], more: Partial<Parameters<typeof buildReport>[0]> = {}) =>
  rowOf(
    buildReport({
      office,
      plan: planOf([activityOf('1', { budget: 10_000_00 })]),
      half: 1,
      updates: updates.map((update, index) =>
        updateOf(update[0], update[1], update[2], { seq: index + 1, ...update[3] }),
      ),
      evidence: [],
      now: new Date('2021-04-20T00:00:00Z'),
      ...more,
    }),
    '1',
  );

describe('the report model', () => {
  it('has a row for every node in plan order and the sums of the real report', () => {
    const model = modelOf();
    expect(model.rows.map((row) => row.code)).toEqual(seedActivities().map((activity) => activity.code));
    expect(model.rows.filter((row) => row.leaf)).toHaveLength(seedReport.rows.length);
    expect(rowOf(model, '1').budget).toBe(100_000_00);
    expect(rowOf(model, '1').below?.budget).toBe(100_000_00);
    expect(rowOf(model, '1.1').budget).toBe(34_000_00);
    expect(model.totals.budget).toBe(200_000_00);
    expect(model.totals.byStatus).toEqual({ not_started: 0, in_progress: 7, completed: 3, cancelled: 1 });
    expect(rowOf(model, '1.1').status).toBe('completed');
    expect(rowOf(model, '1').status).toBe('in_progress');
    expect(model.period).toEqual(seedReport.period);
  });

  it('keeps the plan order whatever order the activities come in', () => {
    const model = modelOf({ plan: planOf(seedActivities().reverse()) });
    expect(model.rows.map((row) => row.code)).toEqual(seedActivities().map((activity) => activity.code));
  });

  it('counts what was reported after the last day, marked late', () => {
    const row = one([
      ['1', '2021-03-31T16:59:59Z', { status: 'in_progress' }],
      ['1', '2021-03-31T17:00:00Z', { status: 'completed' }],
    ]);
    expect(row).toMatchObject({ status: 'completed', late: true, reportedAt: '2021-03-31T17:00:00.000Z' });
    const early = one([['1', '2021-03-31T16:59:59Z', { status: 'in_progress' }]]);
    expect(early.late).toBe(false);
  });

  it('cuts by the time of reporting, and by the time of undoing', () => {
    const by = { member: 'm', name: 'ก', position: '' };
    const updates: Parameters<typeof updateOf>[] = [
      ['1', '2021-02-01T00:00:00Z', { status: 'in_progress', spent: 100_00 }],
      [
        '1',
        '2021-02-10T00:00:00Z',
        { status: 'completed', spent: 500_00 },
        { voided: { at: new Date('2021-02-20T00:00:00Z'), by } },
      ],
    ];
    expect(one(updates)).toMatchObject({ status: 'in_progress', spent: 100_00 });
    expect(one(updates, { asOf: new Date('2021-02-15T00:00:00Z') })).toMatchObject({
      status: 'completed',
      spent: 500_00,
    });
    const before = one(updates, { asOf: new Date('2021-01-31T00:00:00Z') });
    expect(before).toMatchObject({ status: 'not_started', reportedBy: null, reportedAt: null, spent: null });
  });

  it('does not look into the future: a later as-of is now', () => {
    const model = modelOf({ asOf: new Date('2030-01-01T00:00:00Z') });
    expect(model.asOf).toBe('2021-03-31T09:30:00.000Z');
  });

  it('covers the whole year in the second half', () => {
    expect(modelOf({ half: 2 }).period).toEqual({ start: '2020-10-01', end: '2021-09-30' });
  });

  it('joins distinct texts in order, drops repeated and extended ones, and lets "none" clear', () => {
    const row = one([
      ['1', '2021-01-05T00:00:00Z', { result: 'ประชุมครั้งที่ 1', obstacle: 'โควิด' }],
      ['1', '2021-02-05T00:00:00Z', { result: 'ประชุมครั้งที่ 2', obstacle: 'โควิด' }],
      ['1', '2021-03-05T00:00:00Z', { result: 'ประชุมครั้งที่ 2 ผู้เข้าร่วม 30 คน', obstacle: '' }],
    ]);
    expect(row.result).toEqual([
      { text: 'ประชุมครั้งที่ 1', day: '2021-01-05' },
      { text: 'ประชุมครั้งที่ 2 ผู้เข้าร่วม 30 คน', day: '2021-03-05' },
    ]);
    expect(row.obstacle).toEqual([]);
    expect(row.suggestion).toBeNull();
  });

  it('knows a status that follows from a report, and a percentage that follows from the status', () => {
    expect(one([['1', '2021-01-05T00:00:00Z', { result: 'จัดแล้ว' }]])).toMatchObject({
      status: 'in_progress',
      statusSaid: false,
    });
    expect(one([])).toMatchObject({ status: 'not_started', statusSaid: false, percent: null });
    expect(
      one([
        ['1', '2021-01-05T00:00:00Z', { percent: 40 }],
        ['1', '2021-02-05T00:00:00Z', { status: 'completed' }],
      ]).percent,
    ).toBe(100);
    expect(one([['1', '2021-02-05T00:00:00Z', { status: 'completed', percent: 95 }]]).percent).toBe(95);
  });

  it('names the branch that keeps the money of a leaf without a budget', () => {
    const plan = planOf([
      activityOf('1', { leaf: false, budget: 5_000_00 }),
      activityOf('1.1', { parent: '1', order: 1, level: 1, budget: 2_000_00 }),
      activityOf('1.2', { parent: '1', order: 2, level: 1 }),
      activityOf('2', { order: 3 }),
    ]);
    const model = modelOf({ plan, updates: [] });
    expect(rowOf(model, '1.2')).toMatchObject({ budget: null, budgetIn: '1.' });
    expect(rowOf(model, '2')).toMatchObject({ budget: null, budgetIn: null });
    expect(rowOf(model, '1')).toMatchObject({ budget: 5_000_00, below: { budget: 2_000_00 } });
    expect(model.totals.budget).toBe(5_000_00);
  });

  it('lists evidence once, and says of missing evidence that it was erased', () => {
    const known: ReportEvidence = {
      id: 'a',
      name: 'ภาพ.jpg',
      mediaType: 'image/jpeg',
      sha256: 'ff',
      sentBy: null,
      sentAt: null,
      erased: false,
    };
    const row = one(
      [
        ['1', '2021-01-05T00:00:00Z', {}, { evidence: ['a', 'gone'] }],
        ['1', '2021-01-06T00:00:00Z', {}, { evidence: ['a'] }],
      ],
      { evidence: [known] },
    );
    expect(row.evidence.map(({ id, erased }) => [id, erased])).toEqual([
      ['a', false],
      ['gone', true],
    ]);
    expect(row.status).toBe('in_progress');
  });

  it('rolls up so that every branch and the whole are the sums of their leaves, whatever was reported', () => {
    const plan = largePlan(4);
    const leaves = plan.activities.filter((activity) => activity.leaf).map((activity) => activity.code);
    const report = fc.record({
      code: fc.constantFrom(...leaves),
      spent: fc.option(fc.integer({ min: 0, max: 1e9 })),
      status: fc.option(fc.constantFrom<Status>('not_started', 'in_progress', 'completed', 'cancelled')),
    });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 60 }), (reports) => {
        const updates = reports.map(({ code, spent, status }, index) =>
          updateOf(
            code,
            new Date(Date.UTC(2021, 0, 1) + index * 60_000).toISOString(),
            { spent, status },
            { seq: index + 1 },
          ),
        );
        const model = modelOf({ plan, updates });
        const under = (code: string) =>
          model.rows.filter((row) => row.leaf && row.code.startsWith(`${code}.`));
        const sum = (rows: ReportRow[]) => rows.reduce((total, row) => total + (row.spent ?? 0), 0);
        for (const row of model.rows) {
          if (row.leaf) continue;
          expect(row.below?.spent).toBe(sum(under(row.code)));
          expect(row.spent ?? 0).toBe(sum(under(row.code)));
        }
        expect(model.totals.spent).toBe(sum(model.rows.filter((row) => row.leaf)));
        expect(Object.values(model.totals.byStatus).reduce((total, count) => total + count, 0)).toBe(
          leaves.length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the report as JSON', () => {
  it('has exactly the public members, money in baht, null where nobody reported', () => {
    const json = toReportJson(modelOf({ updates: seedUpdates().slice(0, 1) }));
    expect(Object.keys(json)).toEqual(['office', 'fiscalYear', 'period', 'asOf', 'frozen', 'rows', 'totals']);
    expect(Object.keys(json.rows[0] ?? {}).join(',')).toBe(
      'code,label,name,level,budget,spent,status,percent,actual,result,obstacle,suggestion,remark,reportedBy,reportedAt,late,evidence',
    );
    expect(json).toMatchObject({
      office: office.name,
      fiscalYear: 2564,
      frozen: false,
      asOf: '2021-03-31T09:30:00.000Z',
    });
    expect(json.totals).toEqual({
      budget: 200_000,
      spent: 0,
      byStatus: { not_started: 10, in_progress: 0, completed: 1, cancelled: 0 },
    });
    expect(json.rows).toHaveLength(16);
    const row = (code: string) => json.rows.find((one) => one.code === code);
    expect(row('1')).toMatchObject({ budget: 100_000, level: 0, reportedBy: null, reportedAt: null });
    expect(row('1.1.1')).toMatchObject({
      budget: 3_000,
      status: 'completed',
      reportedBy: 'สมชาย ใจดี',
      obstacle: '',
      suggestion: null,
    });
    expect(row('5')).toMatchObject({
      reportedBy: null,
      reportedAt: null,
      result: null,
      status: 'not_started',
    });
  });

  it('gives the rows of the real report back', () => {
    const json = toReportJson(modelOf());
    for (const seed of seedReport.rows) {
      const row = json.rows.find((one) => one.code === seed.code);
      expect(row?.budget).toBe(seed.budgetBaht);
      if (seed.result !== 'อยู่ในระหว่างการดำเนินงาน') expect(row?.result).toBe(seed.result);
      if (seed.impliedStatus) expect(row?.status).toBe(seed.impliedStatus);
    }
  });
});

describe('a correction', () => {
  const first = { result: 'อบรมครูโรงเรียนวัดเหนือ' };
  const again = { result: 'อบรมครูโรงเรียนวัดใต้' };
  const results = (updates: Parameters<typeof one>[0]) => one(updates).result?.map(({ text }) => text);

  it('stands in the place of the text it corrects', () => {
    expect(
      results([
        ['1', '2021-01-05T00:00:00Z', { result: 'ประชุมเตรียมการ' }, { id: 'a' }],
        ['1', '2021-02-05T00:00:00Z', first, { id: 'b' }],
        ['1', '2021-02-06T00:00:00Z', again, { id: 'c', corrects: 'b' }],
      ]),
    ).toEqual(['ประชุมเตรียมการ', 'อบรมครูโรงเรียนวัดใต้']);
  });

  it('may be shorter than what stood, and be corrected itself', () => {
    expect(
      results([
        ['1', '2021-02-05T00:00:00Z', { result: 'อบรมครู 120 คน วันที่ 5' }, { id: 'a' }],
        ['1', '2021-02-06T00:00:00Z', { result: 'อบรมครู 120 คน' }, { id: 'b', corrects: 'a' }],
        ['1', '2021-02-07T00:00:00Z', { result: 'อบรมครู 12 คน' }, { id: 'c', corrects: 'b' }],
      ]),
    ).toEqual(['อบรมครู 12 คน']);
  });

  it('means the text that stood last where the corrected report had none', () => {
    expect(
      results([
        ['1', '2021-02-05T00:00:00Z', first, { id: 'a' }],
        ['1', '2021-02-06T00:00:00Z', { spent: 500_00 }, { id: 'b' }],
        ['1', '2021-02-07T00:00:00Z', again, { id: 'c', corrects: 'b' }],
      ]),
    ).toEqual(['อบรมครูโรงเรียนวัดใต้']);
  });

  it('leaves other texts alone, and gives the old one back when it is undone', () => {
    const by = { member: 'm', name: 'ก', position: '' };
    const updates: Parameters<typeof one>[0] = [
      ['1', '2021-02-05T00:00:00Z', { ...first, obstacle: 'โควิด' }, { id: 'a' }],
      ['1', '2021-02-06T00:00:00Z', again, { id: 'b', corrects: 'a' }],
    ];
    expect(one(updates).obstacle?.map(({ text }) => text)).toEqual(['โควิด']);
    const undone = { id: 'b', corrects: 'a', voided: { at: new Date('2021-02-07T00:00:00Z'), by } };
    expect(results([updates[0]!, ['1', '2021-02-06T00:00:00Z', again, undone]])).toEqual([first.result]);
    const firstUndone = { id: 'a', voided: undone.voided };
    expect(
      results([
        ['1', '2021-02-04T00:00:00Z', { result: 'ประชุมเตรียมการ' }, { id: 'z' }],
        ['1', '2021-02-05T00:00:00Z', first, firstUndone],
        ['1', '2021-02-06T00:00:00Z', again, { id: 'b', corrects: 'a' }],
      ]),
    ).toEqual(['ประชุมเตรียมการ', again.result]);
  });
});
