/** Whose name a newcomer gets: the invite's owner when that is one person, else the name LINE knows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '../../src/db/unit-of-work.ts';
import { makeInvite } from '../../src/services/invites.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, type TestOffice, WIPHA } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

test.each([
  ['a person', 'วิภาวรรณ รักเรียน', 1, 'วิภาวรรณ รักเรียน'],
  ['a group of the plan', 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา', 1, 'วิภา รักเรียน'],
  ['several people', 'งานแผน', 3, 'วิภา รักเรียน'],
  ['nobody', null, 1, 'วิภา รักเรียน'],
] as const)('an invite for %s', async (_, owner, uses, name) => {
  const { models } = office.database;
  const { _id } = (await models.offices.findOne({}).lean<{ _id: string }>())!;
  const expiresAt = new Date(office.clock.now().getTime() + 86_400_000);
  const made = makeInvite(
    { office: _id, role: 'officer', owner, activities: ['2'], uses, expiresAt },
    office.clock.now(),
    'test',
  );
  await commit(office.database, made.writes);
  await office.say(WIPHA, `ลงทะเบียน ${made.code}`);
  expect(await models.members.findOne({ userId: WIPHA }).lean()).toMatchObject({ name });
  await models.members.collection.deleteOne({ userId: WIPHA });
  await models.links.collection.deleteOne({ _id: WIPHA as never });
});
