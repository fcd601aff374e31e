/** Says what a file is by its bytes alone, whatever its sender calls it; the evidence worker accepts nothing it does not name. */
import { zipParts } from './zip-parts.ts';

export interface FileType {
  contentType: string;
  /** Without the dot. */
  extension: string;
  /** Something a photo message may hold. */
  picture: boolean;
  /** A zip inside. */
  archive: boolean;
  /** A browser may show it in its window; everything else is handed over as a download. */
  inline: boolean;
}

const picture = (contentType: string, extension: string, inline = true): FileType => ({
  contentType,
  extension,
  picture: true,
  archive: false,
  inline,
});
const paper = (contentType: string, extension: string, archive = false): FileType => ({
  contentType,
  extension,
  picture: false,
  archive,
  inline: false,
});

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const JPEG = picture('image/jpeg', 'jpg');
const PNG = picture('image/png', 'png');
const GIF = picture('image/gif', 'gif');
const WEBP = picture('image/webp', 'webp');
/** Phones' own format; few browsers show it. */
export const HEIC = picture('image/heic', 'heic', false);
const PDF = paper('application/pdf', 'pdf');
const TEXT = paper('text/plain; charset=utf-8', 'txt');

/** A zip is an Office file when it has this part. */
const OPEN_XML_PARTS: readonly (readonly [string, FileType])[] = [
  ['word/document.xml', paper(`${OPEN_XML}.wordprocessingml.document`, 'docx', true)],
  ['xl/workbook.xml', paper(`${OPEN_XML}.spreadsheetml.sheet`, 'xlsx', true)],
  ['ppt/presentation.xml', paper(`${OPEN_XML}.presentationml.presentation`, 'pptx', true)],
];

/** An OLE file is an Office file when it has a stream of this name; installers, for one, have none of them. */
const OLE_STREAMS: readonly (readonly [string, FileType])[] = [
  ['WordDocument', paper('application/msword', 'doc')],
  ['Workbook', paper('application/vnd.ms-excel', 'xls')],
  ['PowerPoint Document', paper('application/vnd.ms-powerpoint', 'ppt')],
];

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

const ALL: readonly FileType[] = [
  JPEG,
  PNG,
  GIF,
  WEBP,
  HEIC,
  PDF,
  TEXT,
  ...[...OPEN_XML_PARTS, ...OLE_STREAMS].map(([, type]) => type),
];

/** @returns the type of that name, or null when it is none of ours. */
export function fileTypeOf(contentType: string): FileType | null {
  return ALL.find((type) => type.contentType === contentType) ?? null;
}

/** @returns what the bytes are, or null for everything that is not taken: programs, pages, SVG, macros, archives. */
export async function detectFileType(bytes: Buffer): Promise<FileType | null> {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return JPEG;
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return PNG;
  const head = bytes.toString('latin1', 0, 16);
  if (/^GIF8[79]a/.test(head)) return GIF;
  if (/^RIFF[^]{4}WEBP/.test(head)) return WEBP;
  if (head.slice(4, 8) === 'ftyp') return HEIC_BRANDS.has(head.slice(8, 12)) ? HEIC : null;
  if (head.startsWith('%PDF-')) return PDF;
  if (head.startsWith('PK\u0003\u0004')) return openXml(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return ole(bytes);
  return isPlainText(bytes) ? TEXT : null;
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

async function openXml(bytes: Buffer): Promise<FileType | null> {
  const parts = await zipParts(bytes);
  if (!parts?.has('[Content_Types].xml')) return null;
  for (const name of parts.keys()) if (/(^|\/)vbaProject\.bin$/i.test(name)) return null;
  return OPEN_XML_PARTS.find(([part]) => parts.has(part))?.[1] ?? null;
}

function ole(bytes: Buffer): FileType | null {
  // names of streams stand in the directory as UTF-16
  const has = (name: string): boolean => bytes.includes(Buffer.from(`${name}\u0000`, 'utf16le'));
  if (has('_VBA_PROJECT')) return null;
  return OLE_STREAMS.find(([name]) => has(name))?.[1] ?? null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 without control characters that is neither markup nor a script. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return false;
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text)) return false;
  return !/^\s*(<|#!)/.test(text) && !/<\s*(script|html|svg|iframe|!doctype|\?xml)\b/i.test(text);
}
