/** Route of what doctor knows, for one office: each thing with its sentence, and what cures it: a button of the console or a sentence. */
import type { Finding } from '../../domain/finding.ts';
import { loadCurrentPlan } from '../../services/loaders.ts';
import { databaseFindings } from '../../services/doctor.ts';
import { diskFinding, zoneFinding } from '../../services/machine.ts';
import { countOffices, hasMember } from '../../services/set-up.ts';
import { moment } from '../../text/format.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { webhookOf } from './connection.ts';
import { type Admin, readRoute } from './change.ts';

/** What the console can do about a finding by a button or a page of its own. */
export type Cure = 'connection' | 'webhook' | 'menus' | 'plan' | 'people' | 'operation';

const CURES: Partial<Record<string, Cure>> = {
  'channel-none': 'connection',
  'line-refused': 'connection',
  'url-not-https': 'connection',
  'url-silent': 'connection',
  'webhook-unset': 'webhook',
  'webhook-other': 'webhook',
  'test-failed': 'webhook',
  'menu-none': 'menus',
  'plan-none': 'plan',
  'member-none': 'people',
  'queues-dead': 'operation',
};

/** Nothing works without these. */
const NEEDED = ['office', 'plan', 'member', 'menu', 'line'];

export const consoleChecks = [
  readRoute('/web/console/checks', async (request, { office }): Promise<WebAnswer> => {
    const { texts, publicUrl } = request;
    const say = texts.console.checks;
    const doctor = texts.admin.doctor;
    const names: Record<string, string> = { ...doctor.name, ...say.name };
    const found: Record<string, (...values: [string, string]) => string> = { ...doctor.found, ...say.found };
    const fixes: Partial<Record<string, (address: string) => string>> = { ...doctor.fix, ...say.fix };
    const findings = await allFindings(request, office);
    const isOk = (name: string): boolean => findings.some((one) => one.name === name && one.state !== 'bad');
    return {
      json: {
        ready: NEEDED.every(isOk),
        checks: findings.map(({ name, state, reason, values: [first = '', second = ''] }) => ({
          name: names[name] ?? name,
          state,
          text: found[reason]?.(first, second) ?? reason,
          fix: state === 'ok' ? null : (fixes[reason]?.(publicUrl) ?? null),
          cure: state === 'ok' ? null : (CURES[reason] ?? null),
        })),
      },
    };
  }),
];

async function allFindings(request: WebRequest, office: Admin['office']): Promise<Finding[]> {
  const { database, connection, publicUrl } = request;
  const simulated = connection.at === 'simulator';
  const own = one('office', 'ok', 'office-ok', office.name);
  const [url, line, machine] = await Promise.all([
    simulated ? Promise.resolve([]) : connection.reaches(publicUrl).then((found) => [found]),
    connection.findings(office.id, webhookOf(request, office)),
    ofMachine(request),
  ]);
  const [menus, plan, member] = [
    await connection.menus(office.id),
    await loadCurrentPlan(database, office),
    await hasMember(database, office.id),
  ];
  const menu = menus.ok && menus.value > 0;
  return [
    own,
    ...(line.length > 0 ? line : [one('line', 'bad', 'channel-none')]),
    ...url,
    one('menu', menu ? 'ok' : 'bad', menu ? 'menu-ok' : 'menu-none'),
    one('plan', plan ? 'ok' : 'bad', plan ? 'plan-ok' : 'plan-none', plan?.title ?? ''),
    one('member', member ? 'ok' : 'bad', member ? 'member-ok' : 'member-none'),
    ...machine,
  ];
}

/** Of the machine all offices share: told where there is one, and to whoever has the terminal. */
async function ofMachine({
  database,
  connection,
  dataDir,
  visitor,
  sending,
}: WebRequest): Promise<Finding[]> {
  if (!visitor?.terminal && (await countOffices(database)) > 1) return [];
  const language = visitor?.member?.language ?? 'th';
  return [
    ...(await databaseFindings(database, () => sending.realNow(), connection.at)).filter(
      ({ name }) => name !== 'office',
    ),
    zoneFinding(sending.realNow(), moment(sending.realNow(), language)),
    await diskFinding(dataDir),
  ];
}

function one(name: string, state: Finding['state'], reason: string, ...values: string[]): Finding {
  return { name, state, reason, values };
}
