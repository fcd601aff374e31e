/** rich-menu against the simulator as LINE: menus drawn, checked, installed once, replaced when they change, shown by role. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inviteScript } from '../../scripts/invite.ts';
import { membersScript } from '../../scripts/members.ts';
import { richMenuScript } from '../../scripts/rich-menu.ts';
import { realTimers } from '../../src/clock.ts';
import { installMenus, menuRequest } from '../../src/line/rich-menu.ts';
import { lineAccess } from '../../src/line/tokens.ts';
import { drawMenus } from '../../src/reports/rich-menu-picture.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let folder: string;

beforeAll(async () => {
  office = await openOffice(uri);
  folder = await mkdtemp(join(tmpdir(), 'menus-'));
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.stubEnv('MONGODB_URI', uri);
  vi.stubEnv('LINE_CHANNEL_SECRET', 'test-channel-secret');
  vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'test-channel-access-token');
  vi.stubEnv('LINE_API_URL', office.simulator.apiUrl);
});
afterEach(() => vi.unstubAllEnvs());

interface Done {
  created: string[];
  kept: string[];
  deleted: number;
  linked: number;
}

async function install(): Promise<Done> {
  return (await runAdmin(richMenuScript, ['--json'])).json<Done>();
}

/** Role of the menu a person sees, by its name. */
function shownTo(userId: string): string | undefined {
  return office.simulator.state().richMenus[userId]?.name.split('/')[2];
}

function access() {
  const { apiUrl } = office.simulator;
  const token = { kind: 'long-lived' as const, value: 'test-channel-access-token' };
  return lineAccess({ token, apiUrl, dataApiUrl: apiUrl, timers: realTimers, now: () => new Date() });
}

const ROLES = ['th/stranger', 'th/officer', 'th/manager', 'th/admin'];

describe('rich-menu', () => {
  it('draws pictures LINE takes, without asking LINE', async () => {
    vi.stubEnv('LINE_API_URL', 'http://127.0.0.1:9');
    const ran = await runAdmin(richMenuScript, ['--json', '--dry-run', '--out', folder]);
    expect(ran.code).toBe(0);
    const { menus } = ran.json<{ menus: { role: string; bytes: number; file: string }[] }>();
    expect(menus.map(({ role }) => role)).toEqual(['stranger', 'officer', 'manager', 'admin']);
    expect((await readdir(folder)).toSorted()).toEqual(
      ROLES.flatMap((role) => ['json', 'png'].map((end) => `${role.replace('/', '-')}.${end}`)).toSorted(),
    );
    for (const { file, bytes } of menus) {
      const png = await readFile(file);
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect([2500, width / height >= 1.45]).toEqual([width, true]);
      expect(bytes).toBeLessThan(1_000_000);
    }
    expect((await runAdmin(richMenuScript, ['--dry-run', '--out', folder])).code).toBe(1);
    expect((await runAdmin(richMenuScript, ['--dry-run', '--out', join(folder, 'th-admin.png')])).code).toBe(
      1,
    );
  });

  it('installs them once, shows each person the one of their role, strangers the default', async () => {
    expect(await install()).toEqual({ created: ROLES, kept: [], deleted: 0, linked: 2 });
    expect([SOMSRI, PRASERT, WIPHA].map(shownTo)).toEqual(['officer', 'manager', 'stranger']);
    expect(office.simulator.state().richMenus[SOMSRI]!.imageUrl).not.toBeNull();
    expect(await install()).toEqual({ created: [], kept: ROLES, deleted: 0, linked: 2 });
  });

  it('replaces what changed, mends what broke off, leaves the menus of others', async () => {
    const { api } = await access().call((clients) => Promise.resolve(clients));
    const menus = await drawMenus('th');
    const { name: _, ...foreign } = menuRequest(menus[0]!);
    await api.createRichMenu({ ...foreign, name: 'somebody else' });
    const changed = menus.map((menu) => (menu.role === 'officer' ? { ...menu, chatBarText: 'อื่น' } : menu));
    const done = await installMenus(access(), changed, [], changed[0]!);
    expect(done).toMatchObject({ created: ['th/officer'], deleted: 1 });
    // made, but broken off before its picture
    const wanted = menuRequest(menus[1]!);
    await api.createRichMenu(wanted);
    expect(await install()).toMatchObject({ created: ['th/officer'], deleted: 2 });
    expect(shownTo(SOMSRI)).toBe('officer');
    const { richmenus } = await api.getRichMenuList();
    const foreigners = richmenus.filter(({ name }) => !name.startsWith('kuebna/'));
    expect(foreigners.map(({ name }) => name)).toEqual(['somebody else']);
    expect(richmenus).toHaveLength(5);
  });

  it('follows a person’s role while the bot runs', async () => {
    const role = async (...args: string[]) =>
      (await runAdmin(inviteScript, ['--json', ...args])).json<{ code: string }>().code;
    await office.say(WIPHA, `ลงทะเบียน ${await role('--role', 'officer', '--activities', '2')}`);
    await office.say(WIPHA, 'ยอมรับ');
    expect(shownTo(WIPHA)).toBe('officer');
    await office.say(WIPHA, `ลงทะเบียน ${await role('--role', 'manager')}`);
    await office.say(WIPHA, 'ช่วยเหลือ');
    expect(shownTo(WIPHA)).toBe('manager');
    await runAdmin(membersScript, ['--revoke', WIPHA]);
    expect(shownTo(WIPHA)).toBe('stranger');
  });

  it('takes them away again', async () => {
    expect((await runAdmin(richMenuScript, ['--json', '--remove'])).json()).toEqual({ removed: 4 });
    expect(office.simulator.state().richMenus[SOMSRI]).toBeNull();
  });

  it.each([
    [['stray'], 2],
    [['--remove', '--dry-run'], 2],
    [['--out'], 2],
  ])('says what is wrong with %j', async (args, code) => {
    const ran = await runAdmin(richMenuScript, args);
    expect(ran).toMatchObject({ code, out: '' });
  });

  it('says when there is no LINE, or LINE refuses', async () => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'wrong');
    expect((await runAdmin(richMenuScript, ['--json'])).json()).toMatchObject({
      error: 'line-refused',
      status: 401,
    });
    for (const name of ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'LINE_API_URL'])
      vi.stubEnv(name, undefined);
    expect((await runAdmin(richMenuScript, ['--json'])).json()).toMatchObject({ error: 'no-line' });
  });
});
