/** English sentences of job: running a job by hand and showing who would get what. */
import type { job as thai } from '../../th/admin/job.ts';

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
  total: (people, quota) => `${people} in all, ${quota} messages of the quota`,
};
