/** The monthly chart: what it says, that nothing breaks out of it, that the renderer really draws it inside its edges. */
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../src/domain/activity.ts';
import { foldUpdates } from '../../../src/domain/update.ts';
import { chartPng } from '../../../src/reports/chart.ts';
import { chartSvg } from '../../../src/reports/chart-svg.ts';
import { linesOf, svgText, widthOf } from '../../../src/reports/chart-text.ts';
import { chartView, type ChartView } from '../../../src/reports/chart-view.ts';
import { texts } from '../../../src/text/index.ts';
import { ACTS, samplePlan, updateOf } from '../reminders/world.ts';
import { type Pixels, pixelsOf } from './png.ts';

const unbroken = texts('th').reports.unbroken;

function view(change: Partial<ChartView> = {}): ChartView {
  const updates = ACTS.filter(([day]) => day < '2021-04-01').map((act, index) => updateOf(act, index + 1));
  const states = Object.fromEntries(
    [...Map.groupBy(updates, (update) => update.activity)].map(([code, own]) => [code, foldUpdates(own)]),
  );
  const input = { plan: samplePlan(), month: '2021-03', day: '2021-04-01', states, before: null };
  return { ...chartView(input, 'สำนักงานเขตพื้นที่การศึกษา', 'th'), ...change };
}

/** The words of the picture, as they are read, the renderer's spelling of sara am undone. */
function wordsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((found) =>
    (found[1] ?? '').replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33').replace(/&quot;/g, '"'),
  );
}

/** Whether a column of pixels is all white. */
function isBlank(png: Pixels, column: number): boolean {
  for (let y = 0; y < png.height; y += 1) {
    const at = (y * png.width + column) * 4;
    if (png.data[at] !== 255 || png.data[at + 1] !== 255 || png.data[at + 2] !== 255) return false;
  }
  return true;
}

describe('what the chart says', () => {
  it('shows every status in words with its count, the money and the date', () => {
    const shown = wordsOf(chartSvg(view()));
    const { words } = texts('th');
    for (const status of STATUSES) expect(shown).toContain(words.status[status]);
    expect(shown.slice(0, 3)).toEqual([
      'ผลการดำเนินงาน มีนาคม 2564',
      'สำนักงานเขตพื้นที่การศึกษา',
      'ข้อมูล ณ วันที่ 1 เม.ย. 64',
    ]);
    const after = (word: string): string | undefined => shown[shown.indexOf(word) + 1];
    expect(after(words.status.completed)).toBe('5');
    expect(after(words.status.not_started)).toBe('6');
    expect(after(words.status.cancelled)).toBe('0');
    expect(after('เลยกำหนด')).toBe('1');
    expect(after('ได้รับจัดสรร')).toBe('200,000 บาท');
    expect(after('ใช้ไป')).toBe('57,500 บาท (29%)');
    expect(shown).toContain('45%');
    expect(shown).toContain('เลยกำหนด 1 · เสร็จ 0/1');
    expect(shown).toContain('32,500 / 100,000 บาท');
  });

  it('tells when more was spent than allotted, and when no money is in the plan', () => {
    const { figures } = view();
    expect(wordsOf(chartSvg(view({ figures: { ...figures, budget: 10_000, spent: 15_000 } })))).toContain(
      '! เกินงบ',
    );
    expect(wordsOf(chartSvg(view({ figures: { ...figures, budget: 0, spent: 0 } })))).toContain(
      'ไม่ใช้งบประมาณ',
    );
  });

  it('counts the activities it has no room for', () => {
    const [row] = view().rows;
    const rows = Array.from({ length: 11 }, () => row!);
    expect(wordsOf(chartSvg(view({ rows }))).at(-1)).toBe('และอีก 3 กิจกรรม');
  });

  it('speaks English', () => {
    expect(wordsOf(chartSvg(view({ language: 'en' })))).toContain('Progress in March 2021');
  });
});

describe('text in the chart', () => {
  it('spells sara am so that it is drawn right, with the tone mark above it', () => {
    expect(svgText('ดำ น้ำ')).toBe('ด\u0E4D\u0E32 น\u0E4D\u0E49\u0E32');
  });

  it('cuts lines between words, keeps brackets with their words, and marks what was left out', () => {
    const name = 'กิจกรรมศึกษาดูงานเขตพื้นที่สุจริตต้นแบบ (สพป.กำแพงเพชร เขต 1)';
    const at = (width: number, most: number): string[] => linesOf(name, { width, size: 34, most, unbroken });
    expect(at(900, 2)).toEqual(['กิจกรรมศึกษาดูงานเขตพื้นที่สุจริตต้นแบบ', '(สพป.กำแพงเพชร เขต 1)']);
    expect(at(500, 1)).toEqual(['กิจกรรมศึกษาดูงานเขตพื้นที่…']);
  });

  it('cuts any text into lines that fit, losing nothing but space', () => {
    const letters = fc.constantFrom(
      'กำ',
      'น้ำ',
      'ที่',
      'ปั๊ม',
      'ฝึก',
      ' ',
      'A',
      'W',
      'i',
      'ล้ม',
      '(',
      ')',
      '“',
      '”',
      '/',
      '๙',
      'งบประมาณ',
      'ธรรมาภิบาล',
      '\u200b',
      '<&>"',
    );
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }),
        fc.integer({ min: 120, max: 900 }),
        (parts, width) => {
          const text = parts.join('');
          const lines = linesOf(text, { width, size: 34, most: 99, unbroken });
          for (const line of lines) expect(widthOf(line, 34)).toBeLessThanOrEqual(width);
          const bare = (words: string): string => words.replace(/[\s\u200b]/g, '').normalize('NFC');
          expect(bare(lines.join(''))).toBe(bare(text));
        },
      ),
    );
  });

  it('stays inside its edges and well-formed whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.nat(),
        fc.nat(),
        (name, spent, budget) => {
          const { figures } = view();
          const rows = [{ label: '1.', name, figures: { ...figures, spent, budget } }];
          const svg = chartSvg(view({ office: name, rows, figures: { ...figures, spent, budget } }));
          const box = new Resvg(svg, { font: { loadSystemFonts: false } });
          expect([box.width, svg.includes('\u200b')]).toEqual([1040, false]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the picture', () => {
  it('draws the longest names of the plan inside its edges', async () => {
    const [row] = view().rows;
    const rows = samplePlan()
      .activities.filter((activity) => activity.leaf)
      .map(({ label, name }) => ({ label, name: `${name} ${name}`, figures: row!.figures }));
    const figures = { ...view().figures, spent: 999_999_999_999_999 };
    const png = pixelsOf(await chartPng(view({ rows, figures })));
    expect(png.width).toBe(1040);
    expect([isBlank(png, 20), isBlank(png, 1020), isBlank(png, 60)]).toEqual([true, true, false]);
  });

  it('is drawn with its own font: Thai letters leave ink where a font without them leaves none', async () => {
    const ink = async (office: string): Promise<number> => {
      const png = pixelsOf(await chartPng(view({ office }), 520));
      return png.data.filter((value, index) => index % 4 === 0 && value < 128).length;
    };
    expect(await ink('กขคงจฉชซ'.repeat(4))).toBeGreaterThan((await ink('.')) + 400);
  });

  it('is small enough for LINE, as a preview too', async () => {
    expect((await chartPng(view())).length).toBeLessThan(1_000_000);
    expect(pixelsOf(await chartPng(view(), 240)).width).toBe(240);
  });
});
