/** The language a member is answered in; the language command stores it. */
import type { Language } from '../domain/member.ts';
import type { MemberContext } from './context.ts';
import type { Write } from './writes.ts';

export function setLanguage(context: MemberContext, language: Language): Write {
  const { member } = context;
  return {
    to: 'members',
    update: { where: { _id: member.id, office: member.office }, change: { $set: { language } } },
  };
}
