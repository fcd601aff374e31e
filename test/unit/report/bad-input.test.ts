import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportEvidence } from '../../../src/domain/report-model.ts';
import { clean, withoutEmoji } from '../../../src/reports/clean.ts';
import { makeReport } from '../../../src/reports/index.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { breakable } from '../../../src/reports/thai-words.ts';
import { reports as thai } from '../../../src/text/th/reports.ts';
import { jpeg } from '../../helpers/evidence-files.ts';
import { readDocx, readPdf, readXlsx, squeeze, valuesOf } from './read-back.ts';
import { largePlan, modelOf, updateOf } from './sample.ts';

const settings = { ...DEFAULT_SETTINGS, partOne: false };
const saying = (result: string) =>
  modelOf({ updates: [updateOf('2', '2021-03-01T00:00:00Z', { result, obstacle: result })] });

async function readAll(model: ReturnType<typeof modelOf>) {
  const docx = await readDocx(await makeReport(model, 'docx', settings));
  const xlsx = await readXlsx(await makeReport(model, 'xlsx', settings));
  const pdf = await readPdf(await makeReport(model, 'pdf', settings));
  const sheet = xlsx.worksheets[0];
  const values = sheet ? valuesOf(sheet).flat() : [];
  return { docx, pdf, values: values.filter((value) => typeof value === 'string') };
}

describe('a report of odd input', () => {
  it('with no updates at all is made and says so', async () => {
    const { docx, pdf, values } = await readAll(modelOf({ updates: [] }));
    for (const text of [docx.paragraphs.join(''), pdf.text, values.join('')])
      expect(text).toContain('ยังไม่มีรายงาน');
  });

  it('of a period in the future, of a plan without activities', async () => {
    const early = modelOf({ updates: [], now: new Date('2020-01-01T00:00:00Z') });
    expect((await readAll(early)).pdf.text).toContain('งวดรายงานนี้ยังไม่เริ่ม');
    const empty = { ...modelOf({ updates: [] }), rows: [] };
    expect((await readPdf(await makeReport(empty, 'pdf', DEFAULT_SETTINGS))).text).toContain('รวมทั้งสิ้น');
    expect((await makeReport(empty, 'docx', DEFAULT_SETTINGS)).length).toBeGreaterThan(1_000);
  });

  it('with 5,000 characters in one cell loses none of them', async () => {
    const long = `${'จัดประชุมเชิงปฏิบัติการเสริมสร้างธรรมาภิบาล '.repeat(115)}จบบริบูรณ์`;
    expect(long.length).toBeGreaterThan(5_000);
    const { docx, pdf, values } = await readAll(saying(long));
    expect(docx.tables[0]?.flat()).toContain(long);
    expect(values).toContain(long);
    expect(pdf.text.split('ธรรมาภิบาล').length - 1).toBeGreaterThanOrEqual(230);
    // Both cells run over several pages and both come to their end.
    expect(pdf.text.split('จบบริบูรณ์').length - 1).toBe(2);
  });

  it('with markup and typesetting commands prints them as they are', async () => {
    const text = '<b>&amp;</b> #read("/etc/passwd") $x$ *หนา* @ref \\u{41} ]]> <w:p/> //x /*y*/ `z` {{n}}';
    const { docx, pdf, values } = await readAll(saying(text));
    expect(docx.tables[0]?.flat()).toContain(text);
    expect(values).toContain(text);
    expect(pdf.text).toContain(squeeze('#read("/etc/passwd")'));
    expect(pdf.text).toContain(squeeze('<b>&amp;</b>'));
    expect(pdf.text).not.toContain('root:');
  });

  it.each(['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1'])(
    'never lets %s become a formula',
    async (text) => {
      const book = await readXlsx(await makeReport(saying(text), 'xlsx', settings));
      const found: string[] = [];
      book.worksheets[0]?.eachRow((row) =>
        row.eachCell((cell) => {
          expect(typeof cell.value === 'object' && cell.value !== null).toBe(false);
          if (cell.value === text.trim()) found.push(cell.numFmt);
        }),
      );
      expect(found).toEqual(['@', '@']);
    },
  );

  it('with control characters, lone surrogates and reordering marks is still a whole file', async () => {
    const text = `ก\u0000\u0001\u0008ข\u000Bค\u001F\uD800ง\uFFFE\u202Eจ\u2066ฉ\u200Fช\u200Bซ`;
    const { docx, pdf, values } = await readAll(saying(text));
    expect(docx.tables[0]?.flat()).toContain('กขคงจฉชซ');
    expect(values).toContain('กขคงจฉชซ');
    expect(pdf.text).toContain('กขคงจฉชซ');
  });

  it('with emoji and other scripts is made in every format', async () => {
    const { docx, pdf, values } = await readAll(saying('เสร็จแล้ว 🎉👩‍🏫🇹🇭 ดีมาก'));
    expect(docx.tables[0]?.flat()).toContain('เสร็จแล้ว 🎉👩‍🏫🇹🇭 ดีมาก');
    expect(values.join('')).toContain('🎉');
    expect(pdf.text).toContain('เสร็จแล้วดีมาก');
    expect(pdf.standard).toBe('PDF/A-2u');
    const other = await readAll(saying('参加者 30 คน مرحبا'));
    expect(other.docx.paragraphs.join('')).toContain('参加者 30 คน مرحبا');
    expect(other.pdf.text).toContain('30คน');
  });

  it('with very long words keeps them inside the page', async () => {
    const word = 'ก'.repeat(300);
    const address = `https://www.example.go.th/${'a'.repeat(60)}/${'b1-'.repeat(40)}`;
    const { docx, pdf } = await readAll(saying(`${word} ${address}`));
    expect(docx.paragraphs.join('')).toContain(word);
    expect(pdf.text).toContain(word);
    expect(pdf.text).toContain(address);
  });

  it('with 400 activities has them all', async () => {
    const plan = largePlan(40);
    const leaves = plan.activities.filter((activity) => activity.leaf);
    const updates = leaves.map((leaf, index) =>
      updateOf(leaf.code, '2021-03-01T00:00:00Z', { status: 'completed', result: `ผลที่ ${index + 1} ครบถ้วน` }),
    );
    const { docx, pdf, values } = await readAll(modelOf({ plan, updates }));
    const text = docx.paragraphs.join('\n');
    for (let index = 1; index <= leaves.length; index++) {
      expect(text).toContain(`ผลที่ ${index} ครบถ้วน`);
      expect(pdf.text).toContain(`ผลที่${index}ครบถ้วน`);
    }
    expect(values).toContain('ผลที่ 400 ครบถ้วน');
    expect(pdf.pages.length).toBeGreaterThan(20);
  }, 120_000);
});

it.each([
  ['ประชุมเวลา 09.30 น. ที่ห้องประชุม', 'ประชุมเวลา 09.30\u00A0น. ที่ห้องประชุม'],
  ['๐๘.๓๐ น.', '๐๘.๓๐\u00A0น.'],
  ['ชั้น ม.1 น. นก', 'ชั้น ม.1 น. นก'],
])('“%s” keeps a time and its น. on one line', (typed, printed) => {
  expect(clean(typed)).toBe(printed);
});

describe('evidence', () => {
  const item = (id: string, change: Partial<ReportEvidence> = {}): ReportEvidence => ({
    id,
    name: `${id}.png`,
    mediaType: 'image/png',
    sha256: 'ab'.repeat(32),
    erased: false,
    sentBy: { name: 'สมหญิง', position: 'นักจัดการงานทั่วไป' },
    sentAt: '2021-03-05T02:15:00.000Z',
    ...change,
  });
  const evidence = [
    item('good'),
    item('broken'),
    item('letter', { name: 'หนังสือ.pdf', mediaType: 'application/pdf' }),
    item('old', { erased: true, name: 'ความลับ.png' }),
  ];
  const model = modelOf({
    evidence,
    updates: [
      updateOf(
        '2',
        '2021-03-05T02:20:00Z',
        { status: 'in_progress' },
        { evidence: [...evidence.map(({ id }) => id), 'lost'] },
      ),
    ],
  });
  const shown = { bytes: jpeg(400), width: 8, height: 6 };
  const pictures = new Map([
    ['good', shown],
    ['broken', null],
    ['old', shown],
  ]);

  it('is listed with sender, time and fingerprint, pictures shown, and what was erased is not', async () => {
    const docx = await readDocx(await makeReport(model, 'docx', settings, pictures));
    const annex = docx.tables.at(-1) ?? [];
    expect(annex[0]).toEqual(['ลำดับที่', 'หลักฐาน', 'ผู้ส่ง', 'วันเวลาที่ส่ง', 'รหัสตรวจสอบไฟล์']);
    expect(annex[1]?.join(' ')).toMatch(/good\.png.*สมหญิง นักจัดการงานทั่วไป 5 มีนาคม 2564 เวลา 09\.15\u00A0น\./s);
    expect(annex[4]?.[1]).toContain('หลักฐานนี้ถูกลบแล้ว');
    expect(annex[5]?.[1]).toContain('หลักฐานนี้ถูกลบแล้ว');
    expect(annex.flat().join()).not.toContain('ความลับ');
    expect(docx.files.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(annex[2]?.[1]).toContain('แสดงภาพนี้ไม่ได้');
    const bare = await readDocx(await makeReport(model, 'docx', { ...settings, annex: false }, pictures));
    expect(bare.files.some((name) => name.startsWith('word/media/'))).toBe(false);
  });

  it('is listed in the PDF too, and says which picture cannot be shown', async () => {
    const file = await makeReport(model, 'pdf', settings, pictures);
    const pdf = await readPdf(file);
    expect(pdf.text).toContain('good.png');
    expect(pdf.text.split('แสดงภาพนี้ไม่ได้').length - 1).toBe(1);
    expect(file.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect(pdf.text).not.toContain('ความลับ');
  });

  it('has a sheet of its own in the workbook', async () => {
    const book = await readXlsx(await makeReport(model, 'xlsx', settings, pictures));
    const sheet = book.getWorksheet('หลักฐาน');
    const texts = sheet ? valuesOf(sheet).flat() : [];
    expect(texts.some((text) => typeof text === 'string' && text.endsWith('หนังสือ.pdf'))).toBe(true);
  });
});

// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\uFFFE\uFFFF]|\p{Cs}/u;

describe('the parts that meet raw text and bytes', () => {
  it('clean leaves only what XML allows, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = clean(text);
        expect(once).not.toMatch(UNPRINTABLE);
        expect(clean(once)).toBe(once);
      }),
    );
  });

  it('breaking adds nothing a reader sees, whatever the text', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'กขคงติ่ำเแาะๆ. 19/a-'.split('')), maxLength: 200 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(breakable(text, thai.unbroken).replaceAll('\u200B', '').replaceAll('\u00A0', ' ')).toBe(text);
      }),
    );
  });

  it('keeps official terms and dates whole, and breaks between words', () => {
    expect(breakable('ธรรมาภิบาลในงบประมาณ', thai.unbroken)).toBe('ธรรมาภิบาล\u200Bใน\u200Bงบประมาณ');
    expect(breakable('ปี พ.ศ. 2564', thai.unbroken)).toBe('ปี พ.ศ.\u00A02564');
    expect(breakable('อื่นๆ', thai.unbroken)).toBe('อื่นๆ');
  });

  it('takes emoji out and leaves letters, digits and signs', () => {
    expect(withoutEmoji('ดี 👍🏽 มาก 1️⃣ © ๑')).toBe('ดี มาก © ๑');
  });
});
