/** What files are taken for, by their bytes alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFileType, fileTypeOf } from '../../../src/services/file-types.ts';
import { judge, MOST_BYTES } from '../../../src/workers/evidence-judge.ts';
import { docx, jpeg, ole, picture, sha256, zip } from '../../helpers/evidence-files.ts';

const text = (value: string): Buffer => Buffer.from(value, 'utf8');
const extension = (bytes: Buffer): string | null => detectFileType(bytes)?.extension ?? null;

describe('is taken', () => {
  test.each([
    ['jpg', jpeg(200)],
    ['png', picture()],
    ['gif', text('GIF89a..')],
    ['webp', Buffer.concat([text('RIFF'), Buffer.from([1, 2, 0, 0]), text('WEBPVP8 ')])],
    ['heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic')])],
    ['pdf', text('%PDF-1.7\n%âã')],
    ['doc', ole('Root Entry', 'WordDocument')],
    ['xls', ole('Root Entry', 'Workbook')],
    ['ppt', ole('Root Entry', 'PowerPoint Document')],
    ['txt', text('ผลการดำเนินงาน\r\n1 < 2 และ 3 > 2\tเรียบร้อย')],
  ])('%s', (ending, bytes) => {
    expect(extension(bytes)).toBe(ending);
  });

  test('Office files by their parts', async () => {
    expect(extension(await docx())).toBe('docx');
    expect(extension(await zip('[Content_Types].xml', 'xl/workbook.xml'))).toBe('xlsx');
    expect(extension(await zip('[Content_Types].xml', 'ppt/presentation.xml'))).toBe('pptx');
  });

  test('and each type is found again by its name', async () => {
    for (const bytes of [picture(), jpeg(20), await docx(), ole('Workbook'), text('ก')])
      expect(fileTypeOf(detectFileType(bytes)!.contentType)).toEqual(detectFileType(bytes));
  });
});

describe('is refused', () => {
  test.each([
    ['a Windows program', text('MZ\u0090\u0000\u0003')],
    ['a Linux program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['a shell script', text('#!/bin/sh\necho hello\n')],
    ['a page', text('<!DOCTYPE html><html><body>hello</body></html>')],
    ['a page after a comment', text('\ufeff  \n<!-- x --><html>')],
    ['a page in the middle', text('hello\n<script>alert(1)</script>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['XML with SVG', text('<?xml version="1.0"?><svg/>')],
    ['a film', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypisom')])],
    ['an installer', ole('Root Entry', 'SummaryInformation')],
    ['old macros', ole('WordDocument', '_VBA_PROJECT')],
    ['other bytes', Buffer.from([1, 2, 3, 4, 5])],
    ['broken UTF-8', Buffer.from([0x41, 0xff, 0xfe, 0x42])],
    ['a torn zip', text('PK\u0003\u0004 and no end')],
    ['nothing', Buffer.alloc(0)],
  ])('%s', (_what, bytes) => {
    expect(detectFileType(bytes)).toBeNull();
  });

  test('archives, macros, and a directory that points outside', async () => {
    expect(extension(await zip('a.txt', 'word/document.xml'))).toBeNull();
    expect(
      extension(await zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')),
    ).toBeNull();
    const wild = await docx();
    wild.writeUInt32LE(0xfffffff0, wild.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
    expect(extension(wild)).toBeNull();
  });

  test('never by throwing', () => {
    const heads = [
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      'GIF89a',
      'RIFF',
      '%PDF-',
      '\u00d0\u00cf\u0011\u00e0',
      '',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const found = detectFileType(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
        expect(found === null || found.contentType.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('as evidence', () => {
  test('a picture is kept with its hash', () => {
    const bytes = picture(3);
    expect(judge('image', bytes)).toEqual({
      ok: true,
      contentType: 'image/png',
      bytes: bytes.length,
      hash: sha256(bytes),
    });
  });

  test('a text called .jpg is no photo, but a file', () => {
    const bytes = text('นี่คือข้อความ');
    expect(judge('image', bytes)).toEqual({ ok: false, reason: 'not-a-picture' });
    expect(judge('file', bytes)).toMatchObject({ ok: true, contentType: 'text/plain; charset=utf-8' });
  });

  test('sizes end at their limits', () => {
    expect(judge('image', jpeg(MOST_BYTES.image))).toMatchObject({ ok: true });
    expect(judge('image', jpeg(MOST_BYTES.image + 1))).toEqual({ ok: false, reason: 'too-large' });
    expect(judge('file', jpeg(MOST_BYTES.image + 1))).toMatchObject({ ok: true });
    expect(judge('file', jpeg(MOST_BYTES.file + 1))).toEqual({ ok: false, reason: 'too-large' });
    expect(judge('file', Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty' });
    expect(judge('file', text('<html>'))).toEqual({ ok: false, reason: 'type-not-taken' });
  });
});
