/** The ledger of erasures: a file beside the database, one JSON line an erasure, so that a restored backup cannot forget them; erase-person and the console write it. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Erasure } from './erase-person.ts';

/** Appends a line and waits until it is on the disk. @returns why it could not, or null. */
export async function addToLedger(file: string, erasure: Erasure): Promise<string | null> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const ledger = await open(file, 'a', 0o600);
    try {
      await ledger.appendFile(`${JSON.stringify(erasure)}\n`);
      await ledger.sync();
    } finally {
      await ledger.close();
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @returns all erasures of the file, or the first line that cannot be read. @throws what the system says of a file that is not there or cannot be opened. */
export async function readLedger(
  file: string,
): Promise<{ ok: true; erasures: Erasure[] } | { ok: false; line: number }> {
  const text = await readFile(file, 'utf8');
  const erasures: Erasure[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const erasure = erasureFrom(line);
    if (!erasure) return { ok: false, line: at + 1 };
    erasures.push(erasure);
  }
  return { ok: true, erasures };
}

function erasureFrom(line: string): Erasure | null {
  try {
    const { at, person } = JSON.parse(line) as Partial<Erasure>;
    return typeof at === 'string' && /^[0-9a-f]{64}$/.test(person ?? '') ? { at, person: person! } : null;
  } catch {
    return null;
  }
}
