/** The process that reads a plan's file; plan-reading.ts forks it for one file and sets its limits. */
import { flushCompileCache } from 'node:module';
import { readPlanFile } from '../plan-import/read-file.ts';
import { understandPlan } from '../plan-import/understand.ts';
import type { PlanJob, PlanReading } from './plan-reading.ts';

process.on('message', (job: PlanJob) => {
  void readPlan(job).then((reading) => {
    // it is ended on this answer: what was compiled is kept for the next one first
    flushCompileCache();
    process.send?.(reading);
  });
});
process.on('disconnect', () => process.exit(0));

async function readPlan({ bytes, name, choice }: PlanJob): Promise<PlanReading> {
  const read = await readPlanFile(Buffer.from(bytes), name);
  if (!read.ok) return read;
  if (read.file.kind === 'json') return { ok: true, drafted: read.file.drafted, read: null };
  const outcome = understandPlan(read.file.source, choice);
  if (!outcome.ok) return outcome;
  const { drafted, mappings, ...rest } = outcome.understood;
  const tables = mappings.map(({ table, columns }) => ({
    name: table.grid.name,
    rows: table.body.length,
    columns,
  }));
  return { ok: true, drafted, read: { ...rest, tables } };
}
