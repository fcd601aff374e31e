/** One reading of a plan in a fresh process: `product|bare FILE`; prints JSON. bench/sections/plans.ts starts it. */
import { readFile } from 'node:fs/promises';

const [kind, file] = process.argv.slice(2) as ['product' | 'bare', string];
const bytes = await readFile(file);
const read = kind === 'product' ? await product() : await bare();
const began = performance.now();
const activities = await read();
const milliseconds = performance.now() - began;
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, activities }));

/** All stages, from bytes to a draft that is ready. */
async function product(): Promise<() => Promise<number>> {
  const { readSource } = await import('../src/plan-import/read.ts');
  const { isReady, understandPlan } = await import('../src/plan-import/understand.ts');
  return async () => {
    const source = await readSource(bytes);
    const outcome = source.ok ? understandPlan(source.source) : source;
    if (!outcome.ok || !isReady(outcome.understood)) throw new Error('the plan was not read');
    return outcome.understood.form.activities.length;
  };
}

/** The library that writes the file, opening it and nothing more. */
async function bare(): Promise<() => Promise<number>> {
  const { Excel } = await import('../src/reports/excel-library.ts');
  return async () => {
    const book = new Excel.Workbook();
    await book.xlsx.load(bytes as never);
    return book.worksheets[0]?.actualRowCount ?? 0;
  };
}
