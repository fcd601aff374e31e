/** Forks the typesetter for one piece of a report; whatever happens there, this process lives on. pdf.ts calls it. */
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { ReportError } from './failure.ts';
import type { PdfAnswer, TypesetPiece } from './pdf-child.ts';
import type { PdfPiece } from './pdf-pieces.ts';

/** Short-lived objects are collected early: the process keeps what it once had, and typesetting needs it. */
const MEMORY_FLAGS = ['--max-semi-space-size=1'];

/**
 * @param program the file to fork.
 * @param piece called once the process is starting up, so that both are at work.
 * @param signal ends the process when its time is over.
 * @returns the typeset pages. Rejects with ReportError: timeout or failed.
 */
export function typesetInProcess(
  program: URL,
  piece: () => PdfPiece,
  signal: AbortSignal,
): Promise<TypesetPiece> {
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: environment(),
      execArgv: [...process.execArgv, ...MEMORY_FLAGS],
    });
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', timeOut);
      child.removeAllListeners();
      // A late error of a child that is being ended must not reach anyone.
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const fail = (detail: string) => end(() => reject(new ReportError('failed', detail)));
    const timeOut = () => end(() => reject(new ReportError('timeout', 'took too long')));
    signal.addEventListener('abort', timeOut);
    let complaint = '';
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
    child.on('message', (answer: PdfAnswer) => (answer.ok ? end(() => resolve(answer)) : fail(answer.error)));
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, by) => fail(`ended by ${by ?? code}: ${complaint}`));
    try {
      child.send(piece(), (error) => {
        if (error) fail(error.message);
      });
    } catch (error) {
      end(() => reject(error as Error));
    }
  });
}

/** Nothing of this process's own but where compiled code is kept; one arena, since a second one only spreads memory. */
function environment(): Record<string, string> {
  const cache = getCompileCacheDir();
  return { MALLOC_ARENA_MAX: '1', ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) };
}
