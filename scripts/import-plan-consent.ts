/** What import-plan asks before it stores: a reading that leaves something open, activities that go, whether a plan of another year is used from now on. */
import { countPlan } from '../src/domain/plan.ts';
import { isReady, type UnderstoodPlan } from '../src/plan-import/understand.ts';
import { asksUse, goingOf, type ImportPreview } from '../src/services/import-preview.ts';
import type { ScriptCall, Flags, ScriptOutcome } from './cli.ts';

type ConsentCall = Pick<ScriptCall<Flags>, 'words' | 'ask' | 'say'> & {
  values: { yes?: boolean; accept?: boolean; 'use-now'?: boolean; 'keep-current'?: boolean };
};

interface Question {
  ask: string;
  /** Where nobody can answer: how it goes on, and the reason for scripts. */
  needs: string;
  reason: string;
  more: Record<string, unknown>;
}

type Consent = { ok: false; refusal: ScriptOutcome } | { ok: true; shown: boolean; use: boolean | null };

/**
 * Shows what the questions are about, once however many there are, and asks them.
 * @param lines how the file was read and what would change; @param file the same of the reading for scripts.
 * @returns the refusal; or whether the lines have been shown, and whether the plan is used from now on, null where that
 * is not asked.
 */
export async function askConsent(
  call: ConsentCall,
  understood: UnderstoodPlan | null,
  preview: ImportPreview,
  lines: readonly string[],
  file: Record<string, unknown>,
): Promise<Consent> {
  const questions = [readingQuestion(call, understood, file), goingQuestion(call, preview)].filter(
    (one) => one !== null,
  );
  const said = saidUse(call);
  const asks = asksUse(preview) && said === null;
  const shown = questions.length > 0 || asks;
  if (shown) call.say(lines);
  const refused = (reason: string, line: string, more: Record<string, unknown> = {}): Consent => ({
    ok: false,
    refusal: { exit: 'refused', reason, lines: [line], more },
  });
  const { declined, needsUse } = call.words.importPlan;
  for (const { ask, needs, reason, more } of questions) {
    const answer = await call.ask(ask);
    if (answer === true) continue;
    return answer === null ? refused(reason, needs, more) : refused('declined', declined, more);
  }
  if (!asks) return { ok: true, shown, use: said };
  const use = await askUse(call, preview);
  if (use === 'nobody') return refused('needs-use', needsUse);
  return use === null ? refused('declined', declined) : { ok: true, shown, use };
}

/** By the flags; `--yes` does not say which of the two. */
function saidUse({ values }: ConsentCall): boolean | null {
  return values['use-now'] ? true : values['keep-current'] ? false : null;
}

/** Either is a yes of its own: whoever breaks off has agreed to nothing. */
async function askUse(
  { ask, words: { importPlan: words } }: ConsentCall,
  { leaving }: ImportPreview,
): Promise<boolean | null | 'nobody'> {
  if (!leaving) return null;
  const now = await ask(words.askUseNow(leaving.from.title, leaving.from.fiscalYear));
  if (now === null) return 'nobody';
  if (now) return true;
  return (await ask(words.askKeep)) ? false : null;
}

/** Whatever is no form, or leaves something open, waits for somebody's word; unexplained money for a word of its own. */
function readingQuestion(
  { words: { planPreview: words }, values: { accept, yes } }: ConsentCall,
  understood: UnderstoodPlan | null,
  more: Record<string, unknown>,
): Question | null {
  if (!understood || accept) return null;
  if (!isReady(understood))
    return { ask: words.askMoney, needs: words.needsAccept, reason: 'money-unexplained', more };
  const open =
    understood.layout === 'document' || understood.findings.some(({ weight }) => weight !== 'note');
  return open && !yes ? { ask: words.askRead, needs: words.needsRead, reason: 'needs-yes', more } : null;
}

function goingQuestion({ words, values }: ConsentCall, preview: ImportPreview): Question | null {
  const { askRemove, needsYes } = words.importPlan;
  const going = goingOf(preview);
  if (going.length === 0 || values.yes) return null;
  const more = { codes: going.map(({ code }) => code) };
  return { ask: askRemove(countPlan(going)), needs: needsYes, reason: 'needs-yes', more };
}
