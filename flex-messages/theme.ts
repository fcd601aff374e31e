/** The one theme of all cards: colours (text on them reaches 4.5 : 1), sizes and status signs; read by every part. */
import type { Status } from '../src/domain/activity.ts';

export interface Tone {
  /** Ground of strips and signs. */
  fill: string;
  /** Text on `fill`. */
  onFill: string;
  /** The same tone as text on paper or on `soft`. */
  ink: string;
  /** Ground of quiet boxes. */
  soft: string;
  /** Tells the tone without its colour. */
  sign: string;
}

export type ToneName = Status | 'overdue' | 'plain';

/** U+FE0E asks for the plain glyph where a phone would draw an emoji. */
const PLAIN_GLYPH = '\ufe0e';

export const tones: Record<ToneName, Tone> = {
  completed: { fill: '#17703A', onFill: '#FFFFFF', ink: '#146233', soft: '#E7F4EB', sign: '✓' },
  in_progress: {
    fill: '#1D5DB3',
    onFill: '#FFFFFF',
    ink: '#1A549F',
    soft: '#E8F0FA',
    sign: `▶${PLAIN_GLYPH}`,
  },
  not_started: { fill: '#5A6472', onFill: '#FFFFFF', ink: '#535D6A', soft: '#EEF0F3', sign: '○' },
  cancelled: { fill: '#981B1E', onFill: '#FFFFFF', ink: '#8E191C', soft: '#FBEBEB', sign: '✕' },
  overdue: { fill: '#F4B223', onFill: '#2B1D00', ink: '#7F5200', soft: '#FDF3DC', sign: '!' },
  plain: { fill: '#0F5560', onFill: '#FFFFFF', ink: '#0F5560', soft: '#E6F0F1', sign: 'i' },
};

export const colours = {
  paper: '#FFFFFF',
  ink: '#1A2129',
  /** Headings of rows, small print. */
  dim: '#59636F',
  line: '#DFE4EA',
  soft: '#F2F4F7',
  /** Ground of buttons that are not the likely one; LINE writes on it in #111111. */
  button: '#E6EAF0',
  /** The empty part of a bar. */
  track: '#DFE4EA',
};

/** LINE's size names: `md` is 16 px, `sm` 14 px; nothing is smaller. */
export const sizes = { body: 'md', small: 'sm', heading: 'lg' } as const;

/** How many rows a list shows before it goes on in another card. */
export const ROWS_A_CARD = 10;

/** The same for items that show all fields of a report: each takes half a screen. */
export const REPORTS_A_CARD = 5;

/** UTF-16 units of free text shown; the rest stays in the record. They keep a bubble under LINE's 30 KB. */
export const SHOWN_UNITS = {
  /** A card's headline. */
  name: 200,
  /** The same name in a row of a list: two lines. */
  rowName: 120,
  /** The words a field was read from. */
  words: 80,
  /** One line beside a heading. */
  value: 60,
  paragraph: 300,
  /** An answer to choose: three lines. */
  choice: 160,
  /** A text among those of other reports. */
  compact: 110,
} as const;
