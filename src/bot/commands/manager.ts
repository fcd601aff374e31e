/** The managers' questions: the whole office, one activity, one branch. */
import { commandWords } from '../../text/typed.ts';
import { FIELD_NAMES, type Fields } from '../../domain/activity.ts';
import { leavesOf } from '../../domain/plan.ts';
import { countByStatus } from '../../domain/tally.ts';
import { mayReport } from '../../services/reports.ts';
import { say, show } from '../handled.ts';
import { byUrgency, isFinished, planRows, rowOf } from '../rows.ts';
import { refOf, type Turn } from '../turn.ts';
import type { ActivityRow, Card } from '../types.ts';
import { activityOf, namesActivity } from './arguments.ts';
import { mine } from './officer.ts';
import type { Answer, Command } from './command.ts';

export const summary: Command = {
  name: 'summary',
  roles: ['manager', 'admin'],
  words: commandWords.summary,
  argument: 'none',
  inGroups: true,
  run: (_, turn) => officeSummary(turn),
};

export const status: Command = {
  name: 'status',
  roles: ['officer', 'manager', 'admin'],
  words: commandWords.status,
  argument: 'optional',
  inGroups: true,
  accepts: (argument, turn) => namesActivity(argument, turn),
  async run(argument, turn) {
    const manages = turn.context.member.roles.some((role) => role !== 'officer');
    if (argument === '') return manages ? officeSummary(turn) : mine.run('', turn);
    const found = activityOf(argument, turn);
    if (found.ok) return statusOf(found.activity.code, turn);
    if (found.reason === 'several') return several(found.candidates, turn);
    return say(turn.texts.chat.noSuchActivity(argument));
  },
};

export async function officeSummary(turn: Turn): Promise<Answer> {
  const { context } = turn;
  const rows = await planRows(turn);
  const states = await context.states();
  const unreported = states.filter((one) => one.leaf && one.state.reportedAt === null).length;
  const card: Card = {
    kind: 'office-summary',
    office: context.office.name,
    planTitle: context.plan.title,
    asOf: context.now,
    counts: countByStatus(rows.map((row) => row.status)),
    total: rows.length,
    overdue: rows.filter((row) => row.overdue).length,
    unreported,
    budget: sum(rows, 'budget'),
    spent: sum(rows, 'spent'),
    rows: rows
      .filter((row) => !isFinished(row.status))
      .toSorted(byUrgency)
      .slice(0, 5),
  };
  return show({ type: 'card', card });
}

/** The state of one leaf, or of a branch with its leaves. */
export async function statusOf(code: string, turn: Turn): Promise<Answer> {
  const { context } = turn;
  const states = await context.states();
  const one = states.find((activity) => activity.code === code);
  if (!one) return say(turn.texts.chat.noSuchActivity(code));
  if (!one.leaf) return branch(code, turn);
  const { state } = one;
  const card: Card = {
    kind: 'activity-status',
    activity: {
      ...rowOf(one, state, context.plan.period.end, context.today),
      indicator: one.indicator,
      unit: one.unit,
      target: one.target,
      ownerGroup: one.ownerGroup,
    },
    fields: Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]])) as unknown as Fields,
    reportedBy: state.reportedBy?.name ?? null,
    reportedAt: state.reportedAt,
    evidence: state.evidence.length,
    mayReport: mayReport(context, code),
  };
  return { ...show({ type: 'card', card, about: code }), conversation: { lastActivity: code } };
}

async function branch(code: string, turn: Turn): Promise<Answer> {
  const { plan } = turn.context;
  const activity = plan.activities.find((one) => one.code === code)!;
  const leaves = new Set(leavesOf(plan, code).map((leaf) => leaf.code));
  const rows = (await planRows(turn)).filter((row) => leaves.has(row.code));
  const [only] = rows;
  // a branch of one leaf is that leaf, as people say it
  if (rows.length === 1 && only) return statusOf(only.code, turn);
  const card: Card = {
    kind: 'branch-status',
    activity: refOf(activity),
    counts: countByStatus(rows.map((row) => row.status)),
    budget: sum(rows, 'budget'),
    spent: sum(rows, 'spent'),
    rows,
  };
  return show({ type: 'card', card });
}

async function several(codes: readonly string[], turn: Turn): Promise<Answer> {
  const { plan } = turn.context;
  const options = codes.slice(0, 8).flatMap((code) => {
    const activity = plan.activities.find((one) => one.code === code);
    if (!activity) return [];
    const text = turn.texts.words.command.status(activity.code);
    return [
      {
        type: 'tap' as const,
        label: activity.label.slice(0, 20),
        say: `${activity.label} ${activity.name}`.slice(0, 250),
        tap: { do: 'say' as const, text },
      },
    ];
  });
  return show({
    type: 'card',
    card: { kind: 'question', ask: 'branch', activity: null, step: null, hint: null, options, controls: [] },
  });
}

function sum(rows: readonly ActivityRow[], field: 'budget' | 'spent'): number {
  return rows.reduce((total, row) => total + (row[field] ?? 0), 0);
}
