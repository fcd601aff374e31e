/** What is left of messages that were unsent, whatever else was done with them and in which order; unsend.test.ts and F15 look for it. */
import fc from 'fast-check';
import { picture } from '../helpers/evidence-files.ts';
import { pushRows } from '../../src/queue/outbox/outgoing.ts';
import { PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';

type Step = 'message' | 'unsend' | 'save' | 'photo' | 'unsend-photo' | 'again' | 'undo';
const STEPS: Step[] = ['message', 'unsend', 'save', 'photo', 'unsend-photo', 'again', 'undo'];

/** @returns the id of the newest message of that person. */
export function lastMessageOf({ simulator }: TestOffice, user: string): string {
  return simulator.state().messages.findLast((message) => message.from === user)!.id;
}

/** @returns where in the database these words, or these bytes, are found. */
export async function residueOf(
  { database }: TestOffice,
  words: string,
  bytes: Buffer | null,
): Promise<string[]> {
  const db = database.connection.getClient().db(database.connection.name);
  const found: string[] = [];
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    for await (const document of db.collection(name).find()) {
      const raw = (document['data'] as { buffer?: Buffer } | undefined)?.buffer;
      if (JSON.stringify(document).includes(words)) found.push(`${name}: ${JSON.stringify(document)}`);
      if (bytes && raw && Buffer.from(raw).includes(bytes)) found.push(`${name}: bytes`);
    }
  }
  return found;
}

/** @throws with the shortest order found that leaves a word or a byte, and the seed that brings it again. */
export async function unsentInAnyOrder(office: TestOffice, numRuns: number): Promise<void> {
  let round = 0;
  const orders = fc.shuffledSubarray([...STEPS, 'save', 'again'] as Step[], { minLength: 4 });
  const begins = fc.constantFrom('no', 'reversed', 'at-once');
  await fc.assert(
    fc.asyncProperty(orders, begins, async (order, begin) => {
      const left = await oneOrder(office, order, begin, (round += 1));
      if (left.length > 0) throw new Error(`left of it: ${left.join('; ').slice(0, 500)}`);
    }),
    { numRuns, endOnFailure: true },
  );
}

/** @returns what is left in the end. */
async function oneOrder(
  office: TestOffice,
  order: readonly Step[],
  begin: 'no' | 'reversed' | 'at-once',
  round: number,
): Promise<string[]> {
  const { simulator } = office;
  const words = `คำลับรอบที่${round}จบ`;
  const bytes = picture(1000 + round);
  const sent: Partial<Record<'message' | 'photo', string>> = {};
  let isUnsent = false;
  const text = (said: string) => simulator.act({ act: 'text', user: SOMSRI, chat: SOMSRI, text: said });
  const unsend = (message: string) => simulator.act({ act: 'unsend', user: SOMSRI, message });

  await office.say(SOMSRI, 'ยกเลิก');
  if (begin === 'reversed') await reversed(sendAndTakeBack);
  if (begin === 'at-once') await sendAndTakeBack();
  for (const step of order) await take(step);
  await takeBack();
  if (sent.photo) await unsend(sent.photo);
  await settle();
  await deliverAgain();
  await settle();
  return residueOf(office, words, bytes.subarray(20));

  async function sendAndTakeBack(): Promise<void> {
    await text(`1.2 กำลังดำเนินการ ปัญหา ${words}`);
    sent.message = lastMessageOf(office, SOMSRI);
    isUnsent = true;
    await unsend(sent.message);
  }

  /** The bot owes two people its words by then. */
  async function takeBack(): Promise<void> {
    if (!sent.message) return;
    if (!isUnsent) await owe(office, sent.message, words);
    isUnsent = true;
    await unsend(sent.message);
  }

  async function deliverAgain(): Promise<void> {
    const webhooks = simulator
      .state()
      .log.filter((line) => line.direction === 'webhook' && /message|unsend/.test(line.what))
      .slice(-3);
    for (const { id } of webhooks) await simulator.act({ act: 'redeliver', log: id });
  }

  async function take(step: Step): Promise<void> {
    switch (step) {
      case 'message':
        if (sent.message) return;
        await office.say(SOMSRI, `1.2 กำลังดำเนินการ ใช้งบ 100 บาท ปัญหา ${words}`);
        sent.message = lastMessageOf(office, SOMSRI);
        return;
      case 'photo':
        await office.act(
          {
            act: 'image',
            user: SOMSRI,
            chat: SOMSRI,
            base64: bytes.toString('base64'),
            contentType: 'image/png',
          },
          SOMSRI,
        );
        sent.photo = lastMessageOf(office, SOMSRI);
        return;
      // what follows meets it half done
      case 'unsend':
        return takeBack();
      case 'unsend-photo':
        if (sent.photo) await unsend(sent.photo);
        return;
      case 'save':
        await office.say(SOMSRI, 'บันทึก');
        return;
      case 'undo':
        await office.say(SOMSRI, 'ยกเลิกรายงานล่าสุด');
        await office.say(SOMSRI, 'ยืนยันการยกเลิก');
        return;
      case 'again':
        return deliverAgain();
    }
  }

  async function settle(): Promise<void> {
    await simulator.waitIdle();
    await office.app.idle();
  }

  /** Lets what one person does arrive in the opposite order. */
  async function reversed(does: () => Promise<void>): Promise<void> {
    await simulator.act({ act: 'switches', set: { reorder: true } });
    await does();
    await settle();
    await simulator.act({ act: 'switches', set: { reorder: false } });
  }
}

/** What LINE did not take yet: an answer that came too late, and, once a report with these words is stored, a word of it to somebody else. */
async function owe({ database }: TestOffice, message: string, words: string): Promise<void> {
  const { members, outbox, updates } = database.models;
  const { office } = (await members.findOne({ userId: SOMSRI }).lean())!;
  const stored = await updates.exists({ office, message });
  const lease = { holder: null, nextAt: new Date(), createdAt: new Date() };
  const rows = [SOMSRI, ...(stored ? [PRASERT] : [])].flatMap((to) =>
    pushRows(
      {
        key: `owed-${to}-${message}`,
        to,
        office,
        purpose: to === SOMSRI ? 'answer' : 'broadcast',
        cost: 1,
        reply: { language: 'th', messages: [{ type: 'text', text: `ปัญหา ${words}` }] },
      },
      lease,
    ),
  );
  const waits = rows.map(({ open: _open, ...row }) => ({ ...row, state: 'waiting', nextAt: null }));
  await outbox.collection.insertMany(waits as never[]);
}
