/** Every wait ends: each operation on MongoDB and each call to LINE hangs for ever in turn, and reports are answered again without a restart. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LEASE_MS } from '../../src/queue/timing.ts';
import { WAITS_MS } from '../../src/waits.ts';
import { testDatabase } from '../helpers/database.ts';
import { hangs, type Hangs } from '../helpers/hangs.ts';
import { openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { virtualTime } from '../helpers/virtual-time.ts';

const { uri } = testDatabase(import.meta.url);
const time = virtualTime(new Date('2026-03-02T02:00:00Z'));
/** By the clock of leases and waits. */
const FLOWS_AGAIN_MS = 15_000;
let office: TestOffice;
let hang: Hangs;

beforeAll(async () => {
  office = await openOffice(uri, { time });
  hang = hangs(office.database, (await office.app.line.of('-'))!.client);
});
afterEach(() => hang.release());
afterAll(async () => {
  hang.restore();
  let closed = false;
  const closing = office.close().then(() => (closed = true));
  await pass(() => closed);
  await closing;
});

/** Lets time pass whenever nothing is under way but what hangs: however slow the machine is, the work itself takes no time. */
async function pass(over: () => boolean): Promise<void> {
  for (let quiet = 0, steps = 0; !over();) {
    await new Promise((next) => setTimeout(next, 1));
    quiet = hang.underWay() > 0 ? 0 : quiet + 1;
    if (quiet < 4) continue;
    quiet = 0;
    steps += 1;
    if (steps > 2_000) throw new Error('it is never over');
    time.advance(250);
  }
}

/** Says that and lets time pass until it is answered. @returns how long that took, by the clock of leases and waits. */
async function answered(text: string): Promise<number> {
  const begun = time.now().getTime();
  const before = office.simulator.state().messages.length;
  void office.simulator.act({ act: 'text', user: SOMSRI, chat: SOMSRI, text });
  await pass(() =>
    office.simulator
      .state()
      .messages.slice(before)
      .some(({ from }) => from === 'bot'),
  );
  return time.now().getTime() - begun;
}

test('each operation and each call hangs in turn: the report is answered in the end', async () => {
  await answered('ช่วยเหลือ');
  hang.record();
  await answered('1.2.1 ใช้ไป 500 บาท');
  await answered('ยกเลิก');
  // the looks for work and for leases come by themselves
  const begun = time.now().getTime();
  await pass(() => time.now().getTime() - begun > 6_000);
  const operations = hang.recorded();
  expect(operations).toEqual(
    expect.arrayContaining([
      'inbox.insertOne',
      'inbox.find',
      'outbox.bulkWrite',
      'a transaction',
      'line.send',
    ]),
  );
  const late: string[] = [];
  for (const operation of operations) {
    hang.once(operation);
    const took = await answered('1.2.1 ใช้ไป 700 บาท');
    const next = await answered('ยกเลิก');
    if (took > FLOWS_AGAIN_MS || next > FLOWS_AGAIN_MS) late.push(`${operation}: ${took}, ${next} ms`);
    hang.release();
  }
  expect(late).toEqual([]);
});

test('every wait is shorter than a lease', () => {
  expect(Object.entries(WAITS_MS).filter(([, milliseconds]) => milliseconds >= LEASE_MS)).toEqual([]);
});
