/** What of the settings is half set, or can only be refused; config.ts asks it before anything starts. */
import { credentialFault, protocolOf } from './config-schema.ts';
import type { Language } from './domain/member.ts';
import { config as en } from './text/en/config.ts';
import { config as th } from './text/th/config.ts';

/** The settings' sentences alone: a start does not wait for all the others to be loaded. */
export const sentences: Record<Language, typeof th> = { th, en };

type Env = Record<string, string | undefined>;

/** One reason not to start. */
export interface Problem {
  variable: string;
  /** What is expected and how to reach it, as the end of a sentence that begins with the variable. */
  expected: string;
  /** What stood there, unless it may be a secret. */
  got?: string;
}

const CREDENTIALS = ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_ID'] as const;
/** Of no use without credentials: setting one of them means that LINE was meant. */
const OF_LINE = ['LINE_API_URL', 'LINE_DATA_API_URL'] as const;
/** The first two go together. */
const OF_ASSISTANT = ['ASSISTANT_URL', 'ASSISTANT_MODEL', 'ASSISTANT_KEY'] as const;

/** Credentials that LINE can only refuse: better said now than seen as a bot that keeps silent. */
export function unusable(set: Env, language: Language): Problem[] {
  const say = sentences[language];
  return (['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'] as const).flatMap((variable) => {
    const value = set[variable];
    const fault = value ? credentialFault(variable, value, set['LINE_API_URL']) : null;
    if (!fault) return [];
    const { expects } = say.variables[variable];
    return [{ variable, expected: fault === 'form' ? expects : `${say.credential[fault]} ${expects}` }];
  });
}

/** What is half set, and what production asks for beyond that. */
export function missing(set: Env, language: Language): Problem[] {
  const say = sentences[language];
  const problems: Problem[] = [];
  const present = [...CREDENTIALS, ...OF_LINE].filter((name) => set[name]);
  const production = set['NODE_ENV'] === 'production';
  if (present.length > 0 || production) {
    if (!set['LINE_CHANNEL_SECRET']) {
      const expected = present.length > 0 ? say.missingWith(present) : say.production.line;
      problems.push({ variable: 'LINE_CHANNEL_SECRET', expected });
    }
    if (!set['LINE_CHANNEL_ACCESS_TOKEN'] && !set['LINE_CHANNEL_ID']) {
      const expected = present.length > 0 ? say.missingToken(present) : say.production.line;
      problems.push({ variable: 'LINE_CHANNEL_ACCESS_TOKEN', expected });
    }
  }
  const ofAssistant = OF_ASSISTANT.filter((name) => set[name]);
  const needed = ofAssistant.length > 0 ? (['ASSISTANT_URL', 'ASSISTANT_MODEL'] as const) : [];
  for (const variable of needed)
    if (!set[variable]) problems.push({ variable, expected: say.missingWith(ofAssistant) });
  if (production && !set['MONGODB_URI']) {
    problems.push({ variable: 'MONGODB_URI', expected: say.production.database });
  }
  if (production && protocolOf(set['PUBLIC_URL'] ?? '') !== 'https:') {
    const got = set['PUBLIC_URL'];
    problems.push({
      variable: 'PUBLIC_URL',
      expected: say.production.publicUrl,
      ...(got === undefined ? {} : { got }),
    });
  }
  return problems;
}
