/** English sentences: reminders, monthly summaries, what the quota held back, names of holidays, words on the chart. */
import type { reminders as thai } from '../th/reminders.ts';
import { weekdayOf } from '../../domain/calendar.ts';
import { longMonth, shortDate } from '../format.ts';

type Texts = typeof thai;

const dueIn: Texts['reason']['due-1'] = ({ dueDay, workingDaysLeft }) =>
  `due in ${workingDaysLeft} working ${workingDaysLeft === 1 ? 'day' : 'days'} (${shortDate(dueDay, 'en')})`;

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const activities = (count: number): string => `${count} ${count === 1 ? 'activity' : 'activities'}`;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const reminders: Texts = {
  digest: {
    title: 'Please report',
    lead: (items) => `${activities(items)} to report on`,
    alt: (label, why, more) => (more === 0 ? `${label} ${why}` : `${label} ${why} and ${more} more`),
    all: (count) => `See all (${count})`,
    forOthers: (names) => `owner ${names}`,
    howTo: 'Tap an answer, or type a sentence',
    standIn: (name) => `for ${name}`,
    last: (day, status) => `Last report ${shortDate(day, 'en')}: ${status}`,
  },
  escalation: {
    title: 'Overdue and not done',
    nobody: 'nobody registered for it yet',
  },
  reason: {
    overdue: ({ dueDay, daysLate }) => `${days(daysLate)} overdue (${shortDate(dueDay, 'en')})`,
    'due-today': ({ dueDay }) => `last working day before it is due, ${shortDate(dueDay, 'en')}`,
    'due-1': dueIn,
    'due-3': dueIn,
    'due-7': dueIn,
    'period-cut-off': ({ workingDaysLeft }) =>
      `the reporting period closes in ${workingDaysLeft} working ${workingDaysLeft === 1 ? 'day' : 'days'}, no report this month`,
    'no-report-this-month': () => 'no report this month',
    escalation: ({ dueDay, daysLate, remindedBefore }) =>
      `${days(daysLate)} overdue (${shortDate(dueDay, 'en')})${remindedBefore > 0 ? `, reminded ${remindedBefore === 1 ? 'once' : `${remindedBefore} times`}` : ''}`,
  },
  button: {
    done: 'Done',
    working: 'In progress',
    problem: 'Problem',
    tomorrow: 'Ask tomorrow',
    nudge: 'Remind the owner',
  },
  command: {
    tomorrow: 'remind me tomorrow',
  },
  mute: 'Reminders cannot be turned off for good, but they can be put off.\n• Type “snooze” to be reminded on the next working day.\n• If you will be away, type “away until” and the last day, for example: away until 20 Mar\nActivities reported as done are not reminded of again.',
  snoozed: (day, time) =>
    `All right, I will remind you again on ${weekdays[weekdayOf(day) - 1]} ${shortDate(day, 'en')}${time === null ? '' : ` at ${time}`}`,
  movedToWorkday: '(the day you asked for is a holiday)',
  always: (time, days) =>
    `All right, from now on you are reminded ${days ? `on ${days.map((day) => weekdays[day - 1]).join(', ')}` : 'on every working day'} at ${time}.`,
  backToUsual: "Type “remind me as usual” for the office's time.",
  refused: {
    'at-night': (from, until) =>
      `Reminders go out on working days between ${from} and ${until}. Please choose a time in between, for example: remind me at 3 pm`,
    'too-far': () => 'Reminders can be put off by two months at most. Please choose a nearer day.',
    past: () => 'That day is over. Please type it again, for example: remind me on Monday',
  },
  held: {
    title: 'Messages held back',
    lead: (used, limit) =>
      `${used} of this month's ${limit} messages are used. These go out when the person next writes.`,
    line: (to, what) => `${to}: ${what}`,
    ownSummary: 'monthly summary',
  },
  summary: {
    ownerTitle: (month) => `Your work in ${longMonth(month, 'en')}`,
    managerTitle: (month) => `Progress in ${longMonth(month, 'en')}`,
    groupTitle: (month) => `Progress on the plan, ${longMonth(month, 'en')}`,
    gist: ({ counts, total, overdue }) =>
      `${counts.completed} of ${activities(total)} completed${overdue > 0 ? `, ${overdue} overdue` : ''}`,
    compared: (now, before) =>
      now === before ? 'as last month' : now > before ? `up ${now - before}` : `down ${before - now}`,
    completed: 'Completed',
    ownGist: (changed, next) => `${changed} changed, ${next} to do next`,
    notReported: 'Not reported this month',
  },
  holiday: {
    nawamin: 'Nawamin Maharat Day',
    chulalongkorn: 'Chulalongkorn Day',
    'national-day': "Father's Day",
    constitution: 'Constitution Day',
    'new-year-eve': "New Year's Eve",
    'new-year': "New Year's Day",
    makha: 'Makha Bucha',
    chakri: 'Chakri Day',
    songkran: 'Songkran',
    coronation: 'Coronation Day',
    ploughing: 'Royal Ploughing Ceremony',
    visakha: 'Visakha Bucha',
    'queen-birthday': "HM the Queen's Birthday",
    asalha: 'Asalha Bucha',
    lent: 'Buddhist Lent Day',
    'king-birthday': "HM the King's Birthday",
    'mother-day': "Mother's Day",
    special: 'Special public holiday',
  },
  chart: {
    title: (month) => `Progress in ${longMonth(month, 'en')}`,
    byStatus: 'Activities by status',
    completedShare: 'completed',
    activities,
    overdue: 'Overdue',
    budget: 'Budget',
    allotted: 'Allotted',
    spent: 'Spent',
    byActivity: 'Progress by activity',
    done: (completed, total) => `${completed}/${total} done`,
    noBudget: 'no budget used',
    overspent: 'over budget',
    more: (count) => `and ${activities(count)} more`,
    asOf: (day) => `As of ${shortDate(day, 'en')}`,
  },
};
