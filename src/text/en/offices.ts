/** English sentences for people who belong to several offices of one account. */
import type { offices as thai } from '../th/offices.ts';

export const offices: typeof thai = {
  title: 'Change office',
  question: 'Which office would you like to go to?',
  unknown: 'No office of yours has that name. Please choose:',
  here: (office) => `You are at ${office}.`,
  more: 'The first 10 are shown. For others, type “change office” and the name.',
  go: 'Go there',
  changed: (office) =>
    `You are now at ${office}. Reports, drafts and pages opened from now on are this office’s.\nTo go back, type “change office”.`,
  stays: (office) => `You are at ${office} already.`,
  youAreAt: (office) => `You are at ${office}.\nTo change, type “change office”.`,
  onlyOne: (office) =>
    `You are at ${office} and registered with no other office. If you have a code of another one, type “register” and the code.`,
  ownAccount: (office) =>
    `This LINE account is ${office}’s alone. For another office, please use that office’s LINE account.`,
  ofAnother: (theirs, here) => `That message is from ${theirs}, and you are at ${here}. Nothing was done.`,
  joinTitle: 'A code of another office',
  joinQuestion: 'Register and go to that office?',
  joinCaution: 'You stay in the other office too, and can go back by “change office”.',
  codeOf: (theirs, here) => `This code is of ${theirs}. You are at ${here}.`,
  join: 'Register',
  stay: 'Stay here',
  joinSaid: (code) => `confirm register ${code}`,
  alreadyThere: (theirs, here) =>
    `You are registered with ${theirs} already, and are at ${here} now. To go there, type “change office”.`,
  otherAccount: (theirs, here, account) =>
    `This code is of ${theirs}, and this LINE account is ${here}’s. Please add that office’s account as a friend${account === null ? '' : ` (${account})`} and type the code there.`,
  groupOfAnother:
    'This code is of another of your offices. Please type “change office” in your private chat first, then the code here again.',
  reminderFrom: (office) => `A reminder from ${office}`,
};
