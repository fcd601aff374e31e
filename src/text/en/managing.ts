/** English sentences of what managers ask for: who has not reported, obstacles, money, and asking everybody. */
import type { managing as thai } from '../th/managing.ts';

const activities = (count: number): string => `${count} ${count === 1 ? 'activity' : 'activities'}`;
const people = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`;

export const managing: typeof thai = {
  activities,
  withCost: (label, count) => (count === 0 ? label : `${label} (${count})`),
  money: {
    timeGone: 'Time gone',
    until: (day) => `until ${day}`,
    withTime: (money, percent) => `${money}, ${percent}% of the time gone`,
    of: (label, money) => `${label} ${money}`,
    unfunded: (spent) => (spent === null ? 'No sum of its own' : `No sum of its own, ${spent} spent`),
  },
  part: {
    which: 'Choose a person or a unit',
    choose: 'Who is meant, or which unit?',
    more: (others, typed) => `${others} more: please type “${typed('(name)')}”`,
    noOther: 'The plan names no other unit.',
    unknown: (name) => `There is no “${name}” in the office or the plan.`,
    titled: (list, name) => `${list} of ${name}`,
    nothing: (name, list) => `${name}: none. (${list})`,
    told: (name, last) =>
      `${name} has reported on everything that is due.${last === null ? '' : ` Last report ${last}.`}`,
    untold: (name, labels, last) =>
      `${name} has not reported on what is due: ${labels}.${last === null ? '' : ` Last report ${last}.`}`,
  },
  ask: () =>
    'Sorry, I did not understand. You can ask for example: who has not reported, what problems are there, how much money is left',
  unreported: {
    title: 'Who has not reported',
    headline: (count, missing) => `${people(count)} not reported, ${activities(missing)}`,
    gist: (headline, names, more) => `${headline}: ${names}${more > 0 ? ` and ${more} more` : ''}`,
    person: (name, count) => `${name} ${count}`,
    rule: 'Activities at work this month or overdue, without a report this month',
    none: 'Everybody has reported. Nothing that is due is missing.',
    onlyUnreachable: (missing) =>
      `${activities(missing)} not reported, and nobody registered who could be reminded`,
    unreachable: 'Cannot be reminded',
    blocked: 'Blocked or left the bot. Please contact them directly.',
    nobody: 'Nobody registered is responsible',
    noOwner: 'No owner named',
    asked: 'Reminded today',
    away: (day) => `On leave until ${day}`,
    self: 'You',
    tapToSee: 'Tap a name to see the work',
    byActivity: 'Never reported',
  },
  askAll: {
    button: 'Remind all',
    title: 'Remind who has not reported',
    question: (count, missing) => `Ask ${people(count)} for progress on ${activities(missing)}?`,
    questionTo: (name, missing) => `Ask ${name} for progress on ${activities(missing)}?`,
    whom: 'Who is to be reminded?',
    tooFew: (left, cost, ride, command) =>
      `${left} messages are left this month, not enough for ${people(cost)}, so nothing was sent. Choose “${ride}”, or remind one person at a time, for example: ${command}`,
    nobodyLeft: 'There is nobody left to remind.',
    doneToday: (names) => `${names} were reminded today. The same is asked once a day.`,
    nothingOf: (name) => `${name} has nothing due that was not reported.`,
    cannotReach: (name) =>
      `${name} cannot be reached: the bot was blocked or left. Please contact them directly.`,
    yourself: 'This work is your own. Type “mine” to report on it.',
    asked: (by, count) => `${by} would like to know how ${activities(count)} are coming along.`,
    askedTitle: 'Please report on these',
    later: (names) => `${names} will be told when they write to the bot next.`,
  },
  units: {
    none: 'The plan names no units.',
    title: {
      plan: { most: 'Units compared', least: 'Units compared' },
      spent: { most: 'Spent, most first', least: 'Spent, least first' },
      left: { most: 'Left, most first', least: 'Left, least first' },
      overdue: { most: 'Overdue, most first', least: 'Overdue, fewest first' },
      unreported: { most: 'Unreported, most first', least: 'Unreported, fewest first' },
      done: { most: 'Completed, most first', least: 'Completed, least first' },
    },
    typed: {
      plan: { most: '', least: '' },
      spent: { most: 'spent most', least: 'spent least' },
      left: { most: 'money left most', least: 'money left least' },
      overdue: { most: 'overdue most', least: 'overdue least' },
      unreported: { most: 'unreported most', least: 'unreported least' },
      done: { most: 'done most', least: 'done least' },
    },
    count: (units) => `${units} ${units === 1 ? 'unit' : 'units'}`,
    noUnit: 'No unit named',
    done: (done, total) => `done ${done}/${total}`,
    overdue: (count) => `overdue ${count}`,
    unreported: (count) => `unreported ${count}`,
    spent: (percent, sum) => `${percent}% spent (${sum})`,
    noBudget: 'no budget',
    shared: (count) => `What several units have counts with each (${count} counted again)`,
    tapToSee: 'Tap a unit to see more',
  },
  handing: {
    title: 'Hand over',
    question: (count, from, to) =>
      `Hand over ${count} ${count === 1 ? 'activity' : 'activities'} of ${from} to ${to}?`,
    more: 'And',
    telling: 'Telling',
    free: 'Both are told when they write; it uses no message',
    yes: 'Hand over',
    several: (name, names) => `Several people are called “${name}”: ${names}. Please type the full name.`,
    unknown: (name) => `There is no “${name}” in the office. Please type the name again.`,
    same: (name) => `This is ${name}’s work already.`,
    notTheirs: (name, label) => `${name} is not responsible for activity ${label}.`,
    changed: 'Who is responsible has changed since. Nothing was handed over; please say it again.',
    done: (count, from, to) =>
      `${count} ${count === 1 ? 'activity' : 'activities'} of ${from} handed over to ${to}. Both are told when they write.`,
    given: (by, labels, from) => `${by} handed over to you ${from}’s activities: ${labels}`,
    taken: (by, labels, to) => `${by} handed over your activities to ${to}: ${labels}`,
  },
  standing: {
    unknown: 'LINE does not say how many messages are left right now. Please try again later.',
    used: (used) => `${used} messages used this month, without a limit`,
    usedOf: (used, limit, left) => `${left} messages left this month, ${used} of ${limit} used`,
    underWay: (count) => `• on their way: ${count}`,
    held: (count) => `• waiting for lack of messages: ${count}`,
    forecast: (count) => `• expected for reminders until the month ends: ${count}`,
    enough: 'This should last until the month ends.',
    short: (count) =>
      `About ${count} too few are expected. What matters most goes first, the rest is told when people write.`,
  },
  why: {
    none: (label) => `No problem of activity ${label} was reported.`,
    said: (day) => `told ${day}`,
    suggestion: (text) => `Suggestion: ${text}`,
    last: (day, days) =>
      days === 0 ? `${day} (today)` : `${day} (${days} ${days === 1 ? 'day' : 'days'} ago)`,
    due: (day, left) => `${day} (${left})`,
    nobody: 'nobody yet',
  },
  obstacles: {
    title: 'Obstacles',
    headline: (count) => `${activities(count)} stuck`,
    none: 'No obstacle is open.',
    open: 'Open obstacles',
    noneOf: (label) => `Activity ${label} has no obstacle that is open.`,
    said: (by, day) => `${by}, ${day}`,
    inPrivate: 'Ask in private for what was said.',
    tapToSee: 'Tap a row to see the activity',
  },
  closing: {
    question: (half, version) =>
      version === 1 ? `Close the ${half * 6} months?` : `Make version ${version} (${half * 6} months)?`,
    gist: (done, total, lacks) =>
      `${done}/${total} done · ${lacks === '' ? 'complete' : `lacking: ${lacks}`}`,
    lacking: { report: 'reports', figure: 'figures', result: 'results', spent: 'sums', evidence: 'pictures' },
    gistAgain: (done, total, changes) =>
      `${done}/${total} done · ${changes} ${changes === 1 ? 'change' : 'changes'}`,
    ask: 'Ask all for gaps',
    gaps: 'Still missing',
    lacks: {
      report: 'any report',
      figure: 'the figure',
      result: 'the result',
      spent: 'the sum spent',
      evidence: 'pictures or files',
    },
    nobody: 'Nobody registered is responsible',
    more: (count) => `and ${activities(count)} more`,
    withoutSpent: (count) => `No sum spent: ${activities(count)}`,
    cost: (count, left) =>
      `Asking ${people(count)} costs ${count} messages${left === null ? '' : `, ${left} are left this month`}`,
    asked: (by, half) => `${by} asks for what is missing in the ${half * 6}-month report:`,
    item: (label, lacks) => `• ${label} ${lacks}`,
    doneToday: (names) => `${names} were asked today.`,
    nobodyToAsk: 'There is nothing left to ask for.',
    tooFew: (left, cost, ride) =>
      `${left} messages are left this month, not enough for ${people(cost)}, so nothing was sent. Choose “${ride}”.`,
    thenClose: (command) => `When everything is there, type “${command}” again.`,
    first: {
      title: 'A new version first',
      question: (version) => `The 6 months changed after they were closed. Make version ${version} first?`,
      yes: (version) => `Make version ${version}`,
      later: 'On to 12 months',
      next: (command) => `Next, type “${command}” to close the 12 months.`,
    },
    nextHalf: (end, command) => `The 12 months end on ${end}. To close them early, type “${command}”.`,
  },
  members: {
    title: 'Members',
    headline: (count) => `${count} ${count === 1 ? 'member' : 'members'}`,
    gist: (headline, unlinked) =>
      unlinked > 0 ? `${headline}, ${activities(unlinked)} without an owner` : headline,
    seen: (at) => `Last seen ${at}`,
    never: 'Never seen',
    blocked: 'Blocked or left the bot',
    noWork: 'Responsible for nothing',
    unlinked: 'Not registered yet',
    invite: 'Invite',
    more: (count) => `and ${count} more`,
  },
  invite: {
    title: 'Invite',
    whom: 'Who is invited?',
    usage: 'Details can be typed, for example: invite officer 1.1, 2 5 people 7 days',
    question: (role) => `Make a code for: ${role}?`,
    activities: 'Responsible for',
    limits: 'Good for',
    counted: (uses, groups) => (groups ? (uses === 1 ? '1 group' : `${uses} groups`) : people(uses)),
    limitsAre: (counted, days) => `${counted}, ${days} days`,
    make: 'Make the code',
    made: (role, counted, until) =>
      `A code was made for: ${role}, good for ${counted} until ${until}. The next message can be forwarded. The code is shown this once.`,
    forward: (office, code) =>
      `${office} invites you to Kuebna.\nAdd the bot as a friend, then type\nregister ${code}`,
    forwardGroup: (code) => `Invite the bot to the group, mention it (@) and type\nlink group ${code}`,
    noActivities: 'No activities were named; they can be assigned later.',
    badUses: (most) => `The number of people must be 1 to ${most}.`,
    badDays: (most) => `The time must be 1 to ${most} days.`,
    unknown: (words) =>
      `There is no activity or unit “${words}” in the plan. Please type codes, for example 1.1, 2`,
    groupActivities: 'A code of a group has no activities.',
  },
};
