import { beforeAll, describe, expect, it } from 'vitest';
import { toReportJson } from '../../../src/domain/report-versions.ts';
import { reportContent } from '../../../src/reports/content.ts';
import { findFormat, makeReport, REPORT_FORMATS, type ReportFormat } from '../../../src/reports/index.ts';
import { DEFAULT_SETTINGS, type ReportSettings } from '../../../src/reports/settings.ts';
import { type Docx, type Pdf, readDocx, readPdf, readXlsx, squeeze, valuesOf } from './read-back.ts';
import { activityOf, modelOf, office, planOf, seedReport, seedUpdates, updateOf } from './sample.ts';

const settings: ReportSettings = {
  ...DEFAULT_SETTINGS,
  items: { 1: 'O11' },
  signatures: [{ role: 'ผู้รายงาน', name: 'นางสาวใจดี มีสุข', position: 'นักวิชาการศึกษา' }],
};
const model = modelOf();
const content = reportContent(model, settings);
const table = content.partTwo.table;
const printed = table.rows.map((row) => row.cells.map((cell) => cell.text));

describe('every format', () => {
  it('is listed once, and an unknown one is nothing', () => {
    expect(REPORT_FORMATS.map(({ name }) => name)).toEqual(['docx', 'xlsx', 'pdf', 'json', 'csv']);
    expect(findFormat('pdf')?.mediaType).toBe('application/pdf');
    expect(findFormat('exe')).toBeNull();
  });

  it.each(REPORT_FORMATS.map(({ name }) => name))(
    '%s gives the same bytes for the same report',
    async (name) => {
      const again = modelOf({ updates: seedUpdates().reverse() });
      const [one, two] = [await makeReport(model, name, settings), await makeReport(again, name, settings)];
      expect(one.equals(two)).toBe(true);
      const changed = modelOf({
        updates: [...seedUpdates(), updateOf('2', '2021-03-30T00:00:00Z', { result: 'ใหม่' }, { seq: 2 })],
      });
      expect((await makeReport(changed, name, settings)).equals(one)).toBe(false);
    },
  );
});

describe('the Word document', () => {
  let docx: Docx;
  beforeAll(async () => {
    docx = await readDocx(await makeReport(model, 'docx', settings));
  });

  it('holds the official table, row for row and cell for cell', () => {
    const official = docx.tables.find((one) => one[0]?.[0] === 'ลำดับที่');
    expect(official?.[0]).toEqual(seedReport.columns);
    expect(official?.slice(1)).toEqual(printed);
  });

  it('holds titles, part 1, notes and the signature', () => {
    for (const line of [...content.heading, content.partOne?.title ?? '', ...content.notes.slice(1)]) {
      expect(docx.paragraphs.join('\n')).toContain(line);
    }
    expect(docx.paragraphs).toContain('(นางสาวใจดี มีสุข)');
    const plan = docx.tables[0];
    expect(plan?.slice(3).map((row) => row[0])).toEqual(content.partOne?.table.rows.map((row) => row.name));
  });

  it('is landscape, repeats its headings, keeps rows whole and names the Thai font for every script', () => {
    expect(docx.xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(docx.xml.match(/<w:tblHeader\/>/g)).toHaveLength(4);
    expect(docx.xml).toContain('<w:cantSplit/>');
    // The look comes from styles, each with the font and size for Thai beside those for Latin; runs change neither.
    expect(docx.xml + docx.header).not.toMatch(/<w:rFonts|<w:sz /);
    const used = new Set([...docx.xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id));
    const defined = [...docx.styles.matchAll(/<w:style .*?w:styleId="(\w+)".*?<\/w:style>/gs)];
    const looks = defined.filter(([, id]) => used.has(id)).map(([style]) => style);
    expect(looks).toHaveLength(used.size);
    expect(used.size).toBeGreaterThan(6);
    looks.push(/<w:docDefaults>.*?<\/w:docDefaults>/s.exec(docx.styles)?.[0] ?? '');
    for (const look of looks) {
      expect(look).toContain('w:cs="TH SarabunPSK"');
      expect(/<w:szCs w:val="(\d+)"/.exec(look)?.[1]).toBe(/<w:sz w:val="(\d+)"/.exec(look)?.[1]);
      expect(look.includes('<w:b/>')).toBe(look.includes('<w:bCs/>'));
      expect(look).toContain('w:bidi="th-TH"');
    }
  });

  it('numbers its pages, in Thai digits where asked', async () => {
    expect(docx.header).toContain('PAGE');
    expect(docx.xml).toContain('w:fmt="decimal"');
    const thai = await readDocx(await makeReport(model, 'docx', { ...settings, thaiDigits: true }));
    expect(thai.xml).toContain('w:fmt="thaiNumbers"');
    expect(thai.paragraphs.join('\n')).toContain('๒๐๐,๐๐๐');
  });
});

describe('the workbook', () => {
  it('holds the official table with sums as numbers', async () => {
    const book = await readXlsx(await makeReport(model, 'xlsx', settings));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['ส่วนที่ 1', 'ส่วนที่ 2']);
    const sheet = book.getWorksheet('ส่วนที่ 2');
    if (!sheet) throw new Error('no sheet');
    const values = valuesOf(sheet);
    const head = values.findIndex((row) => row[0] === 'ลำดับที่');
    expect(values[head]).toEqual(seedReport.columns);
    const wanted = table.rows.map((row) => row.cells.map((cell) => cell.number ?? cell.text));
    expect(values.slice(head + 1, head + 1 + wanted.length)).toEqual(wanted);
    expect(sheet.getCell(head + 2, 3).numFmt).toBe('#,##0');
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet.pageSetup.printTitlesRow).toBe(`${head + 1}:${head + 1}`);
    expect(sheet.headerFooter.oddHeader).toContain('&P');
  });

  it('shows Thai digits by format, so that sums stay numbers', async () => {
    const book = await readXlsx(await makeReport(model, 'xlsx', { ...settings, thaiDigits: true }));
    const sheet = book.worksheets[1];
    const sums: [unknown, string][] = [];
    sheet?.eachRow((row) => sums.push([row.getCell(3).value, row.getCell(3).numFmt]));
    expect(sums).toContainEqual([3_000, '[$-D00041E]#,##0']);
  });

  it('makes rows high enough for their text', async () => {
    const book = await readXlsx(await makeReport(model, 'xlsx', settings));
    const heights = new Map<string, number>();
    book.worksheets[1]?.eachRow((row) => heights.set(row.getCell(1).text, row.height));
    expect(heights.get('1.2 1)')).toBeGreaterThan(6 * 20);
    expect(heights.get('2.')).toBeLessThan(4 * 20);
  });
});

describe('the PDF', () => {
  let pdf: Pdf;
  beforeAll(async () => {
    pdf = await readPdf(await makeReport(model, 'pdf', settings));
  });

  it('is PDF/A-2u whose text layer reads as the report does', () => {
    expect(pdf.standard).toBe('PDF/A-2u');
    for (const row of printed) for (const cell of row) expect(pdf.text).toContain(squeeze(cell));
    for (const line of [...content.heading, ...content.notes, office.name, '(นางสาวใจดี มีสุข)']) {
      expect(pdf.text).toContain(squeeze(line));
    }
  });

  it('has one letter for sara am and every cluster once, whatever a reader goes by', () => {
    expect(pdf.raw).toContain('ผลการดำเนินงาน');
    expect(pdf.raw).not.toMatch(/\u0E4D[\u0E48-\u0E4B]?\u0E32/);
    const clusters = pdf.text.split('สิ้').length - 1;
    expect(clusters).toBeGreaterThan(2);
    expect(pdf.contents.split('/ActualText <FEFF0E2A0E340E49>').length - 1).toBe(clusters);
  });

  it('uses no font but its own, whatever the system has', async () => {
    const updates = [updateOf('2', '2021-02-10T03:00:00Z', { result: '感謝 ✂ ● ข้อ ①' })];
    const odd = await readPdf(await makeReport(modelOf({ updates }), 'pdf', settings));
    expect(odd.fonts.length).toBeGreaterThan(0);
    for (const font of odd.fonts) expect(font).toContain('Sarabun');
    expect(odd.text).toContain(squeeze('• ข้อ (1)'));
  });

  it('repeats the headings and numbers every page but the cover', () => {
    const first = pdf.pages.findIndex((page) => page.includes(squeeze(content.partTwo.under)));
    expect(pdf.pages.length - first).toBeGreaterThan(1);
    const heads = squeeze(seedReport.columns.join(''));
    for (const page of pdf.pages.slice(first)) expect(page).toContain(heads);
    expect(pdf.pages[0]).toContain(squeeze(content.heading.join('')));
    pdf.pages.slice(1).forEach((page, index) => expect(page.startsWith(`-${index + 1}-`)).toBe(true));
  });

  it('keeps a heading on the page of what it heads, wherever pages end', async () => {
    const activities = Array.from({ length: 40 }, (_, group) => [
      activityOf(`${group}`, { leaf: false, order: group * 2, name: `หัวข้อ${group}จบ` }),
      activityOf(`${group}.1`, {
        parent: `${group}`,
        order: group * 2 + 1,
        level: 1,
        name: `งาน${group}จบ ${'รายละเอียดของงาน '.repeat(group % 7)}`,
      }),
    ]).flat();
    const plan = planOf(activities);
    const { pages } = await readPdf(await makeReport(modelOf({ plan, updates: [] }), 'pdf', settings));
    expect(pages.length).toBeGreaterThan(6);
    for (let group = 0; group < 40; group++) {
      const on = (text: string) => pages.flatMap((page, index) => (page.includes(text) ? [index] : []));
      expect(on(`หัวข้อ${group}จบ`)).toEqual(on(`งาน${group}จบ`));
    }
    const sums = pages.filter((page) => page.includes('รวมทั้งสิ้น'));
    expect(sums).toHaveLength(2);
    for (const page of sums) expect(page).toContain('งาน39จบ');
  });

  it('never ends with a page that has one row and the sum', async () => {
    for (let leaves = 10; leaves < 17; leaves++) {
      const activities = Array.from({ length: leaves }, (_, order) =>
        activityOf(`${order + 1}`, { order, name: `งาน${order + 1}จบ ${'รายละเอียด '.repeat(8)}` }),
      );
      const long = modelOf({ plan: planOf(activities), updates: [] });
      const { pages } = await readPdf(await makeReport(long, 'pdf', { ...settings, partOne: false }));
      const sum = pages.find((page) => page.includes('รวมทั้งสิ้น'));
      expect(sum).toContain(`งาน${leaves}จบ`);
      expect(sum).toContain(`งาน${leaves - 1}จบ`);
    }
  });

  it('writes Thai digits everywhere where asked', async () => {
    const thai = await readPdf(await makeReport(model, 'pdf', { ...settings, thaiDigits: true }));
    expect(thai.pages[1]?.startsWith('-๑-')).toBe(true);
    expect(thai.text).toContain('๒๐๐,๐๐๐');
    expect(thai.text.replaceAll('O11', '').replaceAll('COVID-19', '')).not.toMatch(/[0-9]/);
  });

  it('can have all columns', async () => {
    const full = await readPdf(
      await makeReport(model, 'pdf', { ...settings, columns: 'full', partOne: false }),
    );
    const heads = reportContent(model, { ...settings, columns: 'full' }).partTwo.table.heads;
    for (const { text } of heads) expect(full.text).toContain(squeeze(text));
  });
});

describe('the JSON', () => {
  it('is the model in public words', async () => {
    const file = await makeReport(model, 'json', settings);
    expect(JSON.parse(file.toString('utf8'))).toEqual(toReportJson(model));
  });

  it('refuses a format that is not there', async () => {
    await expect(makeReport(model, 'rtf' as ReportFormat, settings)).rejects.toThrow(RangeError);
  });
});
