/** Who may import whom, as the architecture test holds it. */

/** Settings, log lines and counts: for the folders that face the world. */
const RUNNING = ['src/config.ts', 'src/log.ts', 'src/metrics.ts'];

/**
 * Rows: a place and the places it may import from, its own aside. The longest place that fits a file is its row.
 * `type:` allows types alone. `*` allows everything but the simulator.
 */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/text': ['src/domain', 'type:src/plan-import'],
  // A file becomes a plan: pure but for the libraries that read and write Excel.
  'src/plan-import': ['src/domain', 'src/text', 'src/reports/excel-library.ts'],
  'flex-messages': ['src/text', 'src/domain', 'type:src/bot', 'src/bot/tap.ts'],
  'src/reports': ['src/domain', 'src/text'],
  'src/db': ['src/domain', 'type:src/bot', ...RUNNING],
  'src/db/embedded.ts': ['src/db', 'src/domain', 'src/text', ...RUNNING],
  'src/services': ['src/domain', 'src/db', 'src/plan-import'],
  'src/understand': ['src/domain', 'src/text'],
  // Loaded where an endpoint is set, and only then.
  'src/assistant': ['src/domain', 'src/understand', 'src/text', ...RUNNING],
  'src/bot': [
    'src/domain',
    'src/understand',
    'src/services',
    'src/text',
    'src/reports',
    'type:src/assistant',
  ],
  'src/line': [
    'src/line/limits',
    'src/line/limits.ts',
    'type:src/bot',
    'src/bot/tap.ts',
    'flex-messages',
    'src/text',
    'src/domain',
    ...RUNNING,
  ],
  // The simulator judges by these too, so they know nothing of the bot.
  'src/line/limits.ts': ['src/line/limits'],
  'src/line/limits': ['src/line/limits.ts'],
  'src/http': [
    'src/line',
    'src/services',
    'src/reports',
    'src/domain',
    'src/text',
    'src/web',
    'type:src/db',
    ...RUNNING,
  ],
  // What a page does for a member is decided by the chat's own functions.
  'src/web': [
    'flex-messages/theme.ts',
    'type:src/bot',
    'src/bot/page-form.ts',
    'src/bot/page-form-end.ts',
    'src/bot/page-nudge.ts',
    'type:src/line',
    'src/services',
    'src/plan-import',
    'src/reports',
    'src/domain',
    'src/text',
    ...RUNNING,
  ],
  'src/web/page': [
    'type:src/web',
    'type:src/services',
    'type:src/reports',
    'type:src/plan-import',
    'type:src/bot',
    'flex-messages/theme.ts',
    'src/text',
    'src/domain',
  ],
  'src/queue': ['src/bot', 'src/line', 'src/services', 'src/domain', 'src/db', 'src/text', ...RUNNING],
  // What their rows can be, for whoever writes them.
  'src/queue/states.ts': [],
  'src/evidence': [
    'src/queue',
    'src/line',
    'src/services',
    'src/domain',
    'src/db',
    'src/text',
    'type:src/bot',
    ...RUNNING,
  ],
  // Who makes which file in the background: the parts that make them, wherever they belong.
  'src/downloads/makers.ts': ['*'],
  'src/downloads': ['src/queue', 'src/services', 'src/db', ...RUNNING],
  'src/jobs': ['src/services', 'src/domain', 'src/db', 'type:src/bot', 'src/text', ...RUNNING],
  'src/simulator': ['src/line/limits', 'src/line/limits.ts'],
  'src/simulator/page': ['src/simulator/types.ts'],
  'src/ask-child.ts': [],
  'src/clock.ts': [],
  'src/current-office.ts': [],
  'src/loopback.ts': [],
  'src/waits.ts': ['type:src/clock.ts'],
  'src/log.ts': [],
  'src/metrics.ts': [],
  'src/config.ts': ['src/config-schema.ts', 'src/config-problems.ts', 'src/log.ts', 'src/text', 'src/domain'],
  'src/config-problems.ts': ['src/config-schema.ts', 'src/text', 'src/domain'],
  'src/config-schema.ts': ['src/log.ts', 'src/text'],
  'src/secret-key.ts': ['type:src/config.ts'],
  'src/app.ts': ['*'],
  'src/routers.ts': ['*'],
  'src/load-assistant.ts': ['src/assistant', 'src/services', 'type:src/db'],
  'src/app-options.ts': ['*'],
  'src/run-with-line.ts': ['*'],
  'src/running.ts': [
    'type:src/config.ts',
    'type:src/db',
    'type:src/log.ts',
    'type:src/http-listener.ts',
    'src/stopping.ts',
  ],
  'src/common-channel.ts': ['*'],
  'src/simulator-page.ts': ['type:src/config.ts'],
  'src/port-check.ts': ['src/config.ts', 'src/db', 'src/start-faults.ts', 'src/text'],
  'src/start-faults.ts': ['type:src/config.ts', 'type:src/db', 'src/text'],
  'src/stopping.ts': ['type:src/log.ts'],
  'src/set-up.ts': ['src/services', 'src/text', 'type:src/db'],
  'src/collect-garbage.ts': ['type:src/clock.ts', 'src/queue/poll-loop.ts'],
  'src/http-listener.ts': [
    'src/http',
    'src/queue/timing.ts',
    'src/queue/leases/claims.ts',
    'type:src/queue',
    'type:src/services',
    'src/domain',
    'src/db',
    ...RUNNING,
  ],
  'src/demo.ts': ['*'],
  // The only ones who know that there is a simulator: main loads it, run is handed it.
  'src/main.ts': ['*', 'src/simulator'],
  'src/run.ts': ['*', 'type:src/simulator'],
  scripts: ['*'],
};

/** Importable by everyone, whatever the row says. */
export const FOR_ALL: readonly string[] = [
  'src/ask-child.ts',
  'src/clock.ts',
  'src/current-office.ts',
  'src/queue/states.ts',
  'src/loopback.ts',
  'src/waits.ts',
];

/** Packages that belong to few places: elsewhere only their types, or nothing at all. */
export const PACKAGES: Record<string, { run: readonly string[]; types?: readonly string[] }> = {
  saxes: { run: ['src/plan-import'] },
  papaparse: { run: ['src/plan-import', 'src/reports/csv.ts'] },
  '@ai-sdk/openai-compatible': { run: ['src/assistant/client.ts'] },
  '@line/bot-sdk': { run: ['src/line'], types: ['flex-messages', 'src/simulator', 'scripts'] },
  mongoose: { run: ['src/db'], types: ['src/services', 'src/queue', 'src/evidence', 'src/app.ts'] },
  express: {
    run: ['src/http', 'src/web', 'src/simulator', 'src/app.ts', 'src/main.ts'],
    types: ['src/routers.ts', 'src/app-options.ts'],
  },
  'node-cron': { run: ['src/jobs'] },
  standardwebhooks: { run: ['src/queue/deliveries/post.ts'] },
  umzug: { run: ['src/db/migrate.ts'] },
  pino: { run: ['src/log.ts'] },
  'prom-client': { run: ['src/metrics.ts'] },
  preact: { run: ['src/web/page', 'src/simulator/page'] },
  esbuild: { run: ['src/web', 'src/simulator', 'src/http'] },
  'mongodb-memory-server-core': { run: ['src/db'] },
};

/** Places that may import no package but these. */
export const PACKAGES_OF: Record<string, readonly string[]> = {
  'src/domain': ['dayjs'],
  'src/text': ['dayjs'],
};
