/** Invitations with QR codes as one PDF to print and cut apart; typst sets it in a process of its own. */
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { ReportError } from './failure.ts';

export interface InviteCard {
  /** Whose it is. */
  name: string;
  /** What it is for, one line. */
  about: string;
  /** What is typed in chat without the QR code. */
  sentence: string;
  /** What the QR code holds. */
  target: string;
}

export interface InviteSheet {
  title: string;
  /** How to use the QR code, what to do without it, and for how long. */
  scan: string;
  type: string;
  limits: string;
  cards: InviteCard[];
  /** Words of several letters that are never broken apart. */
  unbroken: readonly string[];
}

export type SheetAnswer = { ok: true; pdf: Uint8Array } | { ok: false; error: string };

const PROGRAM = new URL('./invite-sheet-child.ts', import.meta.url);
const TIME_MS = 60_000;

/** @param program the file to fork. @returns the PDF, the same bytes for the same sheet. Rejects with ReportError: timeout or failed. */
export function makeInviteSheet(sheet: InviteSheet, time = TIME_MS, program = PROGRAM): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cache = getCompileCacheDir();
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { MALLOC_ARENA_MAX: '1', ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) },
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // a late error of a process that is being ended must not reach anyone
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const fail = (kind: 'timeout' | 'failed', detail: string): void =>
      end(() => reject(new ReportError(kind, detail)));
    const timer = setTimeout(() => fail('timeout', 'took too long'), time);
    child.on('message', (answer: SheetAnswer) =>
      answer.ok ? end(() => resolve(Buffer.from(answer.pdf))) : fail('failed', answer.error),
    );
    child.on('error', (error) => fail('failed', error.message));
    child.on('exit', (code, by) => fail('failed', `ended by ${by ?? code}`));
    child.send(sheet);
  });
}
