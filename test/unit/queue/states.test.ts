/** The table of what rows of the queues can be: it leads where it says, nothing else compiles or runs, and nobody writes a state beside it. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Node, parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { moveRow, QUEUE_STATES, type QueueName } from '../../../src/queue/states.ts';
import { visit } from '../../helpers/source-facts.ts';

interface State {
  means: string;
  next: Record<string, string>;
  set: Record<string, unknown>;
  unset: readonly string[];
}
const tables = Object.entries(QUEUE_STATES) as [QueueName, Record<string, State>][];
const loosely = moveRow as (...given: unknown[]) => ReturnType<typeof moveRow>;

describe.each(tables)('%s', (queue, table) => {
  const names = Object.keys(table);

  it('leads to states it has, by somebody who is named, and leaves none out', () => {
    const led = new Set(['open', ...names.flatMap((name) => Object.keys(table[name]!.next))]);
    // what waits for a free ride from its beginning
    if (queue === 'outbox') led.add('waiting');
    expect([...led].toSorted()).toEqual(names.toSorted());
    for (const { means, next } of Object.values(table)) {
      expect(means.length).toBeGreaterThan(10);
      for (const who of Object.values(next)) expect(who).toMatch(/\w/);
    }
  });

  it('moves only along the table', () => {
    for (const from of names)
      for (const to of names) {
        const move = (): unknown => loosely(queue, from, to, {});
        if (table[from]!.next[to] === undefined) expect(move, `${from} to ${to}`).toThrow('no way');
        else expect(move()).toMatchObject({ from: { state: from }, change: { $set: { state: to } } });
      }
  });

  it('is open by its mark alone, and holds no moment where nothing is due', () => {
    for (const [name, { set, unset }] of Object.entries(table)) {
      if (name === 'riding') continue;
      expect([name, set['open'] === true]).toEqual([name, name === 'open']);
      expect([name, unset.includes('open')]).toEqual([name, name !== 'open']);
      expect([name, set['nextAt'] === null && set['holder'] === null]).toEqual([name, name !== 'open']);
    }
  });
});

describe('a move', () => {
  it('of several states is one that each of them allows', () => {
    expect(moveRow('outbox', ['open', 'waiting'], 'cancelled', { error: 'left' })).toEqual({
      from: { state: { $in: ['open', 'waiting'] } },
      change: {
        $set: { state: 'cancelled', nextAt: null, holder: null, messages: null, error: 'left' },
        $unset: { open: 1, until: 1, late: 1 },
      },
    });
    expect(() => loosely('outbox', ['open', 'sent'], 'cancelled')).toThrow('from sent to cancelled');
  });

  it('keeps what is said with it, and says nothing of fields that stay', () => {
    const until = new Date(0);
    const { change } = moveRow('outbox', 'dead', 'open', { until, nextAt: until });
    expect(change).toEqual({
      $set: { state: 'open', open: true, until, nextAt: until },
      $unset: { ridesWith: 1 },
    });
    expect(moveRow('outbox', 'waiting', 'riding', {}).change).toEqual({ $set: { state: 'riding' } });
  });

  it('that the table does not have does not compile', () => {
    const never = [
      // @ts-expect-error what was sent is over
      () => moveRow('outbox', 'sent', 'open'),
      // @ts-expect-error one of the two may not
      () => moveRow('outbox', ['open', 'riding'], 'cancelled'),
      // @ts-expect-error an event waits for no ride
      () => moveRow('inbox', 'open', 'waiting'),
      // @ts-expect-error there is no such state
      () => moveRow('deliveries', 'open', 'gone'),
    ];
    for (const one of never) expect(one).toThrow('no way');
  });
});

/** Where rows begin, and what the dead letters hand to `moveRow`: all other objects with a state of the queues are conditions. */
const BEGINNINGS = [
  'src/http/webhook-rows.ts',
  'src/jobs/held.ts',
  'src/jobs/period-close.ts',
  'src/jobs/queue.ts',
  'src/queue/outbox/outgoing.ts',
  'src/services/broadcast.ts',
  'src/services/dead-letters.ts',
  // of a file that is made, which is in no queue
  'src/services/downloads.ts',
  'src/services/webhooks.ts',
];
const STATES = new Set(tables.flatMap(([, table]) => Object.keys(table)));
/** Beside a state they make a row or a change of one, not a condition. */
const OF_WRITES = ['error', 'messages', 'nextAt', 'holder', 'event', 'payload', 'doneAt', 'sentAt', 'until'];

function statesWritten(path: string, source: string): string[] {
  const found: string[] = [];
  visit(parseSync(path, source).program, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const entries = node.properties.flatMap((one) =>
      one.type === 'Property' && one.key.type === 'Identifier' ? [[one.key.name, one.value] as const] : [],
    );
    const [, state] = entries.find(([name]) => name === 'state') ?? [];
    if (state?.type !== 'Literal' || !STATES.has(String(state.value))) return;
    const names = entries.map(([name]) => name);
    // a condition names the office, a row its tries too
    if (names.includes('office') && !names.includes('attempts')) return;
    if (entries.some(([name, value]) => OF_WRITES.includes(name) && value.type !== 'ObjectExpression'))
      found.push(path);
  });
  return found;
}

/** Changes of a state of something else, by file. */
const OTHER_STATES: Record<string, string> = {
  'src/db/activities.ts': 'where an activity stands',
  'src/db/downloads.ts': 'a file that is made',
  'src/queue/states.ts': 'the table itself',
  'src/services/comings-goings.ts': 'a group',
  'src/services/downloads.ts': 'a file that is made',
  'src/services/evidence.ts': 'a photo or file',
  'src/services/import-activities.ts': 'where an activity stands',
  'src/services/registration.ts': 'a member',
};
/** What changes a document, of MongoDB's own words. */
const OPERATORS = ['$set', '$setOnInsert', '$unset', '$rename', '$replaceWith', '$addFields'];

/** Most files do not: they need not be parsed. */
const MAY_CHANGE = /\$\w+\b[^]*\b(state|open)\b|\b(state|open)\b[^]*\$\w+\b/;

/** Whether an update names the state of a row or its mark of being open, whatever to. */
function changesState(path: string, source: string): boolean {
  if (!MAY_CHANGE.test(source)) return false;
  let found = false;
  visit(parseSync(path, source).program, (node) => {
    if (node.type !== 'Property' || !OPERATORS.includes(nameOf(node.key))) return;
    visit(node.value, (inside) => {
      if (inside.type === 'Property' && ['state', 'open'].includes(nameOf(inside.key))) found = true;
    });
  });
  return found;
}

function nameOf(key: Node): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}

it('no update changes a state but what moveRow gives', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const files = globSync('{src,scripts}/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const changing = files.filter((path) => changesState(path, readFileSync(`${root}/${path}`, 'utf8')));
  expect(changing.toSorted()).toEqual(Object.keys(OTHER_STATES));
  for (const slip of [
    'const a = { $set: { state: next } };',
    "const a = [{ $set: { holder: null, 'state': 'dead' } }];",
    'const a = { $unset: { open: 1 } };',
    'const a = { $setOnInsert: { state, ...row } };',
    'const a = { $set: { ...row, ...(gone ? { state: gone } : {}) } };',
  ])
    expect([slip, changesState('slip.ts', slip)]).toEqual([slip, true]);
});

it('no state is written beside the table', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const files = globSync('src/{services,db,queue,evidence,jobs,http}/**/*.ts', { cwd: root });
  const written = files.flatMap((path) => statesWritten(path, readFileSync(`${root}/${path}`, 'utf8')));
  expect([...new Set(written)].toSorted()).toEqual(BEGINNINGS);
  // it would be seen
  const slip = "const a = { $set: { state: 'cancelled', error: 'x' } }; const b = { office, state: 'dead' };";
  expect(statesWritten('slip.ts', slip)).toEqual(['slip.ts']);
});
