/** Every log line that belongs to an office says which, on the account that several offices share too, and counts are kept by office. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { makeToken } from '../../src/services/api-tokens.ts';
import { addHook } from '../../src/services/webhook-settings.ts';
import { findOffice } from '../../src/db/offices.ts';
import { sealer } from '../../src/services/sealing.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { addSecondOffice, codeOf, SECOND } from '../helpers/second-office.ts';
import { visitAs } from '../helpers/web-visitor.ts';
import { says, type WebhookReceiver, webhookReceiver } from '../helpers/webhook-receiver.ts';

const { uri } = testDatabase(import.meta.url);
const key = sealer('a key of this test that is long enough');
const WORDS = 'ถ้อยคำที่ไม่อยู่ในบันทึก';
interface Line {
  event: string;
  office?: string;
}
const lines: Line[] = [];
let office: TestOffice;
let receiver: WebhookReceiver;
let own: string;

beforeAll(async () => {
  receiver = await webhookReceiver();
  const to = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  office = await openOffice(uri, {
    log: createLog({ level: 'debug', to }),
    sealer: key,
    webhooks: { loopbackHttp: true, internalHosts: [] },
  });
  own = await addSecondOffice(office);
});
afterAll(async () => {
  await office.close();
  await receiver.close();
});

/** Of the installation as a whole: everything else belongs to somebody. */
const OF_ALL = new Set(['bot-user-id-unknown', 'webhook-refused', 'listening', 'memory-not-given-back']);
const since = (at: number): Line[] => lines.slice(at).filter(({ event }) => !OF_ALL.has(event));

it('from the message to the answer, the webhook, the pages and the API', async () => {
  const { database, clock, app } = office;
  const act = { by: 'test', now: clock.now() };
  await addHook(database, key, (await findOffice(database.models, own))!, receiver.url, act);
  receiver.answer = says(500);
  const at = lines.length;
  await office.say(SOMSRI, `1.2 1) เสร็จแล้ว ผลคือ ${WORDS}`);
  await office.tap(SOMSRI, 'บันทึก');
  const visitor = await visitAs(office, PRASERT, ['manager']);
  const { plans } = database.models;
  const { period } = (await plans.findOne({ office: own }).lean())!;
  await plans.collection.updateMany({ office: own }, { $set: { period: null } });
  await visitor.get('/web/overview');
  const { token } = (await makeToken(database, own, 'ทดสอบ', act))!;
  await fetch(`${app.url}/api/v1/office`, { headers: { authorization: `Bearer ${token}` } });
  await plans.collection.updateMany({ office: own }, { $set: { period } });
  const said = since(at);
  const events = new Set(said.map(({ event }) => event));
  for (const event of ['text-routed', 'line-send', 'webhook-sent', 'page-failed', 'api-failed'])
    expect([event, events.has(event)]).toEqual([event, true]);
  expect(said.filter((line) => line.office !== own)).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain(WORDS);
});

it('of the office that somebody is in by now, where they have two', async () => {
  await office.say(SOMSRI, `ลงทะเบียน ${await codeOf(office, SECOND)}`);
  await office.tap(SOMSRI, 'ลงทะเบียน');
  await office.tap(SOMSRI, 'รับทราบและยินยอม');
  const at = lines.length;
  await office.say(SOMSRI, 'ช่วยเหลือ');
  expect(since(at).map((line) => line.office)).toEqual(since(at).map(() => SECOND));
  expect(since(at).length).toBeGreaterThan(0);
  const text = await office.app.metrics.text();
  expect(text).toMatch(new RegExp(`kuebna_office_events_total\\{office="${SECOND}",result="done"\\} \\d`));
  expect(text).toMatch(
    new RegExp(`kuebna_office_sends_total\\{office="${own}",kind="reply",result="sent"\\} \\d`),
  );
  expect(text).toMatch(new RegExp(`kuebna_office_deliveries_total\\{office="${own}",result="retry"\\} 1`));
});
