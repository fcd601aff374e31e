/** Routes of the console's operation page: what gave up is tried again or dropped, a person's data are handed out. */
import { z } from 'zod';
import { drop, replay } from '../../services/dead-letters.ts';
import { readDeadLetters, readOperation } from '../../services/operation.ts';
import { exportPerson, findPerson } from '../../services/person.ts';
import { storeWrites, writeAudit } from '../../services/writes.ts';
import type { Route } from '../route.ts';
import { changeRoute, readRoute } from './change.ts';

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
];
