/** First stage: a file's bytes become a source, whatever program wrote it; plan-import's callers begin here. */
import { planWords } from '../text/plan-words.ts';
import { readArchive } from './read/archive.ts';
import { readCsv } from './read/csv.ts';
import { readOpenDocument } from './read/open-document.ts';
import { mainPart } from './read/relations.ts';
import { readWord } from './read/word.ts';
import { readWorkbook } from './read/workbook.ts';
import { type FileFault, MAX_FILE_BYTES, type SourceRead } from './source.ts';

/** @param bytes the file as it lies on the disk, told by what is in it and not by its name. */
export async function readSource(bytes: Buffer): Promise<SourceRead> {
  const fault = faultByBytes(bytes);
  if (fault === 'text') return readCsv(bytes);
  if (fault) return { ok: false, reason: fault };
  const archive = await readArchive(bytes);
  if (!archive.ok) return archive;
  const { parts, names } = archive;
  if (names.has('xl/workbook.bin')) return { ok: false, reason: 'binary-excel' };
  try {
    if (names.has('content.xml')) {
      if (parts.get('meta-inf/manifest.xml')?.includes('encryption-data'))
        return { ok: false, reason: 'password' };
      return { ok: true, source: readOpenDocument(parts) };
    }
    const main = mainPart(parts);
    if (main === null) return { ok: false, reason: 'not-excel' };
    // What the main part holds says which of the two it is, its name does not.
    const isWord =
      main.startsWith('word/') || /<(\w+:)?document[\s>]/.test(parts.get(main)!.toString('utf8', 0, 2000));
    return {
      ok: true,
      source: isWord ? readWord(parts, main, planWords.letters) : readWorkbook(parts, main),
    };
  } catch (error) {
    return { ok: false, reason: error instanceof RangeError ? 'too-large' : 'damaged' };
  }
}

/** Which kind of file the first bytes betray, when it is not a zip. */
function faultByBytes(bytes: Buffer): FileFault | 'text' | null {
  if (bytes.length === 0) return 'empty-file';
  if (bytes.length > MAX_FILE_BYTES) return 'too-large';
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return null;
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'old-excel';
  const start = bytes.subarray(0, 4096);
  const isUtf16 = start[0] === 0xff && start[1] === 0xfe;
  const isBinary =
    start.includes(0) || start.subarray(0, 5).equals(Buffer.from('%PDF-')) || start[0] === 0x89;
  return isBinary && !isUtf16 ? 'not-excel' : 'text';
}
