/** `npm run understand`: prints what the bot makes of texts, against any plan file; touches no database. */
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { understand } from '../src/understand/index.ts';
import type { Reading, Understood } from '../src/understand/types.ts';
import { interpreterOf } from '../src/bot/explain-routing.ts';
import { systemClock } from '../src/clock.ts';
import type { Plan } from '../src/domain/activity.ts';
import { dayInBangkok } from '../src/domain/fiscal-year.ts';
import { draftPlan } from '../src/plan-import/draft.ts';
import { readPlanJson } from '../src/plan-import/plan-json.ts';
import { understand as english } from '../src/text/en/admin/understand.ts';
import { planWords } from '../src/text/plan-words.ts';
import { understand as thai } from '../src/text/th/admin/understand.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript } from './cli.ts';
import { readBytes } from './files.ts';
import { assistantPrompt } from './assistant-prompt.ts';
import { flagDay } from './typed-moment.ts';
import { faultText } from './import-plan-files.ts';
import { problemLines, problemsJson } from './import-plan-view.ts';
import { type AnnotatedMessage, messageSchema } from './reader-training/corpora.ts';
import { itemOf, type Verdict } from './reader-training/judge.ts';
import { measure, tableOf } from './reader-training/measure.ts';

const SAMPLE = fileURLToPath(new URL('../samples/plan-2564.json', import.meta.url));

const flags = {
  plan: { type: 'string', value: 'FILE' },
  today: { type: 'string', value: 'DAY' },
  explain: { type: 'boolean' },
  'assistant-prompt': { type: 'boolean' },
  score: { type: 'string', value: 'FILE' },
} as const;

type UnderstandCall = ScriptCall<typeof flags>;
type Words = typeof thai;

interface Line {
  id: unknown;
  text: string;
}

/** Exported so that tests can run it without a process. */
export const understandScript: Script<typeof flags> = {
  name: 'understand',
  flags,
  help: () => {
    const { summary, usage, options } = process.argv.includes('--english') ? english : thai;
    return { summary, usage, options };
  },
  run,
};

if (import.meta.main) process.exitCode = await runScript(understandScript);

async function run(call: UnderstandCall): Promise<ScriptOutcome> {
  const words = call.language === 'en' ? english : thai;
  const { values, files } = call;
  if (files.length > 1) return { exit: 'bad-usage', message: words.oneText };
  const read = flagDay('today', values.today ?? dayInBangkok(systemClock.now()), call.words.command);
  if (!read.ok) return { exit: 'bad-usage', message: read.message };
  const today = read.day;
  if (files.length === 0 && values.score === undefined && process.stdin.isTTY)
    return { exit: 'bad-usage', message: words.noInput };
  const opened = await openPlan(call, words);
  if (!opened.ok) return opened.outcome;
  if (values.score !== undefined) return score(values.score, opened.plan, today, call, words);
  const shown = async ({ id, text }: Line): Promise<Record<string, unknown>> => {
    const understood = understand(text, { plan: opened.plan, today });
    if (values['assistant-prompt']) return { id, ...(await assistantPrompt(text, opened.plan, today)) };
    if (!values.explain) return { id, ...asPrinted(understood) };
    const interpreter = await interpreterOf(text, opened.plan, today);
    return { id, ...asPrinted(understood), interpreter, because: reasons(understood) };
  };
  const [only] = files;
  if (only !== undefined) {
    const value = await shown({ id: null, text: only });
    return { exit: 'ok', lines: [JSON.stringify(value)], json: value };
  }
  const input = linesOf(await readAll(process.stdin));
  if (!input.ok)
    return {
      exit: 'refused',
      reason: 'bad-line',
      lines: [words.badLine(input.line)],
      more: { line: input.line },
    };
  const all: Record<string, unknown>[] = [];
  for (const line of input.lines) all.push(await shown(line));
  return { exit: 'ok', lines: all.map((one) => JSON.stringify(one)), json: all };
}

type Opened = { ok: true; plan: Plan } | { ok: false; outcome: ScriptOutcome };

async function openPlan({ values, words: shared }: UnderstandCall, words: Words): Promise<Opened> {
  const file = values.plan ?? SAMPLE;
  const refused = (reason: string, lines: string[], more = {}): Opened => ({
    ok: false,
    outcome: { exit: 'refused', reason, lines, more },
  });
  const opened = await readBytes({ words: shared }, file);
  if (!opened.ok) return opened;
  const read = readPlanJson(opened.bytes);
  if (!read.ok) return refused('bad-plan', [shared.command.fileUnreadable(file, faultText(read, shared))]);
  const draft = draftPlan(read.raw, planWords);
  if (!draft.ok)
    return refused(
      'bad-plan',
      [
        words.badPlan(file, draft.problems.length),
        ...problemLines(draft.problems, shared.importPlan).slice(1),
      ],
      problemsJson(draft.problems, shared.importPlan),
    );
  return { ok: true, plan: { ...draft.plan, id: 'plan', office: 'office' } };
}

/** Prints how a file of annotated messages is read: right, incomplete, wrong, false, and which fields were not. */
async function score(
  file: string,
  plan: Plan,
  today: string,
  call: UnderstandCall,
  words: Words,
): Promise<ScriptOutcome> {
  const opened = await readBytes({ words: call.words }, file);
  if (!opened.ok) return opened.outcome;
  const read = annotated(opened.bytes);
  if (!read.ok)
    return {
      exit: 'refused',
      reason: 'bad-line',
      lines: [words.badAnnotation(read.line)],
      more: { line: read.line },
    };
  const measured = measure({ name: 'file', messages: read.messages, plan, today, known: false });
  const count = (verdict: Verdict): number =>
    measured.judgements.filter(({ judgement }) => judgement.verdict === verdict).length;
  const json = {
    messages: measured.judgements.length,
    right: count('right'),
    incomplete: count('incomplete'),
    wrong: count('wrong'),
    false: measured.judgements.filter(({ judgement }) => judgement.isFalse).length,
    notRight: measured.judgements
      .filter(({ judgement }) => judgement.bad.length > 0)
      .map(({ id, judgement }) => ({ id, verdict: judgement.verdict, fields: judgement.bad })),
  };
  const details = json.notRight.map(({ id, verdict, fields }) => `${id} ${verdict}: ${fields.join(', ')}`);
  return { exit: 'ok', lines: [...tableOf([measured]), ...(call.values.explain ? details : [])], json };
}

type AnnotatedRead = { ok: true; messages: AnnotatedMessage[] } | { ok: false; line: number };

function annotated(bytes: Uint8Array): AnnotatedRead {
  const messages: AnnotatedMessage[] = [];
  for (const [at, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = messageSchema.safeParse(jsonOf(line));
    if (!read.success) return { ok: false, line: at + 1 };
    messages.push(read.data);
  }
  return { ok: true, messages };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

type LinesRead = { ok: true; lines: Line[] } | { ok: false; line: number };

function linesOf(input: string): LinesRead {
  const lines: Line[] = [];
  for (const [at, line] of input.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const value = JSON.parse(line) as unknown;
      if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
        return { ok: false, line: at + 1 };
      lines.push({ id: 'id' in value ? value.id : null, text: value.text });
    } catch {
      return { ok: false, line: at + 1 };
    }
  }
  return { ok: true, lines };
}

/** Money in baht; "there is none" and "nothing was said" are both null. */
function asPrinted({ intent, ambiguous, multiple, ...reading }: Understood): Record<string, unknown> {
  return { intent, ...itemOf(reading), ambiguous, ...(multiple && { multiple: multiple.map(itemOf) }) };
}

function reasons({ because, multiple }: Understood): unknown {
  const wordsOf = (reading: Reading['because']): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(reading).map(([field, spans]) => [field, spans.map((span) => span.text)]),
    );
  return multiple ? multiple.map((reading) => wordsOf(reading.because)) : wordsOf(because);
}
