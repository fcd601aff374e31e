/** What a public holiday is called and how it comes about; the vocabulary of the holiday tables. */

export const HOLIDAY_NAMES = [
  'nawamin',
  'chulalongkorn',
  'national-day',
  'constitution',
  'new-year-eve',
  'new-year',
  'makha',
  'chakri',
  'songkran',
  'coronation',
  'ploughing',
  'visakha',
  'queen-birthday',
  'asalha',
  'lent',
  'king-birthday',
  'mother-day',
  'special',
] as const;
export type HolidayName = (typeof HOLIDAY_NAMES)[number];

/** Where each kind of entry comes from. */
export const HOLIDAY_KINDS = {
  fixed: 'the yearly list of official holidays announced by the Office of the Prime Minister',
  lunar: 'the same list; its day follows the Thai lunar calendar',
  royal: 'the same list; the palace names its day each year',
  substitute: 'the rule of the cabinet: one working day after holidays that fall on a weekend',
  cabinet: 'a decision of the cabinet: a special day, or a substitute put on another day',
} as const;
export type HolidayKind = keyof typeof HOLIDAY_KINDS;

/** certain = announced, or the same day every year; expected = calculated, may still be moved. */
export type Certainty = 'certain' | 'expected';

/** ISO day, holiday, how it comes about, and how certain it is (certain when left out). */
export type HolidayRow = readonly [day: string, name: HolidayName, kind: HolidayKind, certainty?: Certainty];
