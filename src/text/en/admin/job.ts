/** English sentences of job: running a job by hand and showing what it would do. */
import type { job as thai } from '../../th/admin/job.ts';
import { kept } from '../kept.ts';

const came = {
  offices: 'offices looked at',
  pushed: 'messages on their way',
  riding: 'messages that wait for their next answer',
  held: 'messages that wait for quota',
  told: 'people who are told',
  closed: 'periods closed',
  settled: 'waiting messages whose outcome was put right',
  expired: 'waiting messages that ran out',
};

function aboutOf({ text, activities }: { text: string | null; activities: string[] }): string {
  return activities.join(', ') || (text === null ? '-' : `“${text}”`);
}

export const job: typeof thai = {
  summary: 'runs a job of the clockwork by hand',
  usage: [
    'npm run job -- reminders --dry-run                       shows who would get what, and its quota cost',
    'npm run job -- period-close --dry-run                    shows which half would be closed, and who is told',
    'npm run job -- reminders                                 queues what is due now',
    'npm run job -- monthly-summary --at 2021-03-01T09:00     acts as if it were then (Bangkok time)',
  ],
  options: {
    at: 'acts as of this moment, 2021-03-15T08:30 (Bangkok time); the same moment again queues nothing',
    'dry-run':
      'shows what it would do: people, channels, quota, what is closed or removed; sends and stores nothing',
    yes: 'do not ask where --at is still to come (for scripts)',
  },
  which: (names) => `name one job: ${names}`,
  unknown: (name, names) => `there is no job ${name}; there are: ${names}`,
  askAhead: (name, at) =>
    `${at} is still to come. ${name} acts as if it were then: it may remove what is not yet due, close a period or send too early, which cannot be taken back. Go on?`,
  needsYes:
    '--at is a time to come, so nothing was done; run it in a terminal, look with --dry-run, or add --yes',
  declined: 'cancelled; nothing was done',
  otherYear: (years, now) =>
    `the plan in use is of fiscal year ${years}, and this is fiscal year ${now}; add --at to count as of another time`,
  done: (name) => `${name} done`,
  send: (one) =>
    `  ${one.name}: ${aboutOf(one)} (${one.held ? 'no quota, waits for their next answer' : one.channel}, quota ${one.quota})`,
  expire: (name, text) =>
    `  ${name}: ${aboutOf({ text, activities: [] })} (waited too long, will not be sent)`,
  close: (half, year, version) =>
    version === 1
      ? `  closes the ${half * 6} months of fiscal year ${year}`
      : `  makes version ${version} of the ${half * 6} months of fiscal year ${year}`,
  came,
  kept,
  removed: (what, count) => `removed, ${what}: ${count}`,
  nothing: 'there was nothing to do',
  onlyLooked: 'only looked; nothing was done',
  total: (people, quota) => `${people} in all, ${quota} messages of the quota`,
};
