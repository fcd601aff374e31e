/** Offices are kept apart by the code itself: every query and write names the office or ids, but those listed here with their reason, and every index begins with the office. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { collections } from '../../../src/db/collections.ts';
import { queriesIn } from '../../helpers/queries.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What handles whole databases, whoever their documents belong to. */
const WHOLE = /^src\/db\/(migrat|unit-of-work|dump|restore|connect\.ts|embedded)/;

const QUEUES = 'the queues: what is open or due of all offices, by indexes of those rows alone';
const PEOPLE = 'one person in every office, for the law: a command for whoever has the terminal';
const ALL = 'work over all offices begins with which there are';
const KINDS = 'kinds of rows, each asked for with the office by whoever uses the table';

/** Where neither stands in the filter, and why not. */
const LISTED: Record<string, string> = {
  'src/db/evidence.ts findDueEvidence': QUEUES,
  'src/db/inbox.ts findOpenEvents': QUEUES,
  'src/db/inbox.ts findWaiting': QUEUES,
  'src/queue/leases/claims.ts claims': QUEUES,
  'src/queue/leases/ended.ts end': QUEUES,
  'src/queue/leases/ended.ts endLeases': QUEUES,
  'src/evidence/worker.ts evidenceWorker': QUEUES,
  'src/queue/inbox/marks.ts inboxMarks': QUEUES,
  'src/db/office-figures.ts countMessages': 'the office stands in each branch',
  'src/db/offices-in.ts officesIn': ALL,
  'src/db/offices.ts findOffices': ALL,
  'src/services/channels.ts hasChannels': ALL,
  'src/services/set-up.ts countOffices': ALL,
  'src/services/trial.ts admitOffices': ALL,
  'src/services/members.ts menuPeople': 'the office where it is given, else a command over all',
  'src/services/members.ts findMemberships': PEOPLE,
  'src/services/person.ts findPerson': PEOPLE,
  'src/services/person.ts rows': PEOPLE,
  'src/services/erase-names.ts findNames': PEOPLE,
  'src/services/erase-names.ts reportedOn': PEOPLE,
  'src/services/erase-names.ts frozenReports': PEOPLE,
  'src/services/erase-person.ts everyone': PEOPLE,
  'src/services/erase-person.ts removal': PEOPLE,
  'src/services/erase-person.ts looseEvidence': PEOPLE,
  'src/services/erase-person.ts countOf': PEOPLE,
  'src/services/erase-person.ts findErased': PEOPLE,
  'src/services/erase-person.ts erasuresIn': PEOPLE,
  'src/services/retention.ts (top)': KINDS,
  'src/services/retention.ts apply': KINDS,
  'src/db/outbox.ts countPaidSince': 'the office stands in each branch',
  'src/db/slots.ts findEndSlot': 'the office stands in what its two callers ask',
};

const queries = globSync('src/{services,db,queue,evidence,jobs,bot,http,web,line}/**/*.ts', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !WHOLE.test(path))
  .flatMap((path) => queriesIn(path, readFileSync(join(ROOT, path), 'utf8')));

it('every query and write names its office or ids, or is listed with its reason', () => {
  const across = [...new Set(queries.filter(({ by }) => by === null).map(({ where }) => where))];
  expect(across.toSorted()).toEqual(Object.keys(LISTED).toSorted());
  expect(queries.filter(({ by }) => by === 'office').length).toBeGreaterThan(100);
});

it('every index begins with the office', () => {
  const connection = mongoose.createConnection();
  const first = Object.entries(collections(connection)).flatMap(([name, model]) =>
    model.schema.indexes().map(([key]) => [name, Object.keys(key as object)[0]]),
  );
  expect(first.filter(([, key]) => key !== 'office')).toEqual([]);
  expect(first.length).toBeGreaterThan(30);
});

it('a query without either would be seen', () => {
  const source = `
    const mine = { office, state: 'open' };
    async function a() { return models.outbox.find({ to }); }
    const b = () => models.outbox.find({ ...mine, to });
    function c() { return [{ to: 'links', removeAll: { where: { target } } }]; }
    function d() { return models.links.findById(id); }
    function e() { return models.links.aggregate([{ $match: { kind: 'user' } }]); }
    function f() { return list.find((one) => one.office); }`;
  expect(queriesIn('x.ts', source).map(({ where, by }) => [where, by])).toEqual([
    ['x.ts a', null],
    ['x.ts b', 'office'],
    ['x.ts c', null],
    ['x.ts d', 'id'],
    ['x.ts e', null],
  ]);
});
