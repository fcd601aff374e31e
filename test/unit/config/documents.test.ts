/** What the documents tell an administrator to type: the settings start, the commands exist, the container keeps what must stay. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../src/config.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const DOCUMENTS = ['README.md', 'docs/deploy.md', 'docs/guide/admin.md'];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

interface Service {
  environment?: Record<string, string>;
  volumes: string[];
  logging?: { driver: string; options: Record<string, string> };
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<'bot' | 'mongo', Service>;
  volumes: Record<string, unknown>;
};

/** @returns the blocks of settings in a document, with something in the place of each `…`. */
function settingsIn(document: string): Record<string, string | undefined>[] {
  const blocks = [...read(document).matchAll(/^ *```(?:ini)?\n([^`]*^ *NODE_ENV=[^`]*)```/gm)];
  return blocks.map(([, block = '']) => {
    const plain = block.replaceAll(/ {2,}#.*$/gm, '').replaceAll(/^ +/gm, '');
    return parseEnv(
      plain
        .replaceAll('://…/', '://db.example/')
        .replace('CHANNEL_SECRET=…', `CHANNEL_SECRET=${'0a'.repeat(16)}`)
        .replace('SECRET_KEY=…', `SECRET_KEY=${'0a'.repeat(32)}`)
        .replaceAll('…', 'x'),
    );
  });
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('shows settings that start, with Docker and without', () => {
    const [settings, ...more] = settingsIn(document);
    expect(more).toEqual([]);
    expect(readConfig(settings)).toMatchObject({ ok: true, config: { production: true } });
    const inside = readConfig({ ...settings, ...compose.services.bot.environment });
    expect(inside).toMatchObject({ ok: true, config: { mongodb: { kind: 'uri' }, dataDir: '/data' } });
  });

  it('names commands that exist', () => {
    const text = read(document);
    const named = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named).toContain('rich-menu');
    const files = [...text.matchAll(/node ((?:scripts|src)\/[\w-]+\.ts)/g)].map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(new URL(`../../../${file}`, import.meta.url)))).toEqual([]);
  });

  it('sets no variable the way one shell alone understands', () => {
    expect(read(document)).not.toMatch(/\b[A-Z_]+=\S+ npm /);
  });
});

describe('the image', () => {
  it('has a directory for the ledger of erasures that its user may write to', () => {
    const lines = read('Dockerfile').split('\n');
    const at = (what: RegExp): number => lines.findIndex((line) => what.test(line));
    expect(lines[at(/^ENV /)]).toContain('DATA_DIR=/data');
    expect(at(/^RUN mkdir \/data && chown node:node \/data$/)).toBeGreaterThan(0);
    // what is changed after VOLUME is lost, and after USER may not be changed
    expect(at(/^RUN mkdir/)).toBeLessThan(at(/^VOLUME \/data$/));
    expect(at(/^RUN mkdir/)).toBeLessThan(at(/^USER node$/));
  });
});

describe('compose.yaml', () => {
  it('keeps the ledger of erasures and the database outside the containers', () => {
    const { bot, mongo } = compose.services;
    expect(bot.volumes).toContain('bot-data:/data');
    expect(mongo.volumes).toContain('mongo-data:/data/db');
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(['bot-data', 'mongo-data']));
  });

  it('lets no log grow without end', () => {
    for (const { logging } of Object.values(compose.services))
      expect(logging).toMatchObject({ driver: 'local', options: { 'max-size': '10m' } });
  });
});
