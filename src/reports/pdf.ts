/** Makes the PDF by typst in a process of its own, one at a time; whatever happens there, this process lives on. */
import { fork } from 'node:child_process';
import { texts } from '../text/index.ts';
import type { ReportContent } from './content.ts';
import { ReportError } from './failure.ts';
import type { PdfAnswer, PdfJob } from './pdf-child.ts';
import type { Pictures, ReportSettings } from './settings.ts';

export interface PdfLimits {
  /** Milliseconds one report may take. */
  time: number;
  /** Reports that may wait behind the one being made. */
  waiting: number;
  /** The program that is forked. */
  child: URL;
}

const LIMITS: PdfLimits = {
  time: 60_000,
  waiting: 20,
  child: new URL('./pdf-child.ts', import.meta.url),
};

/**
 * A queue that forks one typesetting process at a time.
 * @returns a function from job to PDF bytes; it rejects with ReportError: busy, timeout or failed.
 */
export function pdfQueue(limits: Partial<PdfLimits> = {}): (job: PdfJob) => Promise<Buffer> {
  const { time, waiting, child } = { ...LIMITS, ...limits };
  let last: Promise<unknown> = Promise.resolve();
  let pending = 0;
  return (job) => {
    if (pending > waiting) return Promise.reject(new ReportError('busy', `${pending} reports are waiting`));
    pending += 1;
    const made = last.then(() => typesetInChild(job, child, time)).finally(() => (pending -= 1));
    last = made.catch(() => undefined);
    return made;
  };
}

const typeset = pdfQueue();

/** @returns the report as PDF/A-2u, the same bytes for the same content. */
export function makePdf(
  content: ReportContent,
  settings: ReportSettings,
  pictures: Pictures,
): Promise<Buffer> {
  const shown = (content.annex?.items ?? []).filter((item) => item.picture);
  return typeset({
    content,
    unbroken: texts(settings.language).reports.unbroken,
    pictures: shown.flatMap(({ id }) => {
      const bytes = pictures.get(id);
      return bytes ? [{ id, bytes }] : [];
    }),
  });
}

function typesetInChild(job: PdfJob, program: URL, time: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {},
    });
    let complaint = '';
    const timer = setTimeout(() => end(() => reject(new ReportError('timeout', `${time} ms`))), time);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      // A late error of a child that is being ended must not reach anyone.
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
    child.on('message', (answer: PdfAnswer) =>
      end(() =>
        answer.ok ? resolve(Buffer.from(answer.pdf)) : reject(new ReportError('failed', answer.error)),
      ),
    );
    child.on('error', (error) => end(() => reject(new ReportError('failed', error.message))));
    child.on('exit', (code, signal) =>
      end(() => reject(new ReportError('failed', `ended by ${signal ?? code}: ${complaint}`))),
    );
    child.send(job, (error) => {
      if (error) end(() => reject(new ReportError('failed', error.message)));
    });
  });
}
