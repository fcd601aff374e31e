/** Ugly but ordinary plans come in right, or are asked about and never called ready. */
import Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { isReady } from '../../../src/plan-import/understand.ts';
import { understood } from './open.ts';
import { type Ugly, uglyPlans } from './ugly-plans.ts';

async function fileOf({ sheets, merges = {} }: Ugly): Promise<Buffer> {
  const book = new Excel.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow(row);
    for (const range of merges[name] ?? []) sheet.mergeCells(range);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('ugly plans', () => {
  it.each(uglyPlans.map((ugly) => [ugly.name, ugly] as const))('%s', async (_name, ugly) => {
    const outcome = await understood(await fileOf(ugly));
    const { form, total, findings } = outcome;
    expect(isReady(outcome)).toBe(ugly.total !== null);
    if (ugly.total !== null) expect(total).toBe(Math.round(ugly.total * 100));
    if (ugly.count !== undefined) expect(form.activities).toHaveLength(ugly.count);
    const by = new Map(form.activities.map((activity) => [activity.code, activity]));
    for (const [code, baht] of Object.entries(ugly.has ?? {}))
      expect([code, by.get(code)?.budget]).toEqual([code, baht === null ? null : Math.round(baht * 100)]);
    for (const [code, months] of Object.entries(ugly.months ?? {}))
      expect([code, by.get(code)?.months.join(' ')]).toEqual([code, months]);
    for (const [code, name] of Object.entries(ugly.names ?? {}))
      expect([code, by.get(code)?.name]).toEqual([code, name]);
    const kinds = findings.map(({ kind }) => kind as string);
    for (const kind of ugly.says ?? []) expect(kinds).toContain(kind);
  });
});
