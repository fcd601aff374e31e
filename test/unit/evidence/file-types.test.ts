/** What files are taken for, by their bytes alone. */
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test, vi } from 'vitest';
import { detectFileType, fileTypeOf } from '../../../src/services/file-types.ts';
import { texts } from '../../../src/text/index.ts';
import { judgeEvidence, MOST_BYTES, MOST_UNPACKED } from '../../../src/services/evidence-judge.ts';
import { docx, jpeg, ole, picture, sha256, zip } from '../../helpers/evidence-files.ts';

const text = (value: string): Buffer => Buffer.from(value, 'utf8');
const extension = async (bytes: Buffer): Promise<string | null> =>
  (await detectFileType(bytes))?.extension ?? null;

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
  ])('%s', async (ending, bytes) => {
    expect(await extension(bytes)).toBe(ending);
  });

  test('Office files by their parts', async () => {
    expect(await extension(await docx())).toBe('docx');
    expect(await extension(await zip('[Content_Types].xml', 'xl/workbook.xml'))).toBe('xlsx');
    expect(await extension(await zip('[Content_Types].xml', 'ppt/presentation.xml'))).toBe('pptx');
  });

  test('and each type is found again by its name', async () => {
    for (const bytes of [picture(), jpeg(20), await docx(), ole('Workbook'), text('ก')])
      expect(fileTypeOf((await detectFileType(bytes))!.contentType)).toEqual(await detectFileType(bytes));
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
  ])('%s', async (_what, bytes) => {
    expect(await detectFileType(bytes)).toBeNull();
  });

  test('archives, macros, and a directory that points outside', async () => {
    expect(await extension(await zip('a.txt', 'word/document.xml'))).toBeNull();
    expect(
      await extension(await zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')),
    ).toBeNull();
    const wild = await docx();
    wild.writeUInt32LE(0xfffffff0, wild.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
    expect(await extension(wild)).toBeNull();
  });

  test('never by throwing', async () => {
    const heads = [
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      'GIF89a',
      'RIFF',
      '%PDF-',
      '\u00d0\u00cf\u0011\u00e0',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), async (head, rest) => {
        const found = await detectFileType(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
        expect(found === null || found.contentType.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('as evidence', () => {
  const copy = { bytes: Buffer.from('small'), width: 1, height: 1 };
  const copies = { report: copy, thumb: copy };
  const look = vi.fn(() => Promise.resolve({ ok: true, copies } as const));

  test('a picture is kept with its hash and its small copies', async () => {
    const bytes = picture(3);
    expect(await judgeEvidence('image', bytes, look)).toEqual({
      ok: true,
      contentType: 'image/png',
      bytes: bytes.length,
      hash: sha256(bytes),
      copies,
    });
  });

  test('a text called .jpg is no photo, but a file, and nobody looks at it', async () => {
    look.mockClear();
    const bytes = text('นี่คือข้อความ');
    expect(await judgeEvidence('image', bytes, look)).toEqual({ ok: false, reason: 'not-a-picture' });
    expect(await judgeEvidence('file', bytes, look)).toMatchObject({
      ok: true,
      contentType: 'text/plain; charset=utf-8',
      copies: null,
    });
    expect(look).not.toHaveBeenCalled();
  });

  test('a picture that cannot be shown is refused with the reason', async () => {
    const refuse = () => Promise.resolve({ ok: false, reason: 'too-many-pixels' } as const);
    for (const kind of ['image', 'file'] as const)
      expect(await judgeEvidence(kind, picture(), refuse)).toEqual({ ok: false, reason: 'too-many-pixels' });
  });

  test('a phone’s own format is refused with what to do, and nobody looks at it', async () => {
    look.mockClear();
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic')]);
    for (const kind of ['image', 'file'] as const)
      expect(await judgeEvidence(kind, heic, look)).toEqual({ ok: false, reason: 'phone-format' });
    expect(look).not.toHaveBeenCalled();
    expect(texts('th').files.failed['phone-format']('a.heic', 'วันนี้')).toContain('ส่งเป็นรูปภาพในแชท LINE');
  });

  test('sizes end at their limits', async () => {
    const judged = (kind: 'image' | 'file', bytes: Buffer) => judgeEvidence(kind, bytes, look);
    expect(await judged('image', jpeg(MOST_BYTES.image))).toMatchObject({ ok: true });
    expect(await judged('image', jpeg(MOST_BYTES.image + 1))).toEqual({ ok: false, reason: 'too-large' });
    expect(await judged('file', jpeg(MOST_BYTES.image + 1))).toMatchObject({ ok: true });
    expect(await judged('file', jpeg(MOST_BYTES.file + 1))).toEqual({ ok: false, reason: 'too-large' });
    expect(await judged('file', Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty' });
    expect(await judged('file', text('<html>'))).toEqual({ ok: false, reason: 'type-not-taken' });
  });

  test('an Office file is bounded by what it unpacks to, whatever it claims', async () => {
    const huge = claiming(await packed(3_000_000), 3_000_000, MOST_UNPACKED);
    expect(await judgeEvidence('file', huge, look)).toEqual({ ok: false, reason: 'unpacks-too-large' });
    const lying = claiming(await packed(3_000_000), 3_000_000, 10);
    expect(await judgeEvidence('file', lying, look)).toEqual({ ok: false, reason: 'damaged' });
    const honest = await packed(3_000_000);
    expect(await judgeEvidence('file', honest, look)).toMatchObject({ ok: true, copies: null });
    const torn = Buffer.from(honest);
    torn.fill(0xff, 80, 200);
    expect(await judgeEvidence('file', torn, look)).toEqual({ ok: false, reason: 'damaged' });
  });
});

/** A Word file with one part that unpacks to so many noughts. */
async function packed(bytes: number): Promise<Buffer> {
  const made = new JSZip();
  made.file('word/media/image1.bmp', Buffer.alloc(bytes));
  made.file('[Content_Types].xml', '<x/>');
  made.file('word/document.xml', '<x/>');
  return made.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The same archive, with another size of a part written wherever it stands. */
function claiming(archive: Buffer, real: number, claimed: number): Buffer {
  const [from, to] = [Buffer.alloc(4), Buffer.alloc(4)];
  from.writeUInt32LE(real);
  to.writeUInt32LE(claimed);
  const out = Buffer.from(archive);
  for (let at = out.indexOf(from); at >= 0; at = out.indexOf(from, at)) to.copy(out, at);
  return out;
}
