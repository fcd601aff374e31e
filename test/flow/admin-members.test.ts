/** invite and members against a real office: codes that register, links, people taken out, work handed over. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inviteScript } from '../../scripts/invite.ts';
import { membersScript } from '../../scripts/members.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';
import { pixelsOf } from '../unit/chart/png.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let folder: string;

interface Invited {
  code: string;
  url: string | null;
  expiresAt: string;
  uses: number;
  activities: string[];
}
interface Listed {
  id: string;
  name: string;
  role: string;
  activities: string[];
  userId: string;
  lastSeen: string | null;
}

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  vi.stubEnv('PORT', '4321');
  office = await openOffice(uri);
  folder = await mkdtemp(join(tmpdir(), 'invite-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** Commands with LINE credentials; the simulator is LINE. */
async function withLine<T>(work: () => Promise<T>): Promise<T> {
  const line = {
    LINE_CHANNEL_SECRET: 'test-channel-secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'test-channel-access-token',
    LINE_API_URL: office.simulator.apiUrl,
  };
  for (const [name, value] of Object.entries(line)) vi.stubEnv(name, value);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(line)) vi.stubEnv(name, undefined);
  }
}

async function listed(...args: string[]): Promise<Listed[]> {
  return (await runAdmin(membersScript, ['--json', ...args])).json<Listed[]>();
}

async function idOf(userId: string): Promise<string> {
  return (await listed()).find((one) => one.userId === userId)!.id;
}

async function inviteJson(...args: string[]): Promise<Invited> {
  return (await runAdmin(inviteScript, ['--json', ...args])).json<Invited>();
}

describe('invite', () => {
  it('makes a code that registers with its role and activities', async () => {
    const made = await inviteJson('--role', 'officer', '--activities', '2, ๓', '--uses', '2');
    expect(made).toMatchObject({ url: 'http://localhost:4321/simulator', uses: 2, activities: ['2', '3'] });
    expect(made.code).toMatch(/^\w{4}-\w{4}-\w{2}$/);
    const said = await office.say(WIPHA, `ลงทะเบียน ${made.code}`);
    expect(wordsIn(said)).toContain('วิภา');
    await office.say(WIPHA, 'ยอมรับ');
    expect((await listed()).find((one) => one.userId === WIPHA)).toMatchObject({
      role: 'officer',
      activities: ['2', '3'],
    });
  });

  it('links to a chat with the words ready to send', async () => {
    const made = await withLine(() => inviteJson('--role', 'manager'));
    const words = encodeURIComponent(`ลงทะเบียน ${made.code}`);
    expect(made.url).toBe(`https://line.me/R/oaMessage/%40simulator/?${words}`);
  });

  it('lets a group be linked', async () => {
    const made = await withLine(() => inviteJson('--role', 'group'));
    expect(made.url).toBe('https://line.me/R/ti/p/%40simulator');
    const stored = await office.database.models.invites.findOne({ role: 'group' }).lean();
    expect(stored).toMatchObject({ uses: 1, activities: [] });
    const ran = await runAdmin(inviteScript, ['--role', 'group']);
    expect(ran.out).toContain('เชื่อมกลุ่ม');
  });

  it('gives an owner the plan names what the plan gives that owner', async () => {
    const owner = 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา';
    const made = await inviteJson('--role', 'officer', '--owner', owner);
    expect(made.activities).toContain('1.2.1');
    expect(made.activities).not.toContain('1.2');
    expect((await inviteJson('--role', 'officer', '--owner', 'สมปอง')).activities).toEqual([]);
  });

  it('writes a picture large enough to print, and never over another', async () => {
    const file = join(folder, 'code.png');
    const ran = await runAdmin(inviteScript, ['--role', 'manager', '--qr', file]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/\w{4}-\w{4}-\w{2}/);
    const { width } = pixelsOf(await readFile(file));
    expect(width).toBeGreaterThanOrEqual(1000);
    const before = await office.database.models.invites.countDocuments();
    expect(await runAdmin(inviteScript, ['--role', 'manager', '--qr', file])).toMatchObject({ code: 1 });
    expect(await office.database.models.invites.countDocuments()).toBe(before);
    expect(await runAdmin(inviteScript, ['--role', 'manager', '--qr', file, '--yes'])).toMatchObject({
      code: 0,
    });
  });

  it('has no link, but a code, when LINE does not answer', async () => {
    const made = await withLine(async () => {
      vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'wrong');
      return inviteJson('--role', 'manager');
    });
    expect(made.url).toBeNull();
    expect(made.code).toMatch(/^\w{4}-/);
  });

  it.each([
    [[], 'ระบุ --role'],
    [['--role', 'boss'], 'boss'],
    [['--role', 'officer', '--uses', '0'], '--uses'],
    [['--role', 'officer', '--uses', 'many'], 'many'],
    [['--role', 'officer', '--uses', '1001'], '1001'],
    [['--role', 'officer', '--expires', 'soon'], 'soon'],
    [['--role', 'officer', '--expires', '367d'], '367d'],
    [['--role', 'officer', '--expires', '0d'], '0d'],
    [['--role', 'officer', '--qr', 'code.jpg'], 'code.jpg'],
    [['--role', 'group', '--activities', '1'], '--activities'],
    [['--role', 'officer', 'stray'], 'stray'],
    [['--role', 'officer', '--owner', ' '], '--owner'],
    [['--role', 'officer', '--nonsense'], '--nonsense'],
    [['--role'], '--role'],
  ])('says what is wrong with %j', async (args, named) => {
    const ran = await runAdmin(inviteScript, args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(named);
    expect(ran.out).toBe('');
  });

  it('names activities the plan does not have, and offices there are', async () => {
    const bad = await runAdmin(inviteScript, ['--json', '--role', 'officer', '--activities', '1.2,9.9,x']);
    expect(bad.code).toBe(1);
    expect(bad.json()).toMatchObject({ error: 'activity-unknown', unknown: ['9.9', 'x'] });
    const lost = await runAdmin(inviteScript, ['--role', 'officer', '--office', 'nowhere']);
    expect(lost).toMatchObject({ code: 1 });
    expect(lost.err).toContain('nowhere');
  });

  it('takes labels as the plan prints them', async () => {
    expect((await inviteJson('--role', 'officer', '--activities', '1.2 1)')).activities).toEqual(['1.2.1']);
  });
});

describe('members', () => {
  it('shows who is linked, and when each was last seen', async () => {
    const before = (await listed()).find((one) => one.userId === SOMSRI)!;
    expect(before).toMatchObject({ name: 'สมศรี ใจดี', role: 'officer', activities: ['1'] });
    await office.act({ act: 'clock', days: 1 }, SOMSRI);
    await office.say(SOMSRI, 'ช่วยเหลือ');
    const seen = (await listed()).find((one) => one.userId === SOMSRI)!;
    expect(Date.parse(seen.lastSeen!) - Date.parse(before.lastSeen!)).toBeGreaterThan(80_000_000);
    await office.say(SOMSRI, 'ช่วยเหลือ');
    expect((await listed()).find((one) => one.userId === SOMSRI)!.lastSeen).toBe(seen.lastSeen);
    const text = await runAdmin(membersScript, []);
    expect(text.out).toMatch(/สมศรี ใจดี · ผู้รายงาน · 1 · ใช้งานล่าสุด/);
  });

  it('notes the hour a person was last seen, not the day only', async () => {
    const before = (await listed()).find((one) => one.userId === PRASERT)!;
    const later = new Date(office.clock.now().getTime() + 2 * 3_600_000);
    await office.act({ act: 'clock', to: later.toISOString() }, PRASERT);
    await office.say(PRASERT, 'ช่วยเหลือ');
    const after = new Date(office.clock.now().getTime() + 2 * 3_600_000);
    await office.act({ act: 'clock', to: after.toISOString() }, PRASERT);
    await office.say(PRASERT, 'ช่วยเหลือ');
    const seen = (await listed()).find((one) => one.userId === PRASERT)!;
    expect(Date.parse(seen.lastSeen!)).toBeGreaterThanOrEqual(after.getTime());
    expect(seen.lastSeen).not.toBe(before.lastSeen);
  });

  it('hands the work of one over to another', async () => {
    const [from, to] = [await idOf(WIPHA), await idOf(SOMSRI)];
    const ran = await runAdmin(membersScript, ['--json', '--hand-over', from, '--to', to]);
    expect(ran.json()).toEqual({ from, to, activities: ['2', '3'] });
    const people = await listed();
    expect(people.find(({ id }) => id === from)!.activities).toEqual([]);
    expect(people.find(({ id }) => id === to)!.activities).toEqual(['1', '2', '3']);
    const again = await runAdmin(membersScript, ['--json', '--hand-over', from, '--to', to]);
    expect(again.json()).toMatchObject({ error: 'nothing' });
    expect((await runAdmin(membersScript, ['--json', '--hand-over', to, '--to', to])).json()).toMatchObject({
      error: 'same',
    });
  });

  it('sets activities, checked against the plan', async () => {
    const id = await idOf(SOMSRI);
    const bad = await runAdmin(membersScript, ['--json', '--set-activities', id, '--activities', '77']);
    expect(bad.json()).toMatchObject({ error: 'activity-unknown' });
    await runAdmin(membersScript, ['--set-activities', id, '--activities', '1.3,1.2']);
    expect((await listed()).find((one) => one.id === id)!.activities).toEqual(['1.2', '1.3']);
    const none = await runAdmin(membersScript, ['--json', '--set-activities', id, '--activities', 'none']);
    expect(none.json()).toEqual({ id, activities: [] });
    await runAdmin(membersScript, ['--set-activities', id, '--activities', '1']);
  });

  it('takes a person out, who is a stranger then, and may come back by a new invite', async () => {
    const id = await idOf(WIPHA);
    await office.database.models.outbox.collection.insertOne({
      _id: 'waits',
      to: WIPHA,
      state: 'waiting',
      messages: [
        {
          type: 'text',
          text: 'x',
        },
      ],
      office: (await office.database.models.members.findById(id).lean())!.office,
    } as never);
    const ran = await runAdmin(membersScript, ['--json', '--revoke', WIPHA]);
    expect(ran.json()).toMatchObject({ revoked: id });
    expect((await listed()).map((one) => one.userId)).not.toContain(WIPHA);
    expect((await listed('--all')).map((one) => one.userId)).toContain(WIPHA);
    const { models } = office.database;
    expect(await models.outbox.findById('waits').lean()).toMatchObject({
      state: 'cancelled',
      messages: null,
    });
    expect(wordsIn(await office.say(WIPHA, 'งานของฉัน'))).toContain('ลงทะเบียน');
    expect((await runAdmin(membersScript, ['--json', '--revoke', id])).json()).toMatchObject({
      error: 'already',
    });
    const { code } = await inviteJson('--role', 'officer', '--activities', '4');
    await office.say(WIPHA, `ลงทะเบียน ${code}`);
    expect((await listed()).find((one) => one.userId === WIPHA)).toMatchObject({ id, activities: ['4'] });
  });

  it.each([
    [['--revoke', 'nobody'], 1, 'nobody'],
    [['--hand-over', 'a'], 2, '--to'],
    [['--to', 'a'], 2, '--hand-over'],
    [['--set-activities', 'a'], 2, '--activities'],
    [['--revoke', 'a', '--hand-over', 'b', '--to', 'c'], 2, '--revoke'],
    [['--office', 'nowhere'], 1, 'nowhere'],
    [['stray'], 2, 'stray'],
  ])('says what is wrong with %j', async (args, code, named) => {
    const ran = await runAdmin(membersScript, args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(named);
  });

  it('keeps groups out of it, and prints one JSON value in a process of its own', async () => {
    expect((await listed()).map((one) => one.userId)).not.toContain(GROUP);
    const child = spawn(process.execPath, ['scripts/members.ts', '--json'], {
      env: { PATH: process.env.PATH, MONGODB_URI: uri },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(3);
  });
});
