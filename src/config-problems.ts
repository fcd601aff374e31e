/** What keeps the bot from starting though each value has its form: what is half set, what LINE can only refuse; config.ts asks. */
import { isLoopback, protocolOf } from './config-schema.ts';
import { credentialFault } from './domain/channel.ts';
import type { Language } from './domain/member.ts';
import { config as en } from './text/en/config.ts';
import { config as th } from './text/th/config.ts';

export type Env = Record<string, string | undefined>;

/** The settings' sentences alone: a start does not wait for all the others to be loaded. */
export const sentences: Record<Language, typeof th> = { th, en };

/** One reason not to start. */
export interface ConfigProblem {
  variable: string;
  /** What is expected and how to reach it, as the end of a sentence that begins with the variable. */
  expected: string;
  /** What stood there, unless it may be a secret. */
  got?: string;
}

const CREDENTIALS = ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_ID'] as const;
/** The first two go together. */
const OF_ASSISTANT = ['ASSISTANT_URL', 'ASSISTANT_MODEL', 'ASSISTANT_KEY'] as const;

/** Credentials that LINE can only refuse: better said now than seen as a bot that keeps silent. */
export function findUnusable(set: Env, language: Language): ConfigProblem[] {
  const say = sentences[language];
  return (['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'] as const).flatMap((variable) => {
    const value = set[variable];
    const api = set['LINE_API_URL'];
    const which = variable === 'LINE_CHANNEL_SECRET' ? 'secret' : 'token';
    const fault = value ? credentialFault(which, value, api === undefined || !isLoopback(api)) : null;
    if (!fault) return [];
    const { expects } = say.variables[variable];
    return [{ variable, expected: fault === 'form' ? expects : `${say.credential[fault]} ${expects}` }];
  });
}

/** What is half set, and what production asks for beyond that. */
export function findMissing(set: Env, language: Language): ConfigProblem[] {
  const say = sentences[language];
  const problems: ConfigProblem[] = [];
  const present = CREDENTIALS.filter((name) => set[name]);
  const production = set['NODE_ENV'] === 'production';
  if (present.length > 0) {
    if (!set['LINE_CHANNEL_SECRET'])
      problems.push({ variable: 'LINE_CHANNEL_SECRET', expected: say.missingWith(present) });
    if (!set['LINE_CHANNEL_ACCESS_TOKEN'] && !set['LINE_CHANNEL_ID'])
      problems.push({ variable: 'LINE_CHANNEL_ACCESS_TOKEN', expected: say.missingToken(present) });
  }
  const ofAssistant = OF_ASSISTANT.filter((name) => set[name]);
  const needed = ofAssistant.length > 0 ? (['ASSISTANT_URL', 'ASSISTANT_MODEL'] as const) : [];
  for (const variable of needed)
    if (!set[variable]) problems.push({ variable, expected: say.missingWith(ofAssistant) });
  // several instances may share that database: each making a key of its own, none could read the others' secrets
  const elsewhere = set['MONGODB_URI'] !== undefined && set['MONGODB_URI'] !== 'embedded';
  if (production && present.length === 0 && elsewhere && !set['KUEBNA_SECRET_KEY'])
    problems.push({ variable: 'KUEBNA_SECRET_KEY', expected: say.production.secretKey });
  if (production && !set['MONGODB_URI']) {
    problems.push({ variable: 'MONGODB_URI', expected: say.production.database });
  }
  const got = set['PUBLIC_URL'];
  // where LINE is connected on the console, so is the address
  const asked = got === undefined && present.length === 0;
  if (production && !asked && protocolOf(got ?? '') !== 'https:') {
    const expected = say.production.publicUrl;
    problems.push({ variable: 'PUBLIC_URL', expected, ...(got === undefined ? {} : { got }) });
  }
  return problems;
}
