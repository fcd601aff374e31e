/** The dashboard and the alerts of docs/grafana: every metric and label they name is there, and every metric has its place. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { inOffice } from '../../../src/current-office.ts';
import { createMetrics, type Metrics } from '../../../src/metrics.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../../docs/grafana/${path}`, import.meta.url), 'utf8');

interface Dashboard {
  panels: { type: string; title: string; targets?: { expr: string }[] }[];
  templating: { list: { name: string }[] };
}
interface Rule {
  alert: string;
  expr: string;
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
async function shown(): Promise<{ names: string[]; labels: Set<string> }> {
  const metrics = createMetrics({ dataDir: '.' });
  everything(metrics);
  const text = await metrics.text();
  const names = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name! + end) : [name!],
  );
  const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name!));
  return { names, labels };
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
