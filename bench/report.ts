/** Times the official report in every format (median of the runs given as argument, 5) against bare programs of the same libraries, each run in a fresh process. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Run {
  ms: number;
  mb: number;
  bytes: number;
}

const ONE = fileURLToPath(new URL('./report-one.ts', import.meta.url));
const RUNS = Number(process.argv[2] ?? 5);

/** Times count from the call to the bytes, loading of the library included; for the product also its second process for PDF. */
function run(kind: string, format: string): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [ONE, kind, format], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

function best(kind: string, format: string): Run {
  const runs = Array.from({ length: RUNS }, () => run(kind, format));
  return runs.toSorted((a, b) => a.ms - b.ms)[Math.floor(RUNS / 2)] as Run;
}

const GOALS = { docx: 500, xlsx: 500, pdf: 600 };

for (const format of ['docx', 'xlsx', 'pdf'] as const) {
  const [product, anchor, large] = [best('product', format), best('bare', format), run('large', format)];
  const ratio = (product.ms / anchor.ms).toFixed(2);
  console.log(
    `${format}: ${product.ms} ms (goal ${GOALS[format]}), bare ${anchor.ms} ms, ratio ${ratio};`,
    `1,000 activities with 5 updates: ${(large.ms / 1000).toFixed(1)} s (goal 12), ${large.mb} MB (goal 400), ${large.bytes} bytes`,
  );
}
