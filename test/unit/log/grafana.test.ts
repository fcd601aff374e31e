/** The dashboard and the alerts of docs/grafana: Prometheus reads their expressions, every metric and label they name is there, every metric has its place, and Grafana finds what it needs. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { inOffice } from '../../../src/current-office.ts';
import { createMetrics, type Metrics } from '../../../src/metrics.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../../docs/grafana/${path}`, import.meta.url), 'utf8');

interface Source {
  type: string;
  uid: string;
}
interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  datasource?: Source;
  targets?: { refId: string; expr: string; datasource: Source }[];
}
interface Dashboard {
  uid: string;
  title: string;
  schemaVersion: number;
  time: { from: string; to: string };
  panels: Panel[];
  templating: { list: { name: string; type: string; query: string }[] };
}
interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}

const dashboard = JSON.parse(read('kuebna.json')) as Dashboard;
const { groups } = parse(read('alerts.yaml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const asked = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => ({ title, expr })),
);
const alerts = rules.map(({ alert, expr }) => ({ title: alert, expr }));

/** Each metric once, with all its labels. */
function everything(metrics: Metrics): void {
  metrics.webhookEvents('stored');
  metrics.eventsIgnored('too-old');
  metrics.eventProcessed('done', 0.1);
  metrics.messageSent('push', 'sent', 0.1);
  metrics.deliveryTried('sent', 0.1);
  metrics.apiAnswered(200);
  metrics.queueDepth('inbox', 1, 1);
  metrics.oldestLane('inbox', 1);
  metrics.workerRebuilt('inbox');
  metrics.accountQuota('office-1', 1, 300);
  metrics.quota(1, 300, 0);
  metrics.lineApiError('push', 401);
  metrics.messageExpired('reminder');
  metrics.deadLetter('inbox');
  metrics.assistantAsked('helped', 1);
  metrics.assistantRefused('spent', 'not-said');
  metrics.ready(true);
}

/** Names and label names as Prometheus reads them. */
async function shown(): Promise<{ names: string[]; labels: Set<string>; of: Map<string, Set<string>> }> {
  const metrics = createMetrics({ dataDir: '.' });
  everything(metrics);
  const text = await metrics.text();
  const names = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name! + end) : [name!],
  );
  const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name!));
  const of = new Map(names.map((name) => [name, new Set<string>()]));
  for (const [, name, list] of text.matchAll(/^(\w+)\{([^}]*)\}/gm))
    for (const [, label] of list!.matchAll(/(\w+)="/g)) of.get(name!)?.add(label!);
  return { names, labels, of };
}

const namesIn = (expr: string): string[] => expr.match(/\b(?:kuebna|process)_\w+/g) ?? [];
/** Given by Prometheus itself, or of the dashboard's own. */
const GIVEN = ['instance', 'job'];

it('name metrics that there are', async () => {
  const { names } = await shown();
  expect(asked.length).toBeGreaterThan(20);
  expect(alerts.length).toBeGreaterThan(5);
  for (const { title, expr } of [...asked, ...alerts]) {
    const own = namesIn(expr);
    expect([title, own.length > 0 || expr.startsWith('up{')]).toEqual([title, true]);
    expect([title, own.filter((name) => !names.includes(name))]).toEqual([title, []]);
  }
});

it('are what Prometheus can read', () => {
  const faults = [...asked, ...alerts].flatMap(({ title, expr }) => {
    // as Grafana fills them in before Prometheus sees them
    const filled = expr.replaceAll('$__rate_interval', '5m').replaceAll(/\$__(?:interval|range)/g, '5m');
    const wrong: string[] = [];
    parser.parse(filled).iterate({
      enter: ({ type, from }) => void (type.isError && wrong.push(`${title}: ${filled.slice(from)}`)),
    });
    return wrong;
  });
  expect(faults).toEqual([]);
  let seen = false;
  parser.parse('sum(rate(a[5m])').iterate({ enter: ({ type }) => void (seen ||= type.isError) });
  expect(seen).toBe(true);
});

it('select by labels that this very metric has', async () => {
  const { of } = await shown();
  for (const { title, expr } of [...asked, ...alerts])
    for (const [, name, list] of expr.matchAll(/\b(kuebna_\w+)\{([^}]*)\}/g)) {
      const selected = [...list!.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label!);
      const unknown = selected.filter((label) => !of.get(name!)!.has(label) && !GIVEN.includes(label));
      expect([title, name, unknown]).toEqual([title, name, []]);
    }
});

it('have what Grafana and Prometheus ask of such files', () => {
  const { uid, title, schemaVersion, time, panels, templating } = dashboard;
  expect([uid, title, time.from, schemaVersion >= 36]).toEqual([
    'kuebna',
    'Kuebna',
    expect.any(String),
    true,
  ]);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const variables = templating.list.map(({ name }) => name);
  const used = [...JSON.stringify(panels).matchAll(/\$\{?(?!__)(\w+)/g)].map(([, name]) => name!);
  expect(used.filter((name) => !variables.includes(name))).toEqual([]);
  const source = { type: 'prometheus', uid: '${datasource}' };
  const taken = new Set<string>();
  for (const panel of panels) {
    const { h, w, x, y } = panel.gridPos;
    expect([panel.title, panel.title !== '', w > 0 && h > 0 && x >= 0 && x + w <= 24]).toEqual([
      panel.title,
      true,
      true,
    ]);
    const cells = Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`);
    expect([panel.title, cells.filter((cell) => taken.has(cell))]).toEqual([panel.title, []]);
    for (const cell of cells) taken.add(cell);
    if (panel.type === 'row') continue;
    expect([panel.title, panel.datasource, (panel.targets ?? []).length > 0]).toEqual([
      panel.title,
      source,
      true,
    ]);
    expect(new Set(panel.targets!.map(({ refId }) => refId)).size).toBe(panel.targets!.length);
    for (const target of panel.targets!)
      expect([panel.title, target.datasource]).toEqual([panel.title, source]);
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const rule of rules) {
    expect([rule.alert, /^[A-Z]\w+$/.test(rule.alert)]).toEqual([rule.alert, true]);
    expect([rule.alert, rule.for ?? '0s']).toEqual([rule.alert, expect.stringMatching(/^\d+[smhd]$/)]);
    // names of the template language that Prometheus knows
    const named = [...JSON.stringify(rule.annotations).matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(
      ([, text]) => text!,
    );
    const known = /^\$(?:labels\.\w+|value)(?: \| humanize(?:Duration|Percentage|1024)?)?$/;
    expect([rule.alert, named.filter((text) => !known.test(text))]).toEqual([rule.alert, []]);
  }
});

it('name labels that they have', async () => {
  const { labels } = await shown();
  for (const { title, expr } of [...asked, ...alerts]) {
    const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(/,\s*/));
    const matched = [...expr.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, name]) => name!);
    const unknown = [...grouped, ...matched].filter((name) => !labels.has(name) && !GIVEN.includes(name));
    expect([title, unknown]).toEqual([title, []]);
    const count = (sign: string): number => expr.split(sign).length;
    expect([title, count('('), count('{')]).toEqual([title, count(')'), count('}')]);
  }
});

it('show every metric there is', async () => {
  const { names } = await shown();
  const used = new Set(
    asked.flatMap(({ expr }) => namesIn(expr)).map((name) => name.replace(/_(bucket|sum|count)$/, '')),
  );
  expect(names.filter((name) => !used.has(name.replace(/_(bucket|sum|count)$/, '')))).toEqual([]);
});

it('wake somebody for what cannot wait, and say what to do', () => {
  expect(rules.filter(({ labels }) => !['page', 'ticket'].includes(labels.severity))).toEqual([]);
  expect(
    rules.filter(({ annotations }) => annotations.summary === '' || annotations.description.length < 20),
  ).toEqual([]);
  const page = rules.filter(({ labels }) => labels.severity === 'page').map(({ expr }) => expr);
  for (const name of [
    'up',
    'kuebna_ready',
    'kuebna_queue_oldest_seconds',
    'kuebna_disk_free_bytes',
    'status="401"',
  ])
    expect([name, page.some((expr) => expr.includes(name))]).toEqual([name, true]);
});

it('count at most 300 offices by name, whoever comes first', async () => {
  const metrics = createMetrics();
  const many = (count: number): void => {
    for (let at = 0; at < count; at++)
      inOffice(`office-${at}`, () => {
        metrics.eventProcessed('done', 0.1);
        metrics.deadLetter('inbox');
      });
  };
  many(305);
  inOffice(null, () => metrics.eventProcessed('done', 0.1));
  const text = await metrics.text();
  expect(text).toContain('kuebna_office_events_total{office="office-299",result="done"} 1\n');
  expect(text).not.toContain('office="office-300"');
  expect(text).toContain('kuebna_office_events_total{office="other",result="done"} 5\n');
  expect(text).toContain('kuebna_office_events_total{office="none",result="done"} 1\n');
  expect(text).toContain('kuebna_office_dead_letters_total{office="other",queue="inbox"} 5\n');
  expect(new Set(text.match(/office="[^"]*"/g)).size).toBe(302);
});
