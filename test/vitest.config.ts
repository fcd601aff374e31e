import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// As the bot has it, which a test starts, and its parts that are processes: where compiled code is kept from one to the next.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache');

/** What takes longest, first what mostly waits: begun last, it would be waited for alone. */
const FIRST = ['faults/catalogue', 'flow/embedded', 'browser/', 'faults/', 'understand/corpus'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = FIRST.findIndex((part) => moduleId.includes(`/test/${part}`));
      return found < 0 ? FIRST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

// The suite is built for a machine of two cores; three files at a time fill the waits for MongoDB and the browser.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/global-setup.ts'],
    setupFiles: ['test/helpers/left-as-found.ts'],
    // Limits for what hangs, far from what anything takes even on a busy machine; speed is the bench's business.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
    maxWorkers: 3,
    maxConcurrency: 3,
    // a file finds the modules loaded by the one before, and an empty database: each closes what it opens
    isolate: false,
  },
});
