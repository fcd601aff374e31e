/** English sentences about leave and who stands in. */
import type { away as thai } from '../th/away.ts';

export const away: typeof thai = {
  title: 'Away',
  usage: 'Please add the last day you are away, for example: away until 20 Mar, or: away 5-9 Mar',
  noSuchDay: (day) => `There is no such day as ${day}. Please type the last day of leave again.`,
  past: (day) => `${day} is over. Please type the last day you are away.`,
  tooFar: 'An absence can last a year at most. Please check the day.',
  backwards: 'The last day lies before the first one. Please type them again, for example: away 5-9 Mar',
  days: (from, until) =>
    from === null ? ` until ${until}` : from === until ? ` on ${until}` : ` from ${from} to ${until}`,
  who: (days) => `Saved. Away${days}. Who stands in for you?`,
  set: (days) =>
    `Saved. You are away${days} and will not be reminded then; after it you are told as before. Type “back at work” if plans change.`,
  howTo: (days, typed) => `To be away${days}, please type “${typed}”.`,
  cancelled: (days) => `Your absence${days} is taken back.`,
  over: 'That absence was changed since. Please type “away until” and the last day again.',
  setWith: (days, name) =>
    `Saved. You are away${days}. ${name} gets your reminders then and can report for you.`,
  told: (name, days) => `You stand in for ${name}${days} and can report on those activities then.`,
  back: 'Welcome back. You will be reminded as before.',
  notAway: 'No absence is noted.',
  howStandIn:
    'Somebody else can report for you:\n• While you are away: type “away until” and the last day, for example: away until 20 Mar, then choose who stands in\n• For good: ask a manager to assign the activity',
  howBack: (command) => `To take your leave back, please type “${command}”.`,
};
