/** A time of the day as people read it; every sentence, card, page and document that names one takes it from here. */
import type { Language } from '../domain/member.ts';

/** `09.30 น.` from `09:30`, as Thai offices write it, never broken over two lines; `09:30` in English. */
export function timeOfDay(time: string, language: Language = 'th'): string {
  return language === 'th' ? `${time.replace(':', '.')}\u00A0น.` : time;
}

const APART = /([0-9\u0E50-\u0E59][.:][0-9\u0E50-\u0E59]{2}) (?=น\.)/g;

/** Times of the day in a text keep their น. beside them, whoever wrote them. */
export function withTimesWhole(text: string): string {
  return text.replace(APART, '$1\u00A0');
}
