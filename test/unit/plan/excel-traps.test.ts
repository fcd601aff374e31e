/** What real Excel files hold besides plain cells, and files that are no plan at all. */
import Excel from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { writePlanTemplate } from '../../../src/plan-import/template.ts';
import { planWords } from '../../../src/text/plan-words.ts';
import { drafted, fault } from './open.ts';
import { complaints } from './read.ts';
import { ACTIVITIES, workbook } from './workbook.ts';

async function plan(fill: Parameters<typeof workbook>[0]) {
  const outcome = await drafted(await workbook(fill));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}

describe('cells', () => {
  it('reads rich text, links, formulas with results and dates', async () => {
    const { plan: read } = await plan((sheet) => {
      sheet.addRow([
        '1.',
        '',
        'คน',
        { formula: '40+45', result: 85 },
        { formula: 'A1', result: 30000 },
        '',
        '',
        '',
        '',
        new Date('2021-04-01T00:00:00Z'),
      ]);
      sheet.getCell('B2').value = { richText: [{ text: 'กิจกรรม ' }, { font: { bold: true }, text: 'หนา' }] };
      sheet.getCell('F2').value = { text: 'กลุ่มนิเทศ', hyperlink: 'https://example.go.th' };
    });
    expect(read.activities[0]).toMatchObject({
      name: 'กิจกรรม หนา',
      target: 85,
      budget: 3_000_000,
      ownerGroup: 'กลุ่มนิเทศ',
      months: ['2021-04'],
    });
  });

  it('names error cells and formulas that were never calculated', async () => {
    const outcome = await drafted(
      await workbook((sheet) => {
        sheet.addRow(['1.', 'ก', '', { error: '#DIV/0!' }, { formula: 'SUM(E3:E4)' }]);
        sheet.addRow(['2.', { formula: 'X1', result: { error: '#REF!' } }, '', '', -5]);
      }),
    );
    expect(complaints(outcome)).toEqual([
      `${ACTIVITIES}!D2 error-value`,
      `${ACTIVITIES}!E2 formula-empty`,
      `${ACTIVITIES}!B3 error-value`,
      `${ACTIVITIES}!E3 money-negative`,
    ]);
  });

  it('repeats a merged owner and ticks a merged bar, but counts merged money once', async () => {
    const { plan: read } = await plan((sheet) => {
      sheet.addRow(['1.', 'ก', '', '', 100, 'กลุ่มนิเทศ', '←→']);
      sheet.addRow(['2.', 'ข']);
      sheet.mergeCells('E2:E3');
      sheet.mergeCells('F2:F3');
      sheet.mergeCells('G2:I2');
    });
    expect(read.activities).toMatchObject([
      { budget: 10_000, ownerGroup: 'กลุ่มนิเทศ', months: ['2021-01', '2021-02', '2021-03'] },
      { budget: null, ownerGroup: 'กลุ่มนิเทศ', months: [] },
    ]);
  });

  it('takes hidden rows and says so, skips empty ones', async () => {
    const { plan: read, notes } = await plan((sheet) => {
      sheet.addRow(['1.', 'ก']);
      sheet.addRow(['2.', 'ข']).hidden = true;
      for (let row = 0; row < 30; row += 1) sheet.addRow(['', ' ', null]);
      sheet.addRow(['3.', 'ค']);
    });
    expect(read.activities).toHaveLength(3);
    expect(notes.filter(({ reason }) => reason === 'row-hidden')).toMatchObject([{ at: `${ACTIVITIES}!B3` }]);
  });

  it('tells 1.10 from 1.1 where Excel shows it so, and a number that became a date', async () => {
    const { plan: read } = await plan((sheet) => {
      for (const label of [1, 1.1]) sheet.addRow([label, 'ก']);
      sheet.addRow([1.1, 'ข']).getCell(1).numFmt = '0.00';
    });
    expect(read.activities.map(({ code }) => code)).toEqual(['1', '1.1', '1.10']);
    const outcome = await drafted(
      await workbook((sheet) => sheet.addRow([new Date('2021-01-01T00:00:00Z'), 'ก'])),
    );
    expect(complaints(outcome)).toEqual([`${ACTIVITIES}!A2 number-became-date`]);
  });

  it('finds headings over two rows and below a title', async () => {
    const book = new Excel.Workbook();
    book.addWorksheet('ข้อมูลแผน').addRows([
      ['ชื่อหน่วยงาน', 'ก'],
      ['ปีงบประมาณ', '๒๕๖๔'],
      ['ชื่อแผน', 'แผน'],
    ]);
    const sheet = book.addWorksheet('Sheet1');
    sheet.addRow(['แผนปฏิบัติการ ปี 2564']);
    sheet.addRow(['ที่', 'กิจกรรม', 'เป้าหมาย', '', 'งบประมาณ', 'ระยะเวลาดำเนินการ', '', 'ผู้รับผิดชอบ']);
    sheet.addRow(['', '', 'หน่วยนับ', 'จำนวน', '', 'ม.ค. 64', 'ก.พ. 64', '']);
    for (const range of ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:G2', 'H2:H3']) sheet.mergeCells(range);
    sheet.addRow(['๑.', 'ประชุม', 'คน', 90, '๓,๐๐๐', '', '✓', 'กลุ่มนิเทศ']);
    const outcome = await drafted(Buffer.from(await book.xlsx.writeBuffer()));
    expect(outcome.ok && outcome.plan.activities).toMatchObject([
      {
        code: '1',
        label: '๑.',
        unit: 'คน',
        target: 90,
        budget: 300_000,
        months: ['2021-02'],
        ownerGroup: 'กลุ่มนิเทศ',
      },
    ]);
  });

  it('reads a thousand rows within seconds', async () => {
    const bytes = await workbook((sheet) => {
      for (let row = 1; row <= 1000; row += 1)
        sheet.addRow([`${row}.`, `กิจกรรม ${row}`, 'คน', row, row, 'ก', '✓']);
    });
    const outcome = await drafted(bytes);
    expect(outcome.ok && outcome.plan.activities.length).toBe(1000);
  });
});

describe('files that are no plan', () => {
  const zipped = async (files: Record<string, string>): Promise<Buffer> => {
    const zip = new JSZip();
    for (const [name, content] of Object.entries(files)) zip.file(name, content);
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };

  it('says what each is', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await fault(Buffer.alloc(0))).toBe('empty-file');
    expect(await fault(ole)).toBe('old-excel');
    expect(await fault(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('password');
    expect(await fault(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toBe('not-excel');
    expect(await fault(Buffer.from('%PDF-1.7 ...'))).toBe('not-excel');
    expect(await fault(Buffer.from('ลำดับ,กิจกรรม\n1,ประชุม'))).toBe('read');
    expect(await fault(Buffer.alloc(10 * 1024 * 1024 + 1, 'P'))).toBe('too-large');
    expect(await fault(await zipped({ 'word/document.xml': '<w/>' }))).toBe('no-table');
    expect(await fault(await zipped({ 'content.xml': '<o/>' }))).toBe('no-table');
    expect(await fault(await zipped({ 'xl/workbook.bin': 'x' }))).toBe('binary-excel');
    expect(await fault(await zipped({ 'a.txt': 'x' }))).toBe('not-excel');
  });

  it('says that a cut or spoilt file is damaged', async () => {
    const good = await workbook((sheet) => sheet.addRow(['1.', 'ก']));
    expect(await fault(good.subarray(0, good.length - 400))).toBe('damaged');
    const spoilt = Buffer.from(good);
    spoilt.fill(7, 200, 900);
    expect(await fault(spoilt)).toBe('damaged');
    expect(await fault(await zipped({ 'xl/workbook.xml': '<broken' }))).toBe('damaged');
  });

  it('answers, whatever is spoilt', async () => {
    const good = await workbook((sheet) => sheet.addRow(['1.', 'ก', 'คน', 5, 5, 'ข', '✓']));
    const places = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const spoilt = Buffer.from(good);
        for (const [at, byte] of changes) spoilt[at] = byte;
        expect([
          'read',
          'damaged',
          'too-large',
          'not-excel',
          'password',
          'no-table',
          'text-encoding',
        ]).toContain(await fault(spoilt));
      }),
      { numRuns: 40 },
    );
  });

  it('says that there is no table of activities', async () => {
    const book = new Excel.Workbook();
    book.addWorksheet('Sheet1').addRow(['ชื่อ', 'อายุ']);
    expect(await fault(Buffer.from(await book.xlsx.writeBuffer()))).toBe('no-table');
  });

  it('never unfolds more than it should, whatever size the file claims', async () => {
    const zip = new JSZip().file('xl/workbook.xml', Buffer.alloc(81 * 1024 * 1024));
    const options = { compression: 'DEFLATE', compressionOptions: { level: 1 } } as const;
    const file = await zip.generateAsync({ type: 'nodebuffer', ...options });
    expect(file.length).toBeLessThan(500_000);
    expect(await fault(file)).toBe('too-large');
    // The same, claiming to be small.
    const entry = file.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    file.writeUInt32LE(10, entry + 24);
    expect(await fault(file)).toBe('damaged');
  });

  it('takes no entity of the file’s own, nor depth without end', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><w:document>&c;</w:document>';
    expect(await fault(await zipped({ 'word/document.xml': bomb }))).toBe('damaged');
    const deep = '<a>'.repeat(200_000);
    expect(await fault(await zipped({ 'word/document.xml': deep }))).toBe('damaged');
  });

  it('does not write out enormous merges or checks', async () => {
    const good = await JSZip.loadAsync(await workbook((sheet) => sheet.addRow(['1.', 'ก'])));
    const path = 'xl/worksheets/sheet2.xml';
    const xml = (await good.file(path)?.async('string')) ?? '';
    const after = (extra: string): Promise<Buffer> => {
      good.file(path, xml.replace('</sheetData>', `</sheetData>${extra}`));
      return good.generateAsync({ type: 'nodebuffer' });
    };
    const merges = await after('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>');
    expect(await fault(merges)).toBe('no-table');
    const rule =
      '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>';
    expect(await fault(await after(`<dataValidations count="1">${rule}</dataValidations>`))).toBe('read');
  });
});

describe('JSON', () => {
  const read = (value: unknown) =>
    readPlanJson(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
  const HEAD = { office: { name: 'ก' }, fiscalYearBE: 2564, title: 'แผน' };

  it('says what is wrong with the file', () => {
    expect(read('')).toMatchObject({ reason: 'empty-file' });
    expect(read('{"a":')).toMatchObject({ reason: 'json-broken', place: { line: 1, column: 6 } });
    expect(readPlanJson(Buffer.from([0x7b, 0xff, 0x7d]))).toMatchObject({ reason: 'json-encoding' });
    expect(read([])).toMatchObject({ reason: 'json-shape' });
  });

  it('names every place of the wrong form, with what should stand there, and all else that is bad', () => {
    const all = (value: unknown): string[] => {
      const file = read(value);
      if (!file.ok) throw new Error(file.reason);
      return complaints(draftPlan(file.raw, planWords));
    };
    expect(all({ ...HEAD })).toEqual(['activities no-rows']);
    expect(all({ ...HEAD, activities: {} })).toEqual(['activities not-list']);
    expect(
      all({
        ...HEAD,
        office: 'x',
        period: 5,
        sections: [{}, 'y'],
        activities: [1, { code: '1', name: 'ก', budgetBaht: -5 }, null, { code: '2', name: '' }],
      }),
    ).toEqual([
      'office not-object',
      'period not-object',
      'sections[1] not-object',
      'activities[0] not-object',
      'activities[1].budgetBaht money-negative',
      'activities[2] not-object',
      'activities[3].name missing',
    ]);
    expect(
      all({ ...HEAD, office: { name: 'ก', parentAgencies: 'ข' }, sections: 'ค', activities: [] }),
    ).toEqual(['sections not-list', 'office.parentAgencies not-list', 'activities no-rows']);
  });

  it('names values by their path, and takes a byte order mark', () => {
    const file = read(
      `\ufeff${JSON.stringify({ ...HEAD, activities: [{ code: '1', name: ['x'], budgetBaht: {}, months: 5 }] })}`,
    );
    if (!file.ok) throw new Error(file.reason);
    expect(complaints(draftPlan(file.raw, planWords))).toEqual([
      'activities[0].name wrong-kind',
      'activities[0].months month-unreadable',
      'activities[0].budgetBaht wrong-kind',
    ]);
  });
});

describe('the empty form', () => {
  it('has the sheets a clerk needs, checks and headings, and asks for what is missing', async () => {
    const bytes = await writePlanTemplate(null);
    const book = new Excel.Workbook();
    await book.xlsx.load(bytes as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'คำแนะนำ',
      'ข้อมูลแผน',
      'กิจกรรม',
      'เนื้อหาแผน',
      'ตัวอย่าง',
    ]);
    const sheet = book.getWorksheet('กิจกรรม');
    expect(sheet?.getCell('H5').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'greaterThanOrEqual',
    });
    expect(sheet?.getCell('J5').dataValidation).toMatchObject({ type: 'list', formulae: ['"✓"'] });
    expect(sheet?.getCell('A5').numFmt).toBe('@');
    expect([sheet?.getCell('J1').value, sheet?.getCell('U1').value]).toEqual(['ต.ค.', 'ก.ย.']);
    expect(complaints(await drafted(bytes))).toContain('ข้อมูลแผน!B1 missing');
  });
});
