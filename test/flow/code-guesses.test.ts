/** Strangers who guess codes together, and the newcomer among them; and names that cannot be seen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '../../src/db/unit-of-work.ts';
import { newConversation } from '../../src/domain/conversation.ts';
import { makeInvite } from '../../src/services/invites.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

/** So many strangers have typed one wrong code each, this many minutes ago. */
async function guesses(people: number, minutes: number): Promise<void> {
  const since = new Date(office.clock.now().getTime() - minutes * 60_000);
  const rows = Array.from({ length: people }, (_, at) => {
    const { id, lostDrafts: _1, ...rest } = newConversation(`U-${at}`, '-', `U-${at}`, `U-${at}`, since);
    return { _id: id, ...rest, wrongCodes: { count: 1, since } };
  });
  await office.database.models.conversations.collection.insertMany(rows as never[]);
}

const guess = async (): Promise<string> => wordsIn(await office.say(WIPHA, 'ลงทะเบียน 2345-6789-AB'));
const forget = () => office.database.models.conversations.deleteMany({});

test('alone, a person has five tries', async () => {
  for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toContain('ไม่พบรหัสเชิญนี้');
  expect(await guess()).toContain('ลองรหัสผิดหลายครั้งเกินไป');
  await forget();
});

test('while sixty guess, each has one', async () => {
  await guesses(60, 30);
  expect(await guess()).toContain('ไม่พบรหัสเชิญนี้');
  expect(await guess()).toContain('ลองรหัสผิดหลายครั้งเกินไป');
  await forget();
});

test('an hour later it is forgotten', async () => {
  await guesses(60, 61);
  expect(await guess()).toContain('ไม่พบรหัสเชิญนี้');
  expect(await guess()).toContain('ไม่พบรหัสเชิญนี้');
  await forget();
});

test('whoever types a right code is let in meanwhile, under a name that can be seen', async () => {
  await guesses(200, 1);
  const { models } = office.database;
  const { _id } = (await models.offices.findOne({}).lean<{ _id: string }>())!;
  const made = makeInvite(
    {
      office: _id,
      role: 'officer',
      owner: null,
      activities: ['2'],
      uses: 1,
      expiresAt: new Date(office.clock.now().getTime() + 86_400_000),
    },
    office.clock.now(),
    'test',
  );
  await commit(office.database, made.writes);
  office.simulator.world.person(WIPHA)!.displayName = '\u200b\u2060';
  expect(wordsIn(await office.say(WIPHA, `ลงทะเบียน ${made.code}`))).toContain('เจ้าหน้าที่');
  expect(await models.members.findOne({ userId: WIPHA }).lean()).toMatchObject({ name: 'เจ้าหน้าที่' });
});
