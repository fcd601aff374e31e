/** A time of the day as people read it; every sentence, card, page and document that names one takes it from here. */
import type { Language } from '../domain/member.ts';

/** `09.30 น.` from `09:30`, as Thai offices write it; `09:30` in English. */
export function timeOfDay(time: string, language: Language = 'th'): string {
  return language === 'th' ? `${time.replace(':', '.')} น.` : time;
}
