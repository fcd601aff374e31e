/** Puts a made report in its place, whole or not at all; report and report-all call it. */
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Texts } from '../src/text/index.ts';
import type { Outcome } from './cli.ts';

/** Replaces what is there: the same command run again gives the newer report. @returns the refusal, or null. */
export async function placeFile(
  { words }: { words: Texts['admin'] },
  file: string,
  bytes: Buffer,
): Promise<Outcome | null> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const detail = error instanceof Error ? error.message : String(error);
    return {
      exit: 'refused',
      reason: 'unwritable-file',
      lines: [words.command.fileUnwritable(file, detail)],
    };
  }
}
