/** Reads a picture's kind and size from its first bytes; DOCX needs both, and what is neither PNG nor JPEG is not shown. */

export interface ImageSize {
  kind: 'png' | 'jpg';
  width: number;
  height: number;
}

/** @returns pixels, or null when the bytes are no PNG or JPEG, or too broken to tell. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength > 24 && view.getUint32(0) === 0x89504e47) {
    return sized('png', view.getUint32(16), view.getUint32(20));
  }
  return view.byteLength > 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
}

/** Walks the segments to the frame header (SOF0–SOF15 without the tables C4, C8, CC). */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return sized('jpg', view.getUint16(at + 7), view.getUint16(at + 5));
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function sized(kind: ImageSize['kind'], width: number, height: number): ImageSize | null {
  return width > 0 && height > 0 && width < 100_000 && height < 100_000 ? { kind, width, height } : null;
}
