/** Asking for reports from the dashboard: the chat's own question with its cost first, the chat's own sending, nothing twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NudgeQuestion } from '../../src/bot/page-nudge.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { visitAs, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let manager: WebVisitor;
let somsri: string;

beforeAll(async () => {
  office = await openOffice(uri);
  manager = await visitAs(office, PRASERT, ['manager']);
  const found = await office.database.models.members.findOne({ userId: SOMSRI }).lean<{ _id: string }>();
  somsri = found!._id;
});
afterAll(() => office.close());

const ask = async (query: string) =>
  (await (await manager.get(`/web/nudge?${query}`)).json()) as NudgeQuestion;
const send = async (whom: object, value: string) => {
  const answer = await manager.post('/web/nudge', { whom, value });
  await office.app.idle();
  return answer;
};
const paid = () => office.simulator.state().quota.used;

describe('a reminder from the dashboard', () => {
  it('shows first what the chat shows: to whom, what it costs, what is left', async () => {
    const question = await ask('all=true');
    const chat = wordsIn(await office.say(PRASERT, 'เตือนทั้งหมด'));
    if ('text' in question) throw new Error(question.text);
    for (const { heading, value } of question.rows) {
      expect(chat).toContain(heading);
      expect(chat).toContain(value);
    }
    expect(question.rows.map(({ value }) => value)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1 ข้อความ.*เหลือ 300/)]),
    );
    expect(question.options.map(({ value }) => value)).toEqual(['yes', 'ride', 'no']);
    expect(paid()).toBe(0);
  });

  it('is sent at once, costs one message, and is not sent twice', async () => {
    const before = office.simulator.state().messages.length;
    const both = await Promise.all([send({ member: somsri }, 'yes'), send({ member: somsri }, 'yes')]);
    const said = await Promise.all(both.map(async (one) => ((await one.json()) as { text: string }).text));
    expect(said.filter((text) => text.startsWith('ส่งข้อความถึง'))).toHaveLength(1);
    await office.simulator.until(({ quota }) => quota.used === 1);
    const sent = office.simulator.state().messages.slice(before);
    expect(wordsIn(sent.filter(({ chat }) => chat === SOMSRI))).toContain('ประเสริฐ');
    const again = await ask(`member=${somsri}`);
    expect(again).toEqual({ text: expect.stringContaining('วันนี้') });
  });

  it('of one activity goes to its owners, or waits for them at no cost', async () => {
    const question = await ask('activity=1.2.1');
    expect(question).toMatchObject({ question: expect.stringContaining('1.2 1)') });
    const waits = (await (await send({ activity: '1.2.1' }, 'ride')).json()) as { text: string };
    expect(waits.text).toContain('ทักมาครั้งถัดไป');
    expect(paid()).toBe(1);
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('ขอทราบความคืบหน้าของกิจกรรม 1.2 1)');
  });

  it.each(['', 'all=false', 'member=', 'activity=', 'member=x&activity=1.1.1', 'all[$ne]=1'])(
    'asked for “%s” is refused',
    async (query) => {
      expect((await manager.get(`/web/nudge?${query}`)).status).toBe(400);
    },
  );

  it('of what is not there says so, and is nothing to officers', async () => {
    expect(await ask('activity=9.9')).toEqual({ text: expect.stringContaining('ไม่พบกิจกรรม') });
    expect(await ask('member=nobody')).toEqual({ text: expect.stringContaining('ไม่พบบุคคล') });
    expect((await manager.post('/web/nudge', { whom: { member: somsri }, value: 'all' })).status).toBe(400);
    const officer = await visitAs(office, SOMSRI, ['officer']);
    expect((await officer.get('/web/nudge?all=true')).status).toBe(403);
    expect((await officer.post('/web/nudge', { whom: { all: true }, value: 'yes' })).status).toBe(403);
  });
});
