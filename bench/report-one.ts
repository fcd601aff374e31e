/** One measured run in a fresh process: `product|bare|large docx|xlsx|pdf`; prints JSON. bench/report.ts starts it. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportContent } from '../src/reports/content.ts';
import { makeReport } from '../src/reports/index.ts';
import { pdfQueue } from '../src/reports/pdf.ts';
import { DEFAULT_SETTINGS } from '../src/reports/settings.ts';
import { texts } from '../src/text/index.ts';
import { largePlan, modelOf, updateOf } from '../test/unit/report/sample.ts';
import { bare, type Rows } from './report-bare.ts';

type Format = keyof typeof bare;
const [kind, format] = process.argv.slice(2) as [string, Format];
const settings = { ...DEFAULT_SETTINGS, partOne: kind === 'large' };
const model = modelOf(kind === 'large' ? large() : {});

/** 1,000 activities with five updates each. */
function large() {
  const plan = largePlan(100);
  const updates = plan.activities
    .filter((activity) => activity.leaf)
    .flatMap(({ code }) =>
      [1, 2, 3, 4, 5].map((seq) =>
        updateOf(
          code,
          `2021-03-0${seq}T03:00:00Z`,
          { status: 'in_progress', spent: seq * 100_00, result: `จัดประชุมครั้งที่ ${seq} มีผู้เข้าร่วมครบถ้วน` },
          { seq },
        ),
      ),
    );
  return { plan, updates };
}

/** The same texts as the product's table, for the bare program. */
function sameRows(): Rows {
  const { table } = reportContent(model, settings).partTwo;
  const rows = table.rows.map((row) =>
    row.cells.flatMap(({ text, span }) => [text, ...Array<string>(span - 1).fill('')]),
  );
  return [table.heads.map((head) => head.text), ...rows];
}

/** The large PDF by a process whose memory is noted. */
async function largePdf(): Promise<number> {
  const queue = pdfQueue({ child: new URL('./report-child.ts', import.meta.url) });
  const { unbroken } = texts('th').reports;
  return (await queue(() => ({ content: reportContent(model, settings), unbroken, pictures: [] }))).length;
}

const rows = kind === 'bare' ? sameRows() : [];
const start = performance.now();
const bytes =
  kind === 'bare'
    ? await bare[format](rows)
    : kind === 'large' && format === 'pdf'
      ? await largePdf()
      : (await makeReport(model, format, settings)).length;
const ms = performance.now() - start;
const noted = join(tmpdir(), `kuebna-bench-${process.pid}`);
// One process after the other: the largest counts.
const child = existsSync(noted) ? Math.max(...readFileSync(noted, 'utf8').trim().split('\n').map(Number)) : 0;
rmSync(noted, { force: true });
const mb = (process.resourceUsage().maxRSS + child) / 1024;
console.log(JSON.stringify({ kind, format, ms: Math.round(ms), mb: Math.round(mb), bytes }));
