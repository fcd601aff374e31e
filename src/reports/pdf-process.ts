/** Has one piece of a report typeset in a process of its own. pdf.ts calls it. */
import { askChild } from '../ask-child.ts';
import { asReportError } from './failure.ts';
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
  const limits = { time: signal, flags: [...process.execArgv, ...MEMORY_FLAGS], complaints: true };
  return askChild<PdfAnswer, TypesetPiece>(program, piece, limits, (answer) =>
    answer.ok ? { result: answer } : { failed: answer.error },
  ).catch(asReportError);
}
