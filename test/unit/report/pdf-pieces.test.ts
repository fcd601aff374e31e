import { beforeAll, describe, expect, it } from 'vitest';
import { reportContent, type ReportContent } from '../../../src/reports/content.ts';
import { makeReport } from '../../../src/reports/index.ts';
import { joinPdfs } from '../../../src/reports/pdf-join.ts';
import { type PdfPart, splitReport, pieceOf } from '../../../src/reports/pdf-pieces.ts';
import { typesetInProcess } from '../../../src/reports/pdf-process.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { jpeg } from '../../helpers/evidence-files.ts';
import { readPdf, squeeze } from './read-back.ts';
import { activityOf, largePlan, modelOf, planOf, updateOf } from './sample.ts';

const TYPESETTER = new URL('../../../src/reports/pdf-child.ts', import.meta.url);
const rows = (part: PdfPart): number =>
  (part.content.partOne ?? part.content.partTwo)?.table.rows.length ?? 0;
const jobOf = (content: ReportContent) => ({ content, unbroken: [], pictures: [] });

describe('a long report', () => {
  const model = modelOf({ plan: largePlan(28), updates: [] });
  const content = reportContent(model, DEFAULT_SETTINGS);

  it('is cut into its parts, and a short one is not', () => {
    expect(splitReport(jobOf(reportContent(modelOf(), DEFAULT_SETTINGS)))).toHaveLength(1);
    const parts = splitReport(jobOf(content));
    expect(parts.map(rows)).toEqual([309, 309]);
    expect(parts.map((part) => part.content.opening)).toEqual([true, false]);
    const [table] = splitReport(jobOf({ ...content, partOne: null }));
    expect(table?.content.opening).toBe(true);
  });

  it('gives pieces of a part that together are its rows, titles with the first and notes with the last', () => {
    const [part] = splitReport(jobOf(content));
    if (!part) throw new Error('no part');
    const pieces = [0, 100, 200, 300].map((from) => pieceOf(part, from, 100));
    expect(pieces.map(rows)).toEqual([100, 100, 100, 9]);
    expect(pieces.flatMap((piece) => piece.content.partOne?.table.rows)).toEqual(content.partOne?.table.rows);
    expect(pieces.map((piece) => piece.content.begins)).toEqual([true, false, false, false]);
    expect(pieces.map((piece) => piece.content.ends)).toEqual([false, false, false, true]);
    // Also where more rows are asked for than the whole part has.
    expect(rows(pieceOf(part, 300, 600))).toBe(9);
  });

  describe('as a file', () => {
    let joined: Awaited<ReturnType<typeof readPdf>>;
    beforeAll(async () => {
      joined = await readPdf(await makeReport(model, 'pdf', DEFAULT_SETTINGS));
    });

    it('has the same pages as if it were made in one piece', async () => {
      const piece = {
        ...jobOf(content),
        content: { ...content, opening: true, begins: true, ends: true },
        pagesBefore: 0,
        tagged: false,
        archival: true,
      };
      const signal = AbortSignal.timeout(25_000);
      const whole = await readPdf(Buffer.from((await typesetInProcess(TYPESETTER, () => piece, signal)).pdf));
      expect(joined.pages.length).toBeGreaterThan(20);
      expect(joined.pages).toEqual(whole.pages);
      expect(joined.standard).toBe('PDF/A-2u');
      expect(joined.producer).toBe(whole.producer);
    });

    it('has every row once and numbers its pages through', () => {
      joined.pages.slice(1).forEach((page, index) => expect(page.startsWith(`-${index + 1}-`)).toBe(true));
      const heads = joined.text.split(squeeze('กิจกรรมหลักด้านการพัฒนาคุณภาพการศึกษา')).length - 1;
      expect(heads).toBe(2 * 28);
    });
  });

  it('is a plain PDF as a whole when one piece has a letter without a glyph', async () => {
    const last = updateOf('28.10', '2021-03-01T03:00:00Z', { result: 'ได้รับ 感謝' }, { seq: 1 });
    const odd = modelOf({ plan: largePlan(28), updates: [last] });
    const pdf = await readPdf(await makeReport(odd, 'pdf', { ...DEFAULT_SETTINGS, partOne: false }));
    expect(pdf.standard).toBe('');
    pdf.pages.slice(1).forEach((page, index) => expect(page.startsWith(`-${index + 1}-`)).toBe(true));
    expect(pdf.text).toContain('28.10');
  });

  it('shows many pictures, a few pages to a process, each once and in order', async () => {
    const shown = { bytes: jpeg(400), width: 8, height: 6 };
    const evidence = Array.from({ length: 45 }, (_, at) => ({
      id: `e${at}`,
      name: `photo-${at}-.jpg`,
      mediaType: 'image/jpeg',
      sha256: 'ab'.repeat(32),
      erased: false,
      sentBy: null,
      sentAt: '2021-03-05T02:15:00.000Z',
    }));
    const update = updateOf('2', '2021-03-05T02:20:00Z', {}, { evidence: evidence.map(({ id }) => id) });
    const pictures = new Map(evidence.map(({ id }) => [id, shown]));
    const many = modelOf({ evidence, updates: [update] });
    const job = {
      ...jobOf(reportContent(many, DEFAULT_SETTINGS)),
      pictures: evidence.map(({ id }) => ({ id, ...shown })),
    };
    expect(splitReport(job).map((part) => part.pictures.length)).toEqual([0, 45]);
    const file = await makeReport(many, 'pdf', { ...DEFAULT_SETTINGS, partOne: false }, pictures);
    const pdf = await readPdf(file);
    expect([...pdf.text.matchAll(/photo-(\d+)-/g)].map(([, at]) => Number(at))).toEqual(
      evidence.map((_, at) => at),
    );
    expect(file.toString('latin1').match(/\/Subtype \/Image/g)!.length).toBeGreaterThan(1);
    pdf.pages.slice(1).forEach((page, index) => expect(page.startsWith(`-${index + 1}-`)).toBe(true));
  });

  it('can have rows longer than a page', async () => {
    const activities = Array.from({ length: 302 }, (_, order) =>
      activityOf(`${order + 1}`, { order, name: order < 301 ? `งาน${order}` : 'รายละเอียด '.repeat(2_000) }),
    );
    const long = modelOf({ plan: planOf(activities), updates: [] });
    const pdf = await readPdf(await makeReport(long, 'pdf', { ...DEFAULT_SETTINGS, partOne: false }));
    // A page may end inside the word.
    expect(pdf.text.split(squeeze('ละเอียด')).length - 1).toBe(2_000);
  });
});

describe('joining PDFs', () => {
  it('leaves a single file alone and refuses what it does not know', () => {
    const bytes = Buffer.from('anything');
    expect(joinPdfs([{ bytes, pages: 1 }])).toBe(bytes);
    expect(() =>
      joinPdfs([
        { bytes, pages: 1 },
        { bytes, pages: 1 },
      ]),
    ).toThrow('unexpected PDF');
  });
});
