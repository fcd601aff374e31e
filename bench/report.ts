/** Times the official report in every format against bare programs of the same libraries, each run in a fresh process; the argument says how many rounds (5). */
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spread } from './lib/stats.ts';

interface Run {
  ms: number;
  mb: number;
  bytes: number;
}

const ONE = fileURLToPath(new URL('./report-one.ts', import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 5);
const GOALS = { docx: 500, xlsx: 500, pdf: 600 };
type Format = keyof typeof GOALS;

/** Both programs find compiled code kept by an earlier run, as the bot does at its second start. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'kuebna-bench-compiled') };

/** Times count from the call to the bytes, loading of the library included; for PDF also the second process. */
function run(kind: 'product' | 'bare' | 'large', format: Format): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [ONE, kind, format], {
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

/** One after the other, the other way round every second time, so that neither always meets the busier moment. */
function pair(format: Format, round: number): { product: Run; bare: Run } {
  if (round % 2 === 0) return { product: run('product', format), bare: run('bare', format) };
  const bare = run('bare', format);
  return { product: run('product', format), bare };
}

const told = (values: readonly number[], digits = 0): string => {
  const { median, least, most } = spread(values);
  return `${median.toFixed(digits)} [${least.toFixed(digits)}–${most.toFixed(digits)}]`;
};

for (const format of Object.keys(GOALS) as Format[]) {
  pair(format, 0);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => pair(format, round));
  const ratios = rounds.map(({ product, bare }) => product.ms / bare.ms);
  const large = run('large', format);
  console.log(
    `${format}: ${told(rounds.map(({ product }) => product.ms))} ms (goal ${GOALS[format]}),`,
    `bare ${told(rounds.map(({ bare }) => bare.ms))} ms, ratio ${told(ratios, 2)} (goal 1.3);`,
    `1,000 activities with 5 updates: ${(large.ms / 1000).toFixed(1)} s (goal 12), ${large.mb} MB (goal 400), ${large.bytes} bytes`,
  );
}
console.log(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores, node ${process.version}`);
