/** Everything that must hold before a change lands, in one go; `npm test` runs it, here and on a build machine. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { childEnvironment } from '../src/config.ts';

/** Colours are for eyes: in a file or a build log they only hide the words. */
const TERMINAL = process.stdout.isTTY;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Outcome {
  passed: number;
  failed: number;
}

interface Check {
  name: string;
  /** Run one after the other; the check fails with the first that does. */
  commands: readonly (readonly [program: string, ...args: string[]])[];
}

/** One after the other: what fails most often comes first. */
const CHECKS: readonly Check[] = [
  {
    name: 'types',
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'tsconfig.web.json'],
      ['tsc', '-p', 'test/browser/tsconfig.json'],
    ],
  },
  { name: 'lint', commands: [['oxlint', '--type-aware', '--deny-warnings', '--threads=1']] },
  // what it remembers of a file goes by what is in it: a checkout gives it another date
  { name: 'format', commands: [['prettier', '--check', '.', '--cache', '--cache-strategy=content']] },
  { name: 'dead code', commands: [['knip', '--no-progress']] },
];

// the tests wait for much, and what they leave of the machine is enough for the checks
const outcomes = (await Promise.all([runTests(), runChecks()])).flat();

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runChecks(): Promise<Outcome[]> {
  const found: Outcome[] = [];
  for (const check of CHECKS) found.push(await runCheck(check));
  return found;
}

/** Runs a check that says yes or no, and shows all it said when it says no. */
async function runCheck({ name, commands }: Check): Promise<Outcome> {
  const begun = performance.now();
  for (const [program, ...args] of commands) {
    const { code, output } = await run(program, args, { isPatient: true });
    if (code === 0) continue;
    console.log(
      `${line(name, 'failed', begun)}\n${(TERMINAL ? output : stripVTControlCharacters(output)).trimEnd()}\n`,
    );
    return { passed: 0, failed: 1 };
  }
  console.log(line(name, 'ok', begun));
  return { passed: 1, failed: 0 };
}

/** Runs the test suite; it shows its dots as they come, since it takes the longest. */
async function runTests(): Promise<Outcome> {
  const begun = performance.now();
  const directory = await mkdtemp(join(tmpdir(), 'kuebna-check-'));
  try {
    const file = join(directory, 'results.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const args = ['run', '--config', 'test/vitest.config.ts', ...reporters];
    const { code } = await run('vitest', args, { onOutput: (chunk) => process.stdout.write(chunk) });
    const outcome = await readResults(file);
    // Something outside the tests broke, such as the set-up or a promise nobody waited for.
    if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
    console.log(line('tests', outcome.failed === 0 ? 'ok' : 'failed', begun));
    return outcome;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The part of Vitest's JSON report that is read here. */
interface Results {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

async function readResults(file: string): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const results = JSON.parse(text) as Results;
  // A file that could not be loaded has no tests to count, so it counts itself.
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: results.numPassedTests, failed: results.numFailedTests + unloaded.length };
}

/** @param how.isPatient it takes of the processor what others leave. */
function run(
  program: string,
  args: readonly string[],
  how: { onOutput?: (chunk: Buffer) => void; isPatient?: boolean } = {},
): Promise<{ code: number | null; output: string }> {
  // On Windows the programs are command files, which only a shell starts.
  const shell = process.platform === 'win32';
  const path = join(ROOT, 'node_modules', '.bin', program);
  const child = spawn(shell ? `"${path}"` : path, args, {
    cwd: ROOT,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(TERMINAL ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
  });
  if (how.isPatient && child.pid !== undefined) lowerPriority(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      how.onOutput?.(chunk);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // ended already, or nothing this system lets one do: it runs like the others
  }
}

function line(name: string, word: string, begun: number): string {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  // below the dots of the tests, which are not ended yet
  return `\n${name.padEnd(10)} ${word.padEnd(7)} ${seconds} s`;
}
