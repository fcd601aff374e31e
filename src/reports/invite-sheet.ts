/** Invitations with QR codes as one PDF to print and cut apart; typst sets it in a process of its own. */
import { askChild } from '../ask-child.ts';
import { asReportError } from './failure.ts';

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
  return askChild<SheetAnswer, Buffer>(
    program,
    () => sheet,
    { time },
    (answer) => (answer.ok ? { result: Buffer.from(answer.pdf) } : { failed: answer.error }),
  ).catch(asReportError);
}
