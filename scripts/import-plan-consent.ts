/** What import-plan asks before it stores: a reading that leaves something open, activities that go. */
import { countPlan } from '../src/domain/plan.ts';
import { isReady, type UnderstoodPlan } from '../src/plan-import/understand.ts';
import { goingOf, type ImportPreview } from '../src/services/import-preview.ts';
import type { ScriptCall, Flags, ScriptOutcome } from './cli.ts';

type ConsentCall = Pick<ScriptCall<Flags>, 'words' | 'ask' | 'say'> & {
  values: { yes?: boolean; accept?: boolean };
};

interface Question {
  ask: string;
  /** Where nobody can answer: how it goes on, and the reason for scripts. */
  needs: string;
  reason: string;
  more: Record<string, unknown>;
}

/**
 * Shows what the questions are about, once however many there are, and asks them.
 * @param lines how the file was read and what would change; @param file the same of the reading for scripts.
 * @returns the refusal, or null to go on, and whether the lines have been shown.
 */
export async function askConsent(
  call: ConsentCall,
  understood: UnderstoodPlan | null,
  preview: ImportPreview,
  lines: readonly string[],
  file: Record<string, unknown>,
): Promise<{ refusal: ScriptOutcome | null; shown: boolean }> {
  const questions = [readingQuestion(call, understood, file), goingQuestion(call, preview)].filter(
    (one) => one !== null,
  );
  if (questions.length > 0) call.say(lines);
  for (const { ask, needs, reason, more } of questions) {
    const answer = await call.ask(ask);
    if (answer === true) continue;
    const refusal: ScriptOutcome =
      answer === null
        ? { exit: 'refused', reason, lines: [needs], more }
        : { exit: 'refused', reason: 'declined', lines: [call.words.importPlan.declined], more };
    return { refusal, shown: true };
  }
  return { refusal: null, shown: questions.length > 0 };
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
