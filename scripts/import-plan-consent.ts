/** What import-plan asks before it stores: a reading that leaves something open, activities that go. */
import { isReady, type UnderstoodPlan } from '../src/plan-import/understand.ts';
import type { ScriptCall, Flags, ScriptOutcome } from './cli.ts';
import { countPlan } from '../src/domain/plan.ts';
import { goingOf, type ImportPreview } from '../src/services/import-preview.ts';

type ConsentCall = Pick<ScriptCall<Flags>, 'words' | 'ask' | 'say'> & {
  values: { yes?: boolean; accept?: boolean };
};

/** Whatever is no form, or leaves something open, waits for somebody's word; unexplained money for a word of its own. */
export async function consentToReading(
  call: ConsentCall,
  understood: UnderstoodPlan | null,
  lines: readonly string[],
  file: Record<string, unknown>,
): Promise<ScriptOutcome | null> {
  if (!understood) return null;
  const { askMoney, askRead, needsAccept, needsRead } = call.words.planPreview;
  const words = call.words.importPlan;
  const refused = (reason: string, line: string): ScriptOutcome => ({
    exit: 'refused',
    reason,
    lines: [...lines, line],
    more: file,
  });
  if (!isReady(understood) && !call.values.accept) {
    call.say(lines);
    const answer = await call.ask(askMoney);
    if (answer === true) return null;
    return answer === null ? refused('money-unexplained', needsAccept) : refused('declined', words.declined);
  }
  const open =
    understood.layout === 'document' || understood.findings.some(({ weight }) => weight !== 'note');
  if (!open || call.values.yes || call.values.accept) return null;
  call.say(lines);
  const answer = await call.ask(askRead);
  if (answer === true) return null;
  return answer === null ? refused('needs-yes', needsRead) : refused('declined', words.declined);
}

/** Asks before activities go. @returns the refusal, or null to go on. */
export async function consent(
  call: ConsentCall,
  preview: ImportPreview,
  lines: readonly string[],
): Promise<ScriptOutcome | null> {
  const words = call.words.importPlan;
  const vanishing = goingOf(preview);
  if (vanishing.length === 0 || call.values.yes) return null;
  const codes = { codes: vanishing.map(({ code }) => code) };
  call.say(lines);
  const answer = await call.ask(words.askRemove(countPlan(vanishing)));
  if (answer === true) return null;
  return answer === null
    ? { exit: 'refused', reason: 'needs-yes', lines: [words.needsYes], more: codes }
    : { exit: 'refused', reason: 'declined', lines: [words.declined], more: codes };
}
