/** Tells by a hash which corpus and code weights were trained with; the tests compare it with the one in the weights. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the weights depend on; thresholds only say how they are used. */
const SOURCES = [
  'test/fixtures/understand/**/*.{json,jsonl,txt}',
  'src/understand/**/*.{ts,txt}',
  'scripts/reader-training/*.ts',
];
const NOT = new Set(['src/understand/thresholds.ts']);

export function fingerprint(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !NOT.has(path))
    .toSorted();
  for (const path of files)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(ROOT + path, 'utf8').replaceAll('\r\n', '\n'))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
