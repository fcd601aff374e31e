import { defineConfig } from 'vitest/config';

// Files run two at a time: the suite is built for a machine of two cores.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/global-setup.ts'],
    // Limits for what hangs, far from what anything takes even on a busy machine; speed is the bench's business.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
});
