/** The parts of import-plan that work on what is stored: forms of it, which plan is current, lists. */
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/connect.ts';
import type { Plan } from '../src/domain/activity.ts';
import { countPlan } from '../src/domain/plan.ts';
import { writePlanTemplate } from '../src/plan-import/template.ts';
import { loadPlan } from '../src/services/loaders.ts';
import { makeCurrent, previewUse } from '../src/services/current-plan.ts';
import { plansOf } from '../src/services/import-plan.ts';
import { switchLines, switchView } from '../src/web/console/switch-view.ts';
import type { ScriptCall, Flags, ScriptOutcome } from './cli.ts';
import { writeBytes } from './files.ts';
import { readableOffices } from './office-choice.ts';

type StoredCall = Pick<ScriptCall<Flags>, 'words' | 'language' | 'say' | 'ask'> & {
  values: { yes?: boolean; office?: string; plan?: string };
};

export async function writeTemplate(call: StoredCall, file: string): Promise<ScriptOutcome> {
  const refusal = await writeBytes(call, file, await writePlanTemplate(null, call.language));
  return refusal ?? { exit: 'ok', lines: [call.words.importPlan.wroteTemplate(file)], json: { file } };
}

export async function exportPlan(call: StoredCall, database: Database, file: string): Promise<ScriptOutcome> {
  const words = call.words.importPlan;
  const { office: officeId, plan: planId } = call.values;
  const offices = await readableOffices(call, database);
  for (const office of offices) {
    if (officeId !== undefined && office.id !== officeId) continue;
    const id = planId ?? office.currentPlan;
    const plan = id === null ? null : await loadPlan(database, office.id, id);
    if (!plan) continue;
    const { name: officeName, parentAgencies } = office;
    const bytes = await writePlanTemplate({ officeName, parentAgencies, ...plan }, call.language);
    const refusal = await writeBytes(call, file, bytes);
    const count = countPlan(plan.activities).leaves;
    return (
      refusal ?? {
        exit: 'ok',
        lines: [words.wrotePlan(file, count)],
        json: { file, plan: plan.id, activities: count },
      }
    );
  }
  return { exit: 'refused', reason: 'no-plan', lines: [words.noPlan] };
}

export async function usePlan(call: StoredCall, database: Database, id: string): Promise<ScriptOutcome> {
  const words = call.words.importPlan;
  const found = await previewUse(database, id, systemClock.now());
  if (!found.ok) {
    const known = await listPlans(call, database);
    const lines = [words.planUnknown, ...(known.exit === 'ok' ? known.lines : [])];
    return { exit: 'refused', reason: found.reason, lines };
  }
  const { leaving } = found;
  if (leaving) {
    call.say(switchLines(switchView(leaving, words)));
    const agreed = call.values.yes || (await call.ask(words.askSwitch));
    if (agreed === null) return { exit: 'refused', reason: 'needs-yes', lines: [words.needsSwitch] };
    if (!agreed) return { exit: 'refused', reason: 'declined', lines: [words.declined] };
  }
  const done = await makeCurrent(database, found, systemClock.now());
  return done.ok
    ? { exit: 'ok', lines: [words.nowCurrent(done.plan)], json: { office: done.office, plan: done.plan } }
    : { exit: 'refused', reason: done.reason, lines: [words.conflict] };
}

export async function listPlans(call: StoredCall, database: Database): Promise<ScriptOutcome> {
  const words = call.words.importPlan;
  const lines: string[] = [];
  const json: unknown[] = [];
  for (const office of await readableOffices(call, database)) {
    const plans = await plansOf(database, office.id);
    const summary = ({ id, title, fiscalYear, activities }: Plan) => ({
      id,
      title,
      fiscalYear,
      activities: countPlan(activities).leaves,
      current: id === office.currentPlan,
    });
    lines.push(`${office.id}  ${office.name}`);
    for (const plan of plans.map(summary))
      lines.push(
        `  ${plan.id}  ${plan.title} (${plan.fiscalYear})${plan.current ? ` · ${words.current}` : ''}`,
      );
    json.push({ office: office.id, name: office.name, plans: plans.map(summary) });
  }
  return { exit: 'ok', lines: lines.length > 0 ? lines : [words.noPlan], json };
}
