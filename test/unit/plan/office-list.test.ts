/** The list of offices comes back as it was written, however Excel saved it; what is broken is named by its row. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { cleanName } from '../../../src/domain/names.ts';
import { officeKey, readOfficeList } from '../../../src/plan-import/office-list.ts';

const HEADS = ['ชื่อหน่วยงาน', 'หน่วยงานต้นสังกัด', 'ชื่อผู้ดูแลระบบ'];

/** As Thai Windows writes it. */
function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0)!;
      return code >= 0xe01 && code <= 0xe5b ? code - 0xe00 + 0xa0 : code;
    }),
  );
}
const ENCODINGS: Record<string, (text: string) => Buffer> = {
  utf8: (text) => Buffer.from(text),
  'utf8 with its mark': (text) => Buffer.from(`\ufeff${text}`),
  utf16: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  'windows-874': windows874,
};

/** Letters of Thai and ASCII, with all that CSV treats in a way of its own. */
const LETTERS = 'กขคงจฉชซญดตนปผฝพรลวสหอะาิีุูเแโใไ็่้์๑๒aZ0 ,;|\t"\n-.()\'=';
const sign = fc.constantFrom(...Array.from(LETTERS));
const cell = fc.string({ unit: sign, maxLength: 30 });

test('what was written is read, by any delimiter, in any encoding', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom(...Object.keys(ENCODINGS)),
      fc.constantFrom('\r\n', '\n'),
      (rows, delimiter, encoding, newline) => {
        const text = Papa.unparse([HEADS, ...rows], { delimiter, newline, quotes: true });
        const read = readOfficeList(ENCODINGS[encoding]!(text));
        if (!read.ok) throw new Error(read.reason);
        const wanted = new Map<string, { row: number; name: string; admin: string }>();
        const wrong: number[] = [];
        rows.forEach(([first, above, admin], index) => {
          if ([first, above, admin].every((one) => one.trim() === '')) return;
          const name = cleanName(first);
          const row = index + 2;
          if (name === null || wanted.has(officeKey(name))) wrong.push(row);
          else wanted.set(officeKey(name), { row, name, admin: cleanName(admin) ?? '' });
        });
        expect(read.lines.map(({ row, name, admin }) => ({ row, name, admin }))).toEqual([
          ...wanted.values(),
        ]);
        expect(read.broken.map(({ row }) => row)).toEqual(wrong);
      },
    ),
    { numRuns: 300 },
  );
});

test('no bytes at all are more than refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readOfficeList(Buffer.from(bytes))).toHaveProperty('ok');
    }),
    { numRuns: 200 },
  );
});

test('each broken row is named with what is wrong', () => {
  const text = [
    'ลำดับ;ชื่อหน่วยงาน;ผู้ดูแลระบบ',
    '1;สำนักงาน ก;นางมาลี',
    '2;;นายดี',
    '3;สำนักงาน  ก;',
    `4;${'ย'.repeat(201)};`,
    ';;',
    '6;สำนักงาน ข;',
    '7;"สำนักงาน ค;',
  ].join('\n');
  expect(readOfficeList(windows874(text))).toEqual({
    ok: true,
    lines: [
      { row: 2, name: 'สำนักงาน ก', parentAgencies: [], admin: 'นางมาลี' },
      { row: 7, name: 'สำนักงาน ข', parentAgencies: [], admin: '' },
    ],
    broken: [
      { row: 3, reason: 'no-name', name: '', first: '' },
      { row: 4, reason: 'name-twice', name: 'สำนักงาน ก', first: '2' },
      { row: 5, reason: 'name-too-long', name: '', first: '' },
      { row: 8, reason: 'quotes', name: '', first: '' },
    ],
  });
});

test.each([
  ['สำนักงานเขต ๑๒', 'ส\u0e4dานักงานเขต  12'],
  ['กลุ่มน้ำ', 'กลุ่มน\u0e4d้า'],
  ['Regional Office', 'regional\u200b office'],
])('%s is one office however it is written', (one, other) => {
  expect(officeKey(other)).toBe(officeKey(one));
  expect(officeKey(other)).not.toBe(officeKey(`${one} 2`));
});

test.each([
  ['', 'empty-file'],
  ['\ufeff\r\n', 'empty-file'],
  ['ชื่อ สกุล,อายุ\nก,1', 'no-heading'],
  [`ชื่อหน่วยงาน\n${'ก\n'.repeat(2_100)}`, 'too-many'],
])('a file that is no list is refused whole', (text, reason) => {
  expect(readOfficeList(Buffer.from(text))).toEqual({ ok: false, reason });
});
