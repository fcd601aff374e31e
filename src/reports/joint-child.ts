/** The process that makes a file of the joint report and ends: however many offices it joins, the bot goes on. joint-file.ts forks it. */
import { flushCompileCache } from 'node:module';
import { jointContent } from './joint-content.ts';
import type { JointAnswer, JointFileJob } from './joint-file.ts';
import { makeDocx } from './docx.ts';
import { makePdf, pdfQueue } from './pdf.ts';
import { makeXlsx } from './xlsx.ts';

/** Its rows are short: more of them fit into one process, and fewer have to be started. */
const ROWS_A_PROCESS = 420;

process.once('message', (job: JointFileJob) => {
  const answer = (one: JointAnswer): void => void process.send?.(one);
  make(job, (done, of) => answer({ kind: 'progress', done, of })).then(
    (bytes) => {
      // it is ended on this answer: what was compiled is kept for the next one first
      flushCompileCache();
      answer({ kind: 'made', bytes });
    },
    (error: unknown) => answer({ kind: 'failed', detail: error instanceof Error ? error.message : '' }),
  );
});

async function make(
  { report, format, settings, time }: JointFileJob,
  progress: (done: number, of: number) => void,
): Promise<Buffer> {
  const content = jointContent(report, settings);
  progress(0, content.partTwo.table.rows.length);
  if (format === 'docx') return makeDocx(content, new Map());
  if (format === 'xlsx') return makeXlsx(content, settings);
  return makePdf(() => content, settings, new Map(), pdfQueue({ time, progress, rows: ROWS_A_PROCESS }));
}
