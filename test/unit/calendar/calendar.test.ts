/** Working days of government offices: the table of holidays, an office's own days, counting, quiet hours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarOf,
  firstWorkingDayOfMonth,
  isQuiet,
  isWorkingDay,
  nextOpenMoment,
  nextWorkingDay,
  weekdayOf,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
} from '../../../src/domain/calendar.ts';
import { addDays, fiscalYearPeriod, momentInBangkok } from '../../../src/domain/fiscal-year.ts';
import { HOLIDAYS, holidaysOn, HOLIDAY_YEARS } from '../../../src/domain/holidays.ts';
import { HOLIDAY_KINDS, HOLIDAY_NAMES } from '../../../src/domain/holidays-kinds.ts';

const office = calendarOf();
const FIRST = '2019-10-01';
const SPAN = 4017;
const day = fc.integer({ min: 0, max: SPAN }).map((offset) => addDays(FIRST, offset));

describe('the table of holidays', () => {
  it('closes offices on exactly these weekdays of fiscal year 2564', () => {
    const { start, end } = fiscalYearPeriod(2564);
    const closed: string[] = [];
    for (let at = start; at <= end; at = addDays(at, 1)) {
      if (weekdayOf(at) <= 5 && !isWorkingDay(office, at)) closed.push(at);
    }
    expect(closed).toEqual([
      '2020-10-13',
      '2020-10-23',
      '2020-11-19',
      '2020-11-20',
      '2020-12-10',
      '2020-12-11',
      '2020-12-31',
      '2021-01-01',
      '2021-02-12',
      '2021-02-26',
      '2021-04-06',
      '2021-04-12',
      '2021-04-13',
      '2021-04-14',
      '2021-04-15',
      '2021-05-04',
      '2021-05-10',
      '2021-05-26',
      '2021-06-03',
      '2021-07-26',
      '2021-07-28',
      '2021-08-12',
      '2021-09-24',
    ]);
  });

  it.each([
    ['2020-12-07', 'the substitute of 5 December 2020 was moved to the 11th'],
    ['2021-07-27', 'the special day was taken back'],
    ['2021-10-25', 'the substitute of 23 October 2021 was moved to the 22nd'],
    ['2023-01-03', 'two holidays in a row on a weekend have one substitute'],
    ['2024-01-02', 'the substitute of 31 December 2023 was moved to the 29th'],
    ['2020-04-13', 'Songkran 2020 was put off'],
    ['2021-05-03', 'Labour Day closes banks, not offices'],
  ])('keeps offices open on %s: %s', (open) => {
    expect(isWorkingDay(office, open)).toBe(true);
  });

  it.each(['2020-07-27', '2020-09-04', '2021-10-22', '2023-12-29', '2025-06-02', '2026-01-02'])(
    'closes them on %s by decision of the cabinet',
    (closed) => {
      expect(isWorkingDay(office, closed)).toBe(false);
      expect(holidaysOn(closed).map(({ kind }) => kind)).toEqual(['cabinet']);
    },
  );

  it('is in order, names every holiday, covers every fiscal year and has no special days on weekends', () => {
    expect(HOLIDAYS.map((holiday) => holiday.day)).toEqual(HOLIDAYS.map((holiday) => holiday.day).toSorted());
    expect(new Set(HOLIDAYS.map(({ name }) => name))).toEqual(new Set(HOLIDAY_NAMES));
    expect(Object.keys(HOLIDAY_KINDS).every((kind) => HOLIDAYS.some((it) => it.kind === kind))).toBe(true);
    for (const holiday of HOLIDAYS) {
      if (holiday.kind === 'substitute' || holiday.kind === 'cabinet')
        expect(weekdayOf(holiday.day)).toBeLessThan(6);
    }
    for (let year: number = HOLIDAY_YEARS.first; year <= HOLIDAY_YEARS.last; year += 1) {
      const { start, end } = fiscalYearPeriod(year);
      const names = new Set(
        HOLIDAYS.filter((it) => it.day >= start && it.day <= end).map(({ name }) => name),
      );
      // The palace has not named the ploughing days after 2026, and special days come as they come.
      expect([...HOLIDAY_NAMES].filter((name) => !names.has(name) && name !== 'special')).toEqual(
        year <= 2569 ? [] : ['ploughing'],
      );
    }
  });

  it('gives each weekend holiday a working day off near it, once for a run of them', () => {
    const substitutes = HOLIDAYS.filter((it) => it.kind === 'substitute' || it.kind === 'cabinet');
    for (const holiday of HOLIDAYS.filter((it) => weekdayOf(it.day) > 5)) {
      const near = substitutes.filter(
        (it) => it.day >= addDays(holiday.day, -2) && it.day <= addDays(holiday.day, 6),
      );
      expect(near, `${holiday.day} ${holiday.name}`).not.toEqual([]);
    }
  });

  it('calls the days of the moon after 2027 expected, everything announced certain', () => {
    for (const { day: at, kind, certainty } of HOLIDAYS) {
      const later = at >= '2028-01-01' && (kind === 'lunar' || kind === 'substitute');
      expect([at, certainty]).toEqual([at, later ? 'expected' : 'certain']);
    }
  });
});

describe('an office of its own', () => {
  const own = calendarOf({
    closed: ['2021-03-15', '2021-03-20'],
    open: ['2021-03-20', '2021-03-27', '2021-04-06'],
  });

  it('is closed on its own holidays and open on days it works', () => {
    expect(isWorkingDay(own, '2021-03-15')).toBe(false);
    expect(isWorkingDay(own, '2021-03-27')).toBe(true);
    expect(isWorkingDay(own, '2021-04-06')).toBe(true);
    expect(isWorkingDay(office, '2021-04-06')).toBe(false);
  });

  it('takes a day in both lists as closed', () => {
    expect(isWorkingDay(own, '2021-03-20')).toBe(false);
  });

  it('refuses to look for a working day in an office that has none', () => {
    const never = calendarOf({
      closed: Array.from({ length: 800 }, (_, at) => addDays(FIRST, at)),
      open: [],
    });
    expect(() => nextWorkingDay(never, FIRST)).toThrow(RangeError);
  });
});

describe('counting working days', () => {
  it('steps over Songkran 2021', () => {
    expect(nextWorkingDay(office, '2021-04-09')).toBe('2021-04-16');
    expect(addWorkingDays(office, '2021-04-09', 2)).toBe('2021-04-19');
    expect(addWorkingDays(office, '2021-04-16', -1)).toBe('2021-04-09');
    expect(workingDaysBetween(office, '2021-04-09', '2021-04-19')).toBe(2);
    expect(firstWorkingDayOfMonth(office, '2021-01')).toBe('2021-01-04');
    expect(firstWorkingDayOfMonth(office, '2021-08')).toBe('2021-08-02');
    expect(workingDayUpTo(office, '2021-02-28')).toBe('2021-02-25');
    expect(workingDayFrom(office, '2021-02-26')).toBe('2021-03-01');
  });

  it('ends every step on a working day, strictly further on', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const to = addWorkingDays(office, from, count);
        expect(isWorkingDay(office, to)).toBe(true);
        expect(workingDaysBetween(office, from, to)).toBe(count);
        expect(addWorkingDays(office, from, 0)).toBe(from);
      }),
    );
  });

  it('goes back the way it came from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (any, count) => {
        const from = workingDayFrom(office, any);
        expect(addWorkingDays(office, addWorkingDays(office, from, count), -count)).toBe(from);
      }),
    );
  });

  it('adds up over a day in between and changes sign the other way round', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [first, middle, last] = [a, b, c].toSorted() as [string, string, string];
        expect(workingDaysBetween(office, first, last)).toBe(
          workingDaysBetween(office, first, middle) + workingDaysBetween(office, middle, last),
        );
        expect(workingDaysBetween(office, last, first) + workingDaysBetween(office, first, last)).toBe(0);
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { from: '18:00', until: '08:00' };

  it.each([
    ['2021-03-15', '07:59', true],
    ['2021-03-15', '08:00', false],
    ['2021-03-15', '17:59', false],
    ['2021-03-15', '18:00', true],
    ['2021-03-13', '12:00', true],
    ['2021-04-13', '12:00', true],
  ])('on %s at %s: %s', (on, time, quiet) => {
    expect(isQuiet(office, night, momentInBangkok(on, time))).toBe(quiet);
  });

  it('opens again in the morning, after the weekend, after the holidays', () => {
    const opens = (on: string, time: string): string =>
      nextOpenMoment(office, night, momentInBangkok(on, time)).toISOString();
    expect(opens('2021-03-15', '03:00')).toBe('2021-03-15T01:00:00.000Z');
    expect(opens('2021-03-15', '09:30')).toBe('2021-03-15T02:30:00.000Z');
    expect(opens('2021-03-12', '18:30')).toBe('2021-03-15T01:00:00.000Z');
    expect(opens('2021-04-09', '20:00')).toBe('2021-04-16T01:00:00.000Z');
  });

  it('never opens into quiet and never before the moment asked about', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const clock = minute.map(
      (at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
    );
    fc.assert(
      fc.property(day, clock, clock, clock, (on, time, from, until) => {
        const at = momentInBangkok(on, time);
        const open = nextOpenMoment(office, { from, until }, at);
        expect(open >= at).toBe(true);
        expect(isQuiet(office, { from, until }, open)).toBe(false);
      }),
    );
  });
});
