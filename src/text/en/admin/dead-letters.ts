/** English sentences of the dead-letters command. */
import type { deadLetters as thai } from '../../th/admin/dead-letters.ts';

export const deadLetters: typeof thai = {
  summary: 'Lists events, messages and notices to webhooks that gave up; replays or drops them',
  usage: [
    'npm run dead-letters                       list them',
    'npm run dead-letters -- --replay ID        try one again (or --replay all)',
    'npm run dead-letters -- --drop ID          drop one (or --drop all)',
  ],
  options: {
    office: 'only of the office of this id',
    replay: 'id to try again, or all',
    drop: 'id to drop with its words, or all',
    yes: 'drop without asking (for scripts)',
  },
  bad: {
    stray: (word) => `“${word}” is not understood; use --replay ID or --drop ID`,
    oneAct: 'one at a time: --replay or --drop',
  },
  none: 'nothing has given up',
  heading: ({ events, messages, notices }) =>
    `${events} events from LINE, ${messages} messages and ${notices} notices to webhooks gave up`,
  event: (id, at, attempts, error) => `  ${id}  event of ${at}, ${attempts} tries: ${error}`,
  message: (id, at, purpose, attempts, error) =>
    `  ${id}  message ${purpose} of ${at}, ${attempts} tries: ${error}`,
  more: (count) => `  … and ${count} more (--json has them all)`,
  unknown: (id) => `nothing of id ${id} has given up`,
  replayed: ({ events, messages, notices }) =>
    `to be tried again: ${events} events, ${messages} messages, ${notices} notices to webhooks (a running server does so at once)`,
  tooOld: (id) =>
    `${id}: more than 24 hours old, so the bot would not act on it any more; ask the sender to write again, and drop it with --drop`,
  newKey: (id) =>
    `${id}: first tried more than 23 hours ago, so it gets a new retry key; had it arrived, it may be seen twice`,
  becamePush: (id) =>
    `${id}: an answer whose reply token is dead, so it is pushed (counts against the quota); it may be seen twice`,
  ridesAlong: (id) =>
    `${id}: an answer in a group, where a push counts once for each member; it goes, free, with the next answer there`,
  empty: (id) => `${id}: nothing is left of it, so it cannot be tried again; drop it with --drop`,
  changed: (id) => `${id}: changed in between, left alone`,
  off: (id) => `${id}: its webhook was removed or is off, so it is not sent again`,
  dropped: ({ events, messages, notices }) =>
    `dropped ${events} events, ${messages} messages and ${notices} notices to webhooks`,
  askDrop: (count) => `Drop ${count} with their words? They cannot be brought back`,
  needsYes: 'dropping cannot be undone: run it in a terminal, or add --yes',
  declined: 'cancelled; nothing was dropped',
};
