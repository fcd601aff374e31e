/** What the documents tell an administrator to type: the settings start, the commands exist, the container keeps what must stay. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { runInNewContext } from 'node:vm';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Variable, VARIABLES } from '../../../src/config-schema.ts';
import { readConfig } from '../../../src/config.ts';
import { collections } from '../../../src/db/collections.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const DOCUMENTS = ['README.md', 'docs/deploy.md', 'docs/guide/admin.md'];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

interface Service {
  image?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  env_file?: string;
  volumes?: string[];
  command?: string[];
  ports?: string[];
  depends_on?: string[] | Record<string, { condition: string }>;
  stop_grace_period?: string;
  logging?: { driver: string; options: Record<string, string> };
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, Service> & Record<'bot' | 'mongo', Service>;
  configs: { balancer: { content: string } };
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
/** What each member of a set, and each bot, has to have, whichever way it is started. */
const members = services.filter(([, { command }]) => command?.[0] === 'mongod');
const bots = services.filter(([, { environment }]) => environment);

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
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][a-z-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named).toContain('rich-menu');
    const files = [...text.matchAll(/node ((?:scripts|src)\/[\w-]+\.ts)/g)].map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(new URL(`../../../${file}`, import.meta.url)))).toEqual([]);
  });

  it('sets no variable the way one shell alone understands', () => {
    expect(read(document)).not.toMatch(/\b[A-Z_]+=\S+ npm /);
  });
});

it('says of every collection how it would be sharded', () => {
  const said = read('docs/deploy.md').split('### Sharding')[1]!.split('\n## ')[0]!;
  const names = Object.keys(collections(mongoose.createConnection()));
  expect(names.filter((name) => !said.includes(`\`${name}\``))).toEqual([]);
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
    for (const [, bot] of bots) expect(bot.volumes).toContain('bot-data:/data');
    for (const [name, { volumes }] of members)
      expect(volumes).toEqual([`${name}-data:/data/db`, `${name}-config:/data/configdb`]);
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((one) => one.split(':')[0]));
    expect(new Set(Object.keys(compose.volumes))).toEqual(new Set(used));
  });

  it('sets what the bot knows, in a form it takes', () => {
    expect(bots.map(([name]) => name)).toEqual(['bot', 'bot-1', 'bot-2']);
    const [settings] = settingsIn('docs/deploy.md');
    for (const [, { environment, env_file }] of bots) {
      expect(Object.keys(environment!).filter((name) => !VARIABLES.includes(name as Variable))).toEqual([]);
      expect(readConfig({ ...settings, ...environment })).toMatchObject({ ok: true });
      expect(env_file).toBe('.env');
    }
  });

  it('starts every member as the built-in one is started, and tells the bots of all of them', () => {
    expect(members.map(([name]) => name)).toEqual(['mongo', 'mongo-1', 'mongo-2', 'mongo-3']);
    const built = read('src/db/embedded-process.ts');
    for (const [, { command, stop_grace_period }] of members) {
      const parameter = command![command!.indexOf('--setParameter') + 1]!;
      expect(built).toContain(`'${parameter}'`);
      expect(command).toEqual(['mongod', '--replSet', 'rs0', '--bind_ip_all', '--setParameter', parameter]);
      expect(stop_grace_period).toBe('60s');
    }
    const set = members.filter(([, { profiles }]) => profiles).map(([name]) => `${name}:27017`);
    for (const [, { environment, profiles }] of bots)
      expect(environment!['MONGODB_URI']).toBe(
        `mongodb://${profiles ? set.join(',') : 'mongo:27017'}/kuebna?replicaSet=rs0`,
      );
    const init = compose.services['mongo-init']!.command!.at(-1)!.replaceAll('$$', '$');
    const made: { members: { host: string }[] }[] = [];
    const failing = {
      status: () => {
        throw Object.assign(new Error(), { codeName: 'NotYetInitialized' });
      },
    };
    const first = init.slice(0, init.indexOf('const isChosen'));
    runInNewContext(first, { rs: { ...failing, initiate: (one: never) => made.push(one) } });
    expect(made[0]!.members.map(({ host }) => host)).toEqual(set);
  });

  it('asks for the ministry by its profile alone, with nothing of it missing', () => {
    const ministry = services.filter(([, { profiles }]) => profiles);
    expect(ministry.every(([, { profiles }]) => profiles!.join() === 'ministry')).toBe(true);
    expect(services.flatMap(([name, { profiles }]) => (profiles ? [] : name))).toEqual(['bot', 'mongo']);
    const needs = (name: string): string[] => {
      const { depends_on = [] } = compose.services[name]!;
      const own = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      return [name, ...own.flatMap(needs)];
    };
    expect([...new Set(needs('balancer'))].toSorted()).toEqual(ministry.map(([name]) => name).toSorted());
    const { content } = compose.configs.balancer;
    const behind = bots.filter(([, { profiles }]) => profiles).map(([name]) => `${name}:3000`);
    expect(content).toContain(`reverse_proxy ${behind.join(' ')} {`);
    expect(content).toContain('health_uri /readyz');
    // from outside everything comes by a proxy with a certificate
    const ports = services.flatMap(([, one]) => one.ports ?? []);
    expect(new Set(ports)).toEqual(new Set(['127.0.0.1:3000:3000']));
  });

  it('lets no log grow without end', () => {
    for (const { logging } of Object.values(compose.services))
      expect(logging).toMatchObject({ driver: 'local', options: { 'max-size': '10m' } });
  });
});
