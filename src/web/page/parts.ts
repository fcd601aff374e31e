/** Sends a file in parts, each small enough for a slow line; the form's files and the console's plan go by it. */
import { sendBytes } from './api.ts';

/** As the server takes them. */
const PART_BYTES = 256 * 1024;
/** A part that takes longer went nowhere. */
const PART_MS = 60_000;

export const partsOf = ({ size }: File): number => Math.ceil(size / PART_BYTES);

/**
 * @param from the part to go on with. @param progress is told how many parts have gone, the last one's share with them.
 * @param wanted asked after each part. @returns false where it was not wanted any more. @throws Refused
 */
export async function sendParts(
  file: File,
  from: number,
  address: string,
  progress: (gone: number) => void,
  wanted: () => boolean,
): Promise<boolean> {
  for (let part = from; part < partsOf(file); part += 1) {
    const begin = part * PART_BYTES;
    progress(part);
    const bytes = file.slice(begin, begin + PART_BYTES);
    await sendBytes(`${address}/${part}`, bytes, (share) => progress(part + share), PART_MS);
    if (!wanted()) return false;
  }
  return true;
}

/** Also where the browser keeps its own for https alone. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
