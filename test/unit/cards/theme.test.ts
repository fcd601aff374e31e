import { expect, test } from 'vitest';
import { STATUSES } from '../../../src/domain/activity.ts';
import { texts } from '../../../src/text/index.ts';
import { colours, tones } from '../../../flex-messages/theme.ts';
import { graphemes } from '../../../src/line/limits.ts';

/** Relative luminance after WCAG 2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('the measure itself: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#17703A', '#17703A')).toBe(1);
});

const pairs = [
  ...Object.entries(tones).flatMap(([name, tone]) => [
    [`${name} strip`, tone.onFill, tone.fill],
    [`${name} on paper`, tone.ink, colours.paper],
    [`${name} on soft`, tone.ink, tone.soft],
  ]),
  ['ink', colours.ink, colours.paper],
  ['ink on soft', colours.ink, colours.soft],
  ['dim', colours.dim, colours.paper],
  ['dim on soft', colours.dim, colours.soft],
  ['dim on a command', colours.dim, tones.plain.soft],
  ['white on the primary button', '#FFFFFF', tones.plain.fill],
  ['LINE black on other buttons', '#111111', colours.button],
] as [string, string, string][];

test.each(pairs)('%s has a contrast of at least 4.5', (_, text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test('no two tones share a sign, so that colour is never alone', () => {
  const signs = Object.values(tones).map((tone) => tone.sign);
  expect(new Set(signs).size).toBe(signs.length);
  expect(signs.every((sign) => sign !== '')).toBe(true);
});

test('statuses are worded as the official report prints them', () => {
  expect(STATUSES.map((status) => texts('th').words.status[status])).toEqual([
    'ยังไม่ดำเนินการ',
    'อยู่ในระหว่างการดำเนินงาน',
    'ดำเนินการเสร็จสิ้น',
    'ไม่ได้ดำเนินการ',
  ]);
});

test.each(['th', 'en'] as const)('button words in %s fit a quick reply', (language) => {
  const { button, statusShort } = texts(language).words;
  for (const label of [...Object.values(button), ...Object.values(statusShort)]) {
    expect(graphemes(label), label).toBeLessThanOrEqual(20);
  }
});
