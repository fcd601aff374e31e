/** English sentences of job: running a job by hand and showing who would get what. */
import type { job as thai } from '../../th/admin/job.ts';
import { kept } from '../kept.ts';

const came = {
  offices: 'offices looked at',
  pushed: 'messages on their way',
  riding: 'messages that wait for their next answer',
  held: 'messages that wait for quota',
  told: 'people who are told',
  closed: 'periods closed',
  due: 'messages that waited long enough to be sent',
  settled: 'waiting messages whose outcome was put right',
  expired: 'waiting messages that ran out',
};

export const job: typeof thai = {
  summary: 'runs a job of the clockwork by hand',
  usage: [
    'npm run job -- reminders --dry-run                       shows who would get what, and its quota cost',
    'npm run job -- reminders                                 queues what is due now',
    'npm run job -- monthly-summary --at 2021-03-01T09:00     acts as if it were then (Bangkok time)',
  ],
  options: {
    at: 'acts as of this moment, 2021-03-15T08:30 (Bangkok time); the same moment again queues nothing',
    'dry-run': 'shows people, channels and quota; sends and stores nothing',
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
  entry: ({ name, activities, channel, held, quota }) =>
    `  ${name}: ${activities || '-'} (${held ? 'no quota, waits for their next answer' : channel}, quota ${quota})`,
  came,
  kept,
  removed: (what, count) => `removed, ${what}: ${count}`,
  nothing: 'there was nothing to do',
  onlyLooked: 'only looked; nothing was done',
  total: (people, quota) => `${people} in all, ${quota} messages of the quota`,
};
