/** Routes of the console's operation page: what gave up is tried again or dropped, a person's data are handed out. */
import { z } from 'zod';
import { drop, replay } from '../../services/dead-letters.ts';
import { readDeadLetters, readOperation } from '../../services/operation.ts';
import { erasePersonSurely, erasureOf } from '../../services/erase-person.ts';
import { addToLedger } from '../../services/erasure-ledger.ts';
import { exportPerson, findPerson } from '../../services/person.ts';
import { storeWrites, writeAudit } from '../../services/writes.ts';
import type { Route, WebAnswer, WebRequest } from '../route.ts';
import { type Admin, changeRoute, readRoute } from './change.ts';

export const consoleOperation: readonly Route[] = [
  readRoute('/web/console/operation', async ({ database }, { office }) => ({
    json: await readOperation(database, office.id),
  })),
  changeRoute(
    '/web/console/operation/dead',
    z.object({ id: z.string().max(300), act: z.enum(['replay', 'drop']) }),
    async (request, { office, by }, { id, act }) => {
      const { database, clock, texts } = request;
      const say = texts.console.operation;
      const letter = (await readDeadLetters(database, office.id)).find((one) => one.id === id);
      if (!letter) return { refused: 409, why: say.refused.changed };
      if (act === 'drop') {
        const done = await drop(database, letter, clock.now(), by);
        return done.ok ? { json: {} } : { refused: 409, why: say.refused.changed };
      }
      const done = await replay(database, letter, clock.now(), by);
      return done.ok
        ? { json: { notes: done.notes.map((note) => say.note[note]) } }
        : { refused: 409, why: say.refused[done.reason] };
    },
  ),
  changeRoute(
    '/web/console/operation/export',
    z.object({ id: z.string().max(64) }),
    async (request, { office, by }, form) => {
      const { database, clock, texts } = request;
      const person = await findPerson(database, form.id);
      const member = person?.members.find((one) => one.id === form.id && one.office === office.id);
      if (!person || !member) return { refused: 404, why: texts.web.refused.unknown };
      const now = clock.now();
      // an office hands out what it holds itself
      const data = await exportPerson(database, { ...person, members: [member] }, now);
      await storeWrites(database, [writeAudit(office.id, now, by, 'export-person', { member: member.id })]);
      const file = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
      return { file, contentType: 'application/json', name: texts.console.operation.fileName };
    },
  ),
  changeRoute('/web/console/operation/erase', z.object({ id: z.string().max(64) }), erase),
];

/** As the law asks: what the office officially reported stays, who it was goes everywhere. */
async function erase(
  { database, ledger, clock, sending, texts, line }: WebRequest,
  { office, by }: Admin,
  form: { id: string },
): Promise<WebAnswer> {
  const say = texts.console.operation;
  const person = await findPerson(database, form.id);
  const member = person?.members.find((one) => one.id === form.id && one.office === office.id);
  if (!person || !member) return { refused: 404, why: texts.web.refused.unknown };
  // another office keeps what it has: only whoever looks after all of them erases it everywhere
  if (person.members.some((one) => one.office !== office.id)) return { refused: 409, why: say.inOthersToo };
  if (ledger === null) return { refused: 409, why: say.noLedger };
  // the ledger first: an erasure that is not in it would come back with a backup
  const fault = await addToLedger(ledger, erasureOf(person, sending.realNow()));
  if (fault !== null) return { refused: 503, why: `${say.noLedger} (${fault})` };
  const { anonymous } = texts.admin.person;
  const done = await erasePersonSurely(database, person.userId, anonymous, () => clock.now(), by);
  if (!done.ok) return { refused: 409, why: texts.admin.person.erase.conflict };
  await line(office.id).forgetMenu(person.userId);
  const { rows, mentions } = done;
  return { json: { rows, mentions } };
}
