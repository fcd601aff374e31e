/** Puts the menus under an office's chats, one a request, so that the page shows how far it is and a lost connection loses nothing. */
import type { Language } from '../../domain/member.ts';
import { drawMenus, type DrawnMenu } from '../../reports/rich-menu-picture.ts';
import { menuPeople } from '../../services/members.ts';
import { storeWrites, writeAudit } from '../../services/writes.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import type { Admin } from './change.ts';

/** Drawn once: they are the same for all. */
const drawn = new Map<Language, Promise<DrawnMenu[]>>();

function menusIn(language: Language): Promise<DrawnMenu[]> {
  const made = drawn.get(language) ?? drawMenus(language);
  drawn.set(language, made);
  made.catch(() => drawn.delete(language));
  return made;
}

/** @param step from 0 on; the last one shows everybody theirs. @returns how many steps are done, and of how many. */
export async function installMenuStep(
  { database, connection, channels, clock, texts }: WebRequest,
  { office, by }: Admin,
  { step }: { step: number },
): Promise<WebAnswer> {
  const people = await menuPeople(database, channels.common ? undefined : office.id);
  // Thai is what strangers see; other languages only where somebody reads them
  const languages = [...new Set<Language>(['th', ...people.map(({ language }) => language)])];
  const menus = (await Promise.all(languages.map(menusIn))).flat();
  const next = menus[step];
  const asked = next
    ? await connection.putMenu(office.id, next)
    : await connection.settleMenus(office.id, menus, people);
  if (!asked.ok) return { refused: 502, why: texts.console.connection.lineSays(asked.detail) };
  if (!next) await storeWrites(database, [writeAudit(office.id, clock.now(), by, 'rich-menu', {})]);
  return { json: { done: Math.min(step, menus.length) + 1, of: menus.length + 1 } };
}
