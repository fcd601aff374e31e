/** Reading the environment: what starts, what is refused, and that each refusal names the variable and the cure. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envExample } from '../../../scripts/env-example.ts';
import { VARIABLES } from '../../../src/config-schema.ts';
import {
  type Config,
  embeddedIn,
  environment,
  explainProblems,
  lineAtWork,
  readConfig,
  readHost,
  secretsOf,
} from '../../../src/config.ts';
import type { ConfigProblem } from '../../../src/config-problems.ts';

type Env = Record<string, string | undefined>;

const SECRET = '0123456789abcdef0123456789abcdef';
const LINE = { LINE_CHANNEL_SECRET: SECRET, LINE_CHANNEL_ACCESS_TOKEN: 'long/token+value=' };
const PRODUCTION = {
  ...LINE,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://bot.example.go.th',
  MONGODB_URI: 'mongodb://db.example/kuebna?replicaSet=rs0',
};

function accepted(env: Env): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(explainProblems(read.problems));
  return read.config;
}

function refused(env: Env): ConfigProblem[] {
  const read = readConfig(env, 'en');
  return read.ok ? [] : read.problems;
}

const names = (env: Env) => refused(env).map(({ variable }) => variable);

describe('what starts', () => {
  it('needs nothing for a trial', () => {
    expect(accepted({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      publicUrlGiven: false,
      dataDir: '.data',
      mongodb: { kind: 'embedded', dataDir: '.data' },
      line: { kind: 'simulator' },
      production: false,
      webhooks: { loopbackHttp: true, internalHosts: [] },
      secretKey: null,
      metricsToken: null,
      logLevel: 'info',
      assistant: null,
    });
  });

  it('takes an endpoint that helps to read, by the start of its addresses', () => {
    const url = 'http://127.0.0.1:11434/v1/chat/completions/';
    const { assistant } = accepted({ ASSISTANT_URL: url, ASSISTANT_MODEL: 'qwen3:8b' });
    expect(assistant).toEqual({ url: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b', key: null });
    const keyed = accepted({
      ASSISTANT_URL: 'https://ai.example/v1',
      ASSISTANT_MODEL: 'm',
      ASSISTANT_KEY: 'k-1',
    });
    expect(secretsOf(keyed)).toContain('k-1');
  });

  it.each<[Env, string[]]>([
    [{ ASSISTANT_URL: 'http://192.168.1.5:11434/v1', ASSISTANT_MODEL: 'm' }, ['ASSISTANT_URL']],
    [{ ASSISTANT_URL: 'https://name:word@ai.example/v1', ASSISTANT_MODEL: 'm' }, ['ASSISTANT_URL']],
    [{ ASSISTANT_URL: 'https://ai.example/v1?key=1', ASSISTANT_MODEL: 'm' }, ['ASSISTANT_URL']],
    [{ ASSISTANT_URL: 'https://ai.example/v1' }, ['ASSISTANT_MODEL']],
    [{ ASSISTANT_MODEL: 'm' }, ['ASSISTANT_URL']],
    [{ ASSISTANT_KEY: 'k' }, ['ASSISTANT_URL', 'ASSISTANT_MODEL']],
    [{ ASSISTANT_MODLE: 'm' }, ['ASSISTANT_MODLE']],
  ])('refuses %o', (env, variables) => {
    expect(names(env)).toEqual(variables);
  });

  it('takes an empty value as not set', () => {
    expect(accepted(Object.fromEntries(VARIABLES.map((name) => [name, ''])))).toEqual(accepted({}));
  });

  it('lets links follow the port', () => {
    expect(accepted({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(accepted({ PUBLIC_URL: 'https://bot.example/' }).publicUrl).toBe('https://bot.example');
  });

  it.each(['/webhook', '/webhook/', '/webhook/school-1'])(
    'takes the webhook’s address for what it is: %s',
    (end) => {
      expect(accepted({ PUBLIC_URL: `https://bot.example${end}` }).publicUrl).toBe('https://bot.example');
      expect(accepted({ PUBLIC_URL: `https://bot.example/k${end}` }).publicUrl).toBe('https://bot.example/k');
    },
  );

  it('keeps an address that only looks like it', () => {
    const address = 'https://webhook.example/webhooks';
    expect(accepted({ PUBLIC_URL: address }).publicUrl).toBe(address);
  });

  it('talks to LINE with a long-lived token', () => {
    expect(accepted(LINE).line).toEqual({
      kind: 'line',
      channelSecret: SECRET,
      token: { kind: 'long-lived', value: 'long/token+value=' },
      apiUrl: 'https://api.line.me',
      dataApiUrl: 'https://api-data.line.me',
    });
  });

  it('talks to LINE with tokens it fetches itself', () => {
    const { line } = accepted({ LINE_CHANNEL_SECRET: SECRET, LINE_CHANNEL_ID: '1234567890' });
    expect(line).toMatchObject({ token: { kind: 'stateless', channelId: '1234567890' } });
  });

  it('sends pictures the way of the API when only that was moved', () => {
    expect(accepted({ ...LINE, LINE_API_URL: 'http://127.0.0.1:4000/' }).line).toMatchObject({
      apiUrl: 'http://127.0.0.1:4000',
      dataApiUrl: 'http://127.0.0.1:4000',
    });
    const both = { LINE_API_URL: 'http://[::1]:4000', LINE_DATA_API_URL: 'https://data.example' };
    expect(accepted({ ...LINE, ...both }).line).toMatchObject({ dataApiUrl: 'https://data.example' });
  });

  it('runs in production with all that it needs, and with its own database if that is said', () => {
    expect(accepted(PRODUCTION)).toMatchObject({ production: true, mongodb: { kind: 'uri' } });
    expect(accepted({ ...PRODUCTION, MONGODB_URI: 'embedded' }).mongodb).toEqual({
      kind: 'embedded',
      dataDir: '.data',
    });
  });
});

describe('LINE that is connected on the console', () => {
  const KEY = 'a'.repeat(32);
  it.each<[string, Env]>([
    [
      'production with its own database, and nothing else',
      { NODE_ENV: 'production', MONGODB_URI: 'embedded' },
    ],
    [
      'production with a key for what is stored elsewhere',
      { NODE_ENV: 'production', MONGODB_URI: PRODUCTION.MONGODB_URI, KUEBNA_SECRET_KEY: KEY },
    ],
    ['an address of LINE alone', { LINE_API_URL: 'https://api.example' }],
  ])('%s', (_what, env) => {
    expect(accepted(env)).toMatchObject({ line: { kind: 'by-office' }, publicUrlGiven: false });
  });

  it('asks a key of 32 characters, and never shows it', () => {
    const [problem] = refused({ KUEBNA_SECRET_KEY: 'too short' });
    expect(problem).toMatchObject({ variable: 'KUEBNA_SECRET_KEY' });
    expect(problem).not.toHaveProperty('got');
    expect(secretsOf(accepted({ KUEBNA_SECRET_KEY: KEY }))).toContain(KEY);
  });
});

describe('what is refused', () => {
  it.each<[string, Env]>([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '3000.5' }],
    ['HOST', { HOST: 'two words' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'bot.example.go.th' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://bot.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://bot.example/kuebna?z' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://bot.example/?' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://bot.example/#top' }],
    ['MONGODB_URI', { MONGODB_URI: 'mysql://db' }],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://bot:p%zz@db.example/kuebna' }],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://bot:100%@db.example/kuebna' }],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://bot:%ff@db.example/kuebna' }],
    ['LINE_CHANNEL_SECRET', { ...LINE, LINE_CHANNEL_SECRET: 'with space' }],
    ['LINE_CHANNEL_ID', { LINE_CHANNEL_SECRET: SECRET, LINE_CHANNEL_ID: '@bot' }],
    ['LINE_API_URL', { ...LINE, LINE_API_URL: 'http://api.example' }],
    ['LINE_API_URL', { ...LINE, LINE_API_URL: 'http://127.0.0.1.example' }],
    ['LINE_DATA_API_URL', { ...LINE, LINE_DATA_API_URL: 'http://10.0.0.1' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'too short' }],
    ['NODE_ENV', { NODE_ENV: 'prod' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('a bad %s: %j', (variable, env) => {
    expect(names(env)).toEqual([variable]);
  });

  const TOKEN = `${'aB3/'.repeat(40)}w1cDnyilFU=`;
  it.each<[string, string, Env, RegExp]>([
    ['the dots of the instructions', 'LINE_CHANNEL_SECRET', { LINE_CHANNEL_SECRET: '…' }, /example/],
    ['three dots', 'LINE_CHANNEL_ACCESS_TOKEN', { LINE_CHANNEL_ACCESS_TOKEN: '...' }, /example/],
    ['curly quotes', 'LINE_CHANNEL_SECRET', { LINE_CHANNEL_SECRET: `“${SECRET}”` }, /quotation/],
    [
      'quotes around a token',
      'LINE_CHANNEL_ACCESS_TOKEN',
      { LINE_CHANNEL_ACCESS_TOKEN: `‘${TOKEN}’` },
      /quot/,
    ],
    ['the token as secret', 'LINE_CHANNEL_SECRET', { LINE_CHANNEL_SECRET: TOKEN }, /swapped/],
    ['the secret as token', 'LINE_CHANNEL_ACCESS_TOKEN', { LINE_CHANNEL_ACCESS_TOKEN: SECRET }, /swapped/],
    ['a secret cut short', 'LINE_CHANNEL_SECRET', { LINE_CHANNEL_SECRET: SECRET.slice(1) }, /32/],
    ['Thai in a token', 'LINE_CHANNEL_ACCESS_TOKEN', { LINE_CHANNEL_ACCESS_TOKEN: `ก${TOKEN}` }, /letters/],
  ])('credentials LINE can only refuse: %s', (_what, variable, change, words) => {
    const problems = refused({ ...LINE, ...change });
    expect(problems.map((one) => one.variable)).toEqual([variable]);
    expect(problems[0]?.expected).toMatch(words);
    expect(problems[0]?.got).toBeUndefined();
  });

  it('both credentials swapped, each said; and a stand-in on this machine may have its own', () => {
    expect(names({ LINE_CHANNEL_SECRET: TOKEN, LINE_CHANNEL_ACCESS_TOKEN: SECRET })).toEqual([
      'LINE_CHANNEL_SECRET',
      'LINE_CHANNEL_ACCESS_TOKEN',
    ]);
    const own = { LINE_CHANNEL_SECRET: 'simulator-secret', LINE_CHANNEL_ACCESS_TOKEN: 'simulator-token' };
    expect(names(own)).toEqual(['LINE_CHANNEL_SECRET']);
    expect(names({ ...own, LINE_API_URL: 'http://127.0.0.1:4000' })).toEqual([]);
    expect(names({ ...own, LINE_API_URL: 'https://api.example' })).toEqual(['LINE_CHANNEL_SECRET']);
  });

  it.each<[string[], Env]>([
    [['LINE_CHANNEL_ACCESS_TOKEN'], { LINE_CHANNEL_SECRET: SECRET }],
    [['LINE_CHANNEL_SECRET'], { LINE_CHANNEL_ACCESS_TOKEN: 'token' }],
    [['LINE_CHANNEL_SECRET'], { LINE_CHANNEL_ID: '1234567890' }],
    [['LINE_CHANNEL_SECRET'], { LINE_CHANNEL_ACCESS_TOKEN: 'token', LINE_API_URL: 'https://api.example' }],
  ])('half-set credentials: %j is missing', (variables, env) => {
    expect(names(env)).toEqual(variables);
  });

  it('says what the missing one goes with', () => {
    expect(refused({ LINE_CHANNEL_SECRET: SECRET })[0]?.expected).toContain('LINE_CHANNEL_SECRET');
  });

  it.each<[string[], Env]>([
    [['MONGODB_URI'], { NODE_ENV: 'production' }],
    [['PUBLIC_URL'], { ...PRODUCTION, PUBLIC_URL: undefined }],
    [['KUEBNA_SECRET_KEY'], { NODE_ENV: 'production', MONGODB_URI: PRODUCTION.MONGODB_URI }],
    [['PUBLIC_URL'], { NODE_ENV: 'production', MONGODB_URI: 'embedded', PUBLIC_URL: 'http://bot.example' }],
    [['MONGODB_URI'], { ...PRODUCTION, MONGODB_URI: undefined }],
    [['PUBLIC_URL'], { ...PRODUCTION, PUBLIC_URL: 'http://bot.example' }],
  ])('production without %j', (variables, env) => {
    expect(names(env)).toEqual(variables);
  });

  it.each([
    ['LINE_CHANEL_SECRET', 'LINE_CHANNEL_SECRET'],
    ['LINE_ACCESS_TOKEN', null],
    ['LIFF_ID', undefined],
    ['LINE_LOGIN_CHANNEL_ID', 'LINE_CHANNEL_ID'],
    ['KUEBNA_PORT', null],
  ])('the unknown variable %s, guessing %s', (variable, guess) => {
    const problem = refused({ [variable]: 'x' })[0];
    expect(problem?.variable).toBe(guess === undefined ? undefined : variable);
    if (guess) expect(problem?.expected).toContain(`Is ${guess} meant?`);
    else expect(problem?.expected ?? '').not.toContain('meant');
  });

  it('everything at once, each variable once, with what stood there', () => {
    const problems = refused({ PORT: 'abc', LOG_LEVEL: 'loud', LINE_CHANNEL_ID: '@x' });
    expect(problems.map(({ variable, got }) => [variable, got])).toEqual([
      ['PORT', 'abc'],
      ['LINE_CHANNEL_ID', '@x'],
      ['LOG_LEVEL', 'loud'],
      ['LINE_CHANNEL_SECRET', undefined],
    ]);
  });

  it('without ever showing a secret', () => {
    const secrets = [
      'LINE_CHANNEL_SECRET',
      'LINE_CHANNEL_ACCESS_TOKEN',
      'MONGODB_URI',
      'METRICS_TOKEN',
      'KUEBNA_SECRET_KEY',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...VARIABLES), fc.string()), (env) => {
        const read = readConfig({
          ...env,
          ...Object.fromEntries(secrets.map((name) => [name, 'top secret'])),
        });
        expect(read.ok).toBe(false);
        if (!read.ok) expect(explainProblems(read.problems)).not.toContain('top secret');
      }),
    );
  });

  it('in Thai, one line a variable', () => {
    const read = readConfig({ PORT: 'abc', LINE_CHANNEL_SECRET: SECRET });
    expect(read.ok ? '' : explainProblems(read.problems)).toBe(
      [
        'เริ่มทำงานไม่ได้ กรุณาแก้ไขค่าต่อไปนี้ในไฟล์ .env หรือในตัวแปรสภาพแวดล้อม',
        '  PORT: ต้องเป็นจำนวนเต็ม 0 ถึง 65535 เช่น 3000 (ได้รับ “abc”)',
        '  LINE_CHANNEL_ACCESS_TOKEN: ต้องกำหนดค่านี้หรือ LINE_CHANNEL_ID ด้วย เพราะกำหนด LINE_CHANNEL_SECRET ไว้แล้ว',
      ].join('\n'),
    );
  });

  it('whatever the values are, it answers and does not throw', () => {
    const value = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('production', 'embedded', '0', '1-a'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...VARIABLES), value), (env) => {
        const read = readConfig(env);
        if (!read.ok) for (const problem of read.problems) expect(problem.expected).not.toBe('');
      }),
    );
  });
});

describe('what the bot talks to', () => {
  it.each<[string, Env]>([
    ['simulator', {}],
    ['line', LINE],
    ['line', { ...LINE, LINE_API_URL: 'https://api.example' }],
    ['stand-in', { ...LINE, LINE_API_URL: 'http://localhost:4000' }],
  ])('is %s with %j', (what, env) => {
    expect(lineAtWork(accepted(env))).toBe(what);
  });

  it('has its own database in a directory, or none', () => {
    expect(embeddedIn(accepted({ DATA_DIR: 'here' }))).toBe('here');
    expect(embeddedIn(accepted(PRODUCTION))).toBeNull();
  });
});

describe('secrets', () => {
  it('are known to the log', () => {
    const env = { ...LINE, MONGODB_URI: 'mongodb://bot:p%40ssword@db.example/kuebna' };
    const metrics = { METRICS_TOKEN: 'metrics-token-0001' };
    expect(secretsOf(accepted({ ...env, ...metrics }))).toEqual([
      SECRET,
      'long/token+value=',
      metrics.METRICS_TOKEN,
      'p%40ssword',
      'p@ssword',
    ]);
  });
});

describe('.env', () => {
  it('lies beneath the real environment', () => {
    const directory = mkdtempSync(join(tmpdir(), 'kuebna-env-'));
    try {
      const file = join(directory, '.env');
      writeFileSync(file, 'PATH=from-file\nKUEBNA_TEST_ONLY="from file"\n');
      const env = environment(file);
      expect(env['KUEBNA_TEST_ONLY']).toBe('from file');
      expect(env['PATH']).not.toBe('from-file');
      expect(environment(join(directory, 'none'))).not.toHaveProperty('KUEBNA_TEST_ONLY');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('has an example that is current', () => {
    expect(readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')).toBe(envExample());
  });

  it('has an example that starts as it stands, and with its defaults uncommented', () => {
    const uncommented: Env = Object.fromEntries(
      [...envExample().matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [String(name), value]),
    );
    expect(Object.keys(uncommented)).toEqual(VARIABLES);
    const withoutLine = Object.entries(uncommented).filter(([name]) => !/^(LINE|METRICS)_/.test(name));
    expect(accepted(Object.fromEntries(withoutLine))).toEqual({ ...accepted({}), publicUrlGiven: true });
    expect(accepted({ ...uncommented, ...LINE })).toMatchObject({
      line: accepted(LINE).line,
    });
  });
});

describe('this machine', () => {
  it('keeps programs in the cache of the user', () => {
    expect(readHost({ XDG_CACHE_HOME: '/cache', MONGOMS_SYSTEM_BINARY: '/opt/mongod' })).toEqual({
      cacheDir: join('/cache', 'kuebna'),
      systemMongod: '/opt/mongod',
    });
    expect(readHost({}).systemMongod).toBeNull();
  });
});
