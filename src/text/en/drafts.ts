/** English sentences about unfinished reports, about words that may be one, and about taking stored ones back. */
import type * as thai from '../th/drafts.ts';

export const draft: typeof thai.draft = {
  none: 'No report is being filled in. Type “report” to begin.',
  cancelled: 'Cancelled. Nothing was saved.',
  stale: 'This card is out of date. Please use the newest one below.',
  gone: 'This card is closed. Nothing more was saved.',
  alreadySaved: (label, at) => `The report on ${label} was saved on ${at}. It was not saved twice.`,
  nextPart: 'The same message told of one more that is not saved yet. Please check it.',
  lost: 'The system was updated and your unfinished report cannot be opened. Please report again.',
  nothingToSave: 'There is nothing to save yet. Please tap a row first.',
  /** Before the card with all of its rows. */
  whatIsWrong: 'Which of these is wrong? Tap it to change it, or type it, e.g. spent 25,000',
  /** After another activity was chosen. */
  countedOtherwise: (count: string) => `${count} was left out: this activity is counted in another unit.`,
  chooseFirst: 'Please choose the activity before saving.',
  passed: 'Skipped; it can be added later.',
  passedAll: 'Understood, the other questions are skipped. Please check before saving.',
  /** After a report was ended while others wait. */
  alsoWaiting: (labels: string) => `Not saved yet: ${labels}. Type “resume” to check.`,
  cannotSkip: 'This cannot be skipped. Please choose an activity or type “cancel”.',
  firstStep: 'This is the first step. Type “cancel” if you do not want to report.',
  goOn: 'Back to the report you are filling in',
  someoneElse: (name) => `Meanwhile ${name} reported on the same activity. Both reports were kept.`,
  bothKept: 'Meanwhile there was another report on the same activity. Both were kept.',
  alsoReported: (name, label, at) =>
    `${name} reported on ${label} after you, on ${at}. Both reports were kept; see “history ${label}”.`,
  leftSince: (at) => `This report was left unfinished on ${at}. Please check it before saving.`,
  joinedSince: (at) => `Joined with the report left unfinished on ${at}. Please check it before saving.`,
  waiting: (label, at) =>
    `A report${label ? ` on ${label}` : ''} was left unfinished on ${at}. Type “resume” to go on with it.`,
  gaveWay: (labels) =>
    `Too many reports were unfinished, so the oldest (${labels}) was closed without saving.`,
  otherPlan: (plan, year, labels) =>
    `The office now works by “${plan}” (fiscal year ${year}). The report${labels ? ` on ${labels}` : ''} you had begun is of the plan before, so it was closed without being stored. If it still has to be reported there, please tell the office’s administrator.`,
  planNow: (plan, year) =>
    `The office now works by “${plan}” (fiscal year ${year}). Codes that you type from now on mean its activities.`,
  otherWork: (label, before, after) =>
    `In the plan before, ${label} was “${before}”; in this one it is “${after}”. Please check the activity’s name before storing.`,
  activityGone: (codes, choose) =>
    `${codes ? `Activity ${codes}` : 'The activity of your report'} is not in the plan any more, so nothing was saved.${choose ? ' Please choose another one, or type “cancel”.' : ''}`,
  over: (labels) =>
    `${labels ? `The report on ${labels}` : 'A report'} was unfinished for more than 30 days and was closed unsaved.`,
  notSavedYet: (labels) => `Not saved yet: ${labels}. Please check and tap “Save”.`,
  seen: (labels, at) => `${labels} was saved on ${at}. Managers can see it at once.`,
  saveAll: {
    title: 'Save all',
    question: (labels) => `Save ${labels}?`,
    yes: 'Save all',
    no: 'Not yet',
    kept: (labels) => `Not saved yet: ${labels}`,
  },
  standsSo: (labels, status) => `${labels}: saved as “${status}” already.`,
  photosOf: {
    title: 'Photos and files',
    question: (count, label) =>
      `Which activity do the ${count} photos and files in the report on ${label} belong to?`,
    files: (label) => `Photos to ${label}`,
    all: (label) => `All of it to ${label}`,
    no: 'Move nothing',
    done: (count, to) => `${count} photos and files were moved to ${to}.`,
  },
  cancelTitle: 'Give up the unfinished report',
  toldSoFar: 'Filled in so far',
  leftAt: (at) => `Left unfinished on ${at}`,
  savedAndWaiting: (saved, at, waiting) =>
    `${saved} was saved on ${at}. Not saved yet: ${waiting}. Type “resume” to check.`,
  cancelQuestion: (label) => `Give up the report on ${label}, which is not saved yet?`,
};

export const giveUp: typeof thai.giveUp = {
  title: 'Cancel',
  which: 'What do you want to cancel?',
  ofActivity: (label) => `Cancel the report on ${label}, or was the activity itself called off?`,
  saved: (labels) => `Saved ${labels}`,
  draft: (labels) => `Draft ${labels}`,
  activity: 'Activity called off',
  nothing: 'Cancel nothing',
  kept: 'Nothing was cancelled. Everything is as it was.',
};

export const move: typeof thai.move = {
  title: 'Move the report',
  question: (from, to) => `Move the report saved on ${from} to ${to}?`,
  which: (from) => `To which activity is the report saved on ${from} to be moved?`,
  what: 'The report',
  to: (label) => `Move to ${label}`,
  done: (from, to, what) => `The report was moved from ${from} to ${to}: ${what}`,
};

export const undo: typeof thai.undo = {
  nothing: 'You have no report that can be undone.',
  noneOf: (labels) => `You have no report on ${labels} that can be undone.`,
  question: (labels, at) => `Undo the report on ${labels} saved on ${at}?`,
  which: 'The report on which activity is to be undone?',
  others: (shown, all, typed) =>
    `The newest ${shown} of ${all} reports. For others type, for example, “${typed}”.`,
  takesBack: (label: string) => `Takes back ${label}`,
  standsThen: (label: string) => `${label} will stand at`,
  nothingLeft: 'Nothing reported',
  kept: 'The report was kept.',
  sayWhich: 'Please tap a button, or type “Yes, undo it” or “Keep it”.',
  done: (label, at) =>
    `The report on ${label} saved on ${at} was undone. The activity is as it was before. To get it back, type “restore”.`,
  back: 'This is the report that was undone. Please check it and save it again.',
  nothingBack: 'There is no report that was undone.',
  backAlready: (labels) => `The report on ${labels} was restored already. It was not saved twice.`,
  already: 'This report was undone already.',
  notYours: 'This report is somebody else’s, so you cannot undo it.',
  closed: 'This period is closed, so the report cannot be undone. Please ask a manager.',
};

/** Words that may be a report. */
export const whetherReport: typeof thai.whetherReport = {
  title: 'Is this a report?',
  question: 'Which activity does this message report on?',
  another: 'Another activity',
  /** On the apology, for whoever meant their words as one. */
  asReport: 'Store as a report',
  no: 'Not a report',
  dropped: 'Noted. This message was not stored as a report.',
};
