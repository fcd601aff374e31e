import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, diffReports, hashReport } from '../../../src/domain/report-versions.ts';
import { activityOf, modelOf, planOf, seedUpdates, updateOf } from './sample.ts';

describe('versions of a report', () => {
  it('have the same fingerprint for the same content, frozen or not, also after storage', () => {
    const model = modelOf();
    expect(hashReport(modelOf({ updates: seedUpdates().reverse(), frozen: true }))).toBe(hashReport(model));
    expect(hashReport(JSON.parse(JSON.stringify(model)))).toBe(hashReport(model));
    expect(hashReport(model)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('have another fingerprint when one satang differs', () => {
    const changed = [...seedUpdates(), updateOf('2', '2021-03-30T00:00:00Z', { spent: 1 }, { seq: 2 })];
    expect(hashReport(modelOf({ updates: changed }))).not.toBe(hashReport(modelOf()));
  });

  it('canonical JSON does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('name what changed, field by field, late where it came late', () => {
    const before = modelOf();
    const late = updateOf(
      '2',
      '2021-04-05T00:00:00Z',
      { status: 'completed', spent: 14_500_00 },
      { seq: 2, evidence: ['a'] },
    );
    const after = modelOf({ updates: [...seedUpdates(), late], now: new Date('2021-04-10T00:00:00Z') });
    const row = { code: '2', label: '2.', kind: 'changed', late: true };
    expect(diffReports(before, after)).toEqual([
      { ...row, field: 'status', before: 'in_progress', after: 'completed' },
      { ...row, field: 'percent', before: null, after: 100 },
      { ...row, field: 'spent', before: null, after: 14_500 },
    ]);
    expect(diffReports(before, modelOf())).toEqual([]);
  });

  it('name activities that came and went', () => {
    const before = modelOf({ plan: planOf([activityOf('1'), activityOf('2', { order: 1 })]), updates: [] });
    const after = modelOf({ plan: planOf([activityOf('1'), activityOf('3', { order: 1 })]), updates: [] });
    expect(diffReports(before, after)).toEqual([
      { kind: 'added', code: '3', label: '3.', name: 'กิจกรรม 3' },
      { kind: 'removed', code: '2', label: '2.', name: 'กิจกรรม 2' },
    ]);
  });
});
