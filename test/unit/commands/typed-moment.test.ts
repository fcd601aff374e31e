/** A day or a moment as administrators type it: one reader, which takes no year of the Buddhist era for one to come. */
import { describe, expect, it } from 'vitest';
import { holidaysScript } from '../../../scripts/holidays.ts';
import { jobScript } from '../../../scripts/job.ts';
import { reportScript } from '../../../scripts/report.ts';
import { understandScript } from '../../../scripts/understand.ts';
import { jobs } from '../../../src/jobs/index.ts';
import { readTypedDay, readTypedMoment } from '../../../src/text/typed-moment.ts';
import { type Ran, runAdmin } from '../../helpers/admin.ts';

describe('a typed day', () => {
  it.each([
    ['2021-05-31', { ok: true, day: '2021-05-31' }],
    ['๒๐๒๑-๐๕-๓๑ ', { ok: true, day: '2021-05-31' }],
    ['2564-05-31', { ok: false, meant: '2021-05-31' }],
    ['๒๕๖๗-๐๒-๒๙', { ok: false, meant: '2024-02-29' }],
    ['2564-02-29', { ok: false, meant: null }],
    ['2021-02-30', { ok: false, meant: null }],
    ['2021-05-31T08:00', { ok: false, meant: null }],
    ['31/05/2564', { ok: false, meant: null }],
    ['', { ok: false, meant: null }],
  ])('%j', (typed, read) => {
    expect(readTypedDay(typed)).toEqual(read);
  });
});

describe('a typed moment', () => {
  it.each([
    ['2021-03-15', '2021-03-14T17:00:00.000Z'],
    ['2021-03-15T08:30', '2021-03-15T01:30:00.000Z'],
    ['2021-03-15T08:30:15Z', '2021-03-15T08:30:15.000Z'],
    ['2021-03-15T08:30+0900', '2021-03-14T23:30:00.000Z'],
  ])('%j', (typed, at) => {
    expect(readTypedMoment(typed)).toEqual({ ok: true, at: new Date(at) });
  });

  it('is the last of its day where a day counts to its end', () => {
    expect(readTypedMoment('2021-03-15', 'end')).toEqual({
      ok: true,
      at: new Date('2021-03-15T16:59:59.999Z'),
    });
  });

  it.each([
    ['2564-03-15T08:30', '2021-03-15T08:30'],
    ['2021-03-15T25:00', null],
  ])('refuses %j', (typed, meant) => {
    expect(readTypedMoment(typed)).toEqual({ ok: false, meant });
  });
});

// none of them comes to a database
describe('a command', () => {
  const half = ['--fiscal-year', '2564', '--half', '1', '--format', 'json'];
  it.each<[string, (day: string) => Promise<Ran>]>([
    ...jobs.map(({ name }): [string, (day: string) => Promise<Ran>] => [
      `at (${name})`,
      (day) => runAdmin(jobScript, [name, '--at', day, '--yes']),
    ]),
    ['add', (day) => runAdmin(holidaysScript, ['--add', day, '--name', 'วันหยุด'])],
    ['open', (day) => runAdmin(holidaysScript, ['--open', day])],
    ['remove', (day) => runAdmin(holidaysScript, ['--remove', day])],
    ['as-of', (day) => runAdmin(reportScript, [...half, '--as-of', day])],
    ['today', (day) => runAdmin(understandScript, ['1.2 เสร็จแล้ว', '--today', day])],
  ])('names the year in A.D. to type: --%s', async (flag, run) => {
    const [name] = flag.split(' ');
    const refused = await run('2564-05-31');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('พ.ศ.');
    expect(refused.err).toContain(`--${name} 2021-05-31`);
    expect((await run('31/05/64')).err).toMatch(/ค\.ศ\..*31\/05\/64/);
  });
});
