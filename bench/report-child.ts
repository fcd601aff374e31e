/** The typesetting process with its peak memory noted before it answers; bench/report-one.ts has it forked in place of the real one. */
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../src/reports/pdf-child.ts';

const send = process.send?.bind(process);
// The process is ended as soon as its answer has arrived, so its peak is noted just before it sends one.
process.send = (message: unknown, ...rest: unknown[]) => {
  appendFileSync(join(tmpdir(), `kuebna-bench-${process.ppid}`), `${process.resourceUsage().maxRSS}\n`);
  return Reflect.apply(send ?? (() => false), process, [message, ...rest]) as boolean;
};
