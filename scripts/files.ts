/** Files that administrators' commands read and write: what the system refuses is told in their language; nothing is overwritten unasked. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Texts } from '../src/text/index.ts';
import type { ScriptOutcome } from './cli.ts';

interface Speaks {
  words: Texts['admin'];
}
interface Writes extends Speaks {
  values: { yes?: boolean };
}

type BytesRead = { ok: true; bytes: Buffer } | { ok: false; outcome: ScriptOutcome };

export async function readBytes({ words }: Speaks, file: string): Promise<BytesRead> {
  try {
    return { ok: true, bytes: await readFile(file) };
  } catch (error) {
    return { ok: false, outcome: unreadable({ words }, file, error) };
  }
}

/** @param error what came of reading `file`. */
export function unreadable({ words }: Speaks, file: string, error: unknown): ScriptOutcome {
  const { fileMissing, fileUnreadable } = words.command;
  const line = codeOf(error) === 'ENOENT' ? fileMissing(file) : fileUnreadable(file, whyOf(error, words));
  return { exit: 'refused', reason: 'unreadable-file', lines: [line] };
}

/** Never over a file unasked: it may be one that somebody has worked on. @returns the refusal, or null. */
export async function refuseExisting({ values, words }: Writes, file: string): Promise<ScriptOutcome | null> {
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  return there && !values.yes
    ? { exit: 'refused', reason: 'file-exists', lines: [words.command.fileExists(file)] }
    : null;
}

/**
 * Puts a file in its place, whole or not at all.
 * @param mode who may read it; the system's habit unless given.
 * @returns the refusal, or null.
 */
export async function writeBytes(
  call: Writes,
  file: string,
  bytes: Buffer | string,
  mode?: number,
): Promise<ScriptOutcome | null> {
  const existing = await refuseExisting(call, file);
  if (existing) return existing;
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes, mode === undefined ? {} : { mode });
    await rename(beside, file);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return unwritable(call, file, error);
  }
}

/** @param error what came of writing `file`. */
export function unwritable({ words }: Speaks, file: string, error: unknown): ScriptOutcome {
  const { folderMissing, fileUnwritable } = words.command;
  const line =
    codeOf(error) === 'ENOENT' ? folderMissing(dirname(file)) : fileUnwritable(file, whyOf(error, words));
  return { exit: 'refused', reason: 'unwritable-file', lines: [line] };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function whyOf(error: unknown, { command }: Texts['admin']): string {
  const code = codeOf(error);
  const { fileTrouble } = command;
  if (Object.hasOwn(fileTrouble, code)) return fileTrouble[code as keyof typeof fileTrouble];
  return code || String(error);
}
