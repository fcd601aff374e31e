/** `npm run rich-menu`: draws, checks and installs the menus under the chat, one a role. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import type { Act } from '../src/domain/acts.ts';
import type { Database } from '../src/db/connect.ts';
import { commit } from '../src/db/unit-of-work.ts';
import type { Language } from '../src/domain/member.ts';
import { explainLineError } from '../src/line/account.ts';
import { type Installed, installMenus, menuFault, menuRequest, removeMenus } from '../src/line/rich-menu.ts';
import { COMMON_CHANNEL } from '../src/domain/channel.ts';
import { type DrawnMenu, drawMenus } from '../src/reports/rich-menu-picture.ts';
import { menuPeople } from '../src/services/members.ts';
import { writeAudit } from '../src/services/writes.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { writeBytes } from './files.ts';
import { allLines, type OfficeLine } from './line-access.ts';

const flags = {
  'dry-run': { type: 'boolean' },
  out: { type: 'string', value: 'DIR' },
  remove: { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

type MenuCall = ScriptCall<typeof flags>;

export const richMenuScript: Script<typeof flags> = {
  name: 'rich-menu',
  flags,
  help: ({ richMenu: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: MenuCall): Promise<ScriptOutcome> {
  const { values, files, words } = call;
  const { bad } = words.richMenu;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: bad.stray(files[0]) };
  if (values.remove && (values['dry-run'] || values.out !== undefined))
    return { exit: 'bad-usage', message: bad.removeAlone };
  if (values['dry-run']) return dryRun(call);
  return withDatabase(call, async (database, config) => {
    const lines = await allLines(database, config);
    if (lines.length === 0) return { exit: 'refused', reason: 'no-line', lines: [words.richMenu.noLine] };
    try {
      return await (values.remove ? remove(call, database, lines) : install(call, database, lines));
    } catch (error) {
      const { status, detail } = explainLineError(error);
      const lines = [words.richMenu.lineFailed(detail)];
      return { exit: 'refused', reason: 'line-refused', lines, more: { status } };
    }
  });
}

async function dryRun(call: MenuCall): Promise<ScriptOutcome> {
  const menus = await drawMenus(call.language);
  const faulty = faults(call, menus);
  if (faulty) return faulty;
  const wrote = await writeMenus(call, menus);
  if (!wrote.ok) return wrote.outcome;
  return { exit: 'ok', lines: wrote.lines, json: { dryRun: true, menus: wrote.menus } };
}

async function install(
  call: MenuCall,
  database: Database,
  lines: readonly OfficeLine[],
): Promise<ScriptOutcome> {
  const say = call.words.richMenu;
  const everybody = await menuPeople(database);
  // Thai is what strangers see; other languages only where somebody reads them
  const languages = [...new Set<Language>(['th', ...everybody.map(({ language }) => language)])];
  const menus = (await Promise.all(languages.map(drawMenus))).flat();
  const faulty = faults(call, menus);
  if (faulty) return faulty;
  const wrote = await writeMenus(call, menus);
  if (!wrote.ok) return wrote.outcome;
  const done: Installed = { created: [], kept: [], deleted: 0, linked: 0 };
  for (const { office, access } of lines) {
    const people = office === COMMON_CHANNEL ? everybody : await menuPeople(database, office);
    const one = await installMenus(access, menus, people, menus[0]!);
    if (one.created.length + one.deleted > 0) await noteFor(database, office, 'rich-menu');
    done.created = [...new Set([...done.created, ...one.created])];
    done.kept = [...new Set([...done.kept, ...one.kept])];
    done.deleted += one.deleted;
    done.linked += one.linked;
  }
  const named = (made: string[], words: (role: string) => string): string[] =>
    menus
      .filter(({ language, role }) => made.includes(`${language}/${role}`))
      .map(({ role, language }) =>
        words(language === 'th' ? say.role[role] : `${say.role[role]} (${language})`),
      );
  const told = [
    ...named(done.kept, say.kept),
    ...named(done.created, say.created),
    ...(done.deleted > 0 ? [say.deleted(done.deleted)] : []),
    say.linked(done.linked),
  ];
  return { exit: 'ok', lines: told, json: done };
}

async function remove(
  { words }: MenuCall,
  database: Database,
  lines: readonly OfficeLine[],
): Promise<ScriptOutcome> {
  let removed = 0;
  for (const { office, access } of lines) {
    const there = await removeMenus(access);
    if (there > 0) await noteFor(database, office, 'rich-menu-remove');
    removed += there;
  }
  return { exit: 'ok', lines: [words.richMenu.removed(removed)], json: { removed } };
}

/** The common channel belongs to no office in particular. */
async function noteFor(database: Database, office: string, act: Act): Promise<void> {
  await commit(database, [writeAudit(office, systemClock.now(), 'command', act, {})]);
}

function faults({ words }: MenuCall, menus: readonly DrawnMenu[]): ScriptOutcome | null {
  const lines = menus.flatMap((menu) => {
    const fault = menuFault(menu);
    return fault === null ? [] : [words.richMenu.invalid(words.richMenu.role[menu.role], fault)];
  });
  return lines.length > 0 ? { exit: 'refused', reason: 'invalid-menu', lines } : null;
}

type Wrote =
  { ok: true; lines: string[]; menus: Record<string, unknown>[] } | { ok: false; outcome: ScriptOutcome };

async function writeMenus(call: MenuCall, menus: readonly DrawnMenu[]): Promise<Wrote> {
  const { out } = call.values;
  const say = call.words.richMenu;
  const lines: string[] = [];
  const shown: Record<string, unknown>[] = [];
  if (out !== undefined) {
    const fault = await mkdir(out, { recursive: true }).then(
      () => null,
      (error: Error) => error.message,
    );
    if (fault !== null)
      return {
        ok: false,
        outcome: { exit: 'refused', reason: 'bad-folder', lines: [say.bad.outFolder(out, fault)] },
      };
  }
  for (const menu of menus) {
    const request = menuRequest(menu);
    const stem = out === undefined ? null : join(out, `${menu.language}-${menu.role}`);
    if (stem !== null) {
      const json = Buffer.from(`${JSON.stringify(request, null, 2)}\n`);
      const refusal =
        (await writeBytes(call, `${stem}.png`, menu.png)) ?? (await writeBytes(call, `${stem}.json`, json));
      if (refusal) return { ok: false, outcome: refusal };
    }
    const file = stem && `${stem}.png`;
    lines.push(say.drawn(say.role[menu.role], Math.ceil(menu.png.length / 1024), file));
    shown.push({
      role: menu.role,
      language: menu.language,
      name: request.name,
      bytes: menu.png.length,
      file,
    });
  }
  return { ok: true, lines, menus: shown };
}

if (import.meta.main) process.exitCode = await runScript(richMenuScript);
