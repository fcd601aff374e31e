/** Every sentence a person sees, by language; the compiler names one that a language lacks. */
import type { Language } from '../domain/member.ts';
import * as en from './en/index.ts';
import * as th from './th/index.ts';

export type Texts = typeof th;

const languages: Record<Language, Texts> = { th, en };

export function texts(language: Language): Texts {
  return languages[language];
}
