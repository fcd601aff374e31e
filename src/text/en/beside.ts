/** English sentences for what is said beside an answer: questions back, what stood before, what was taken besides, and what was not. */
import type * as thai from '../th/beside.ts';

export const beside: typeof thai.beside = {
  needless: 'It is not required: tap “Skip” to go on.',
  needlessOnCard: 'What you have nothing for can stay empty: tap “Save”.',
  nothingStood: 'Nothing was reported before.',
  stood: (values) => `Reported before: ${values}`,
  kept: (value) => `Left as it was: ${value}`,
  sums: (budget, spent, left) =>
    [
      budget === null ? 'The plan gives this activity no money' : `Budget ${budget}`,
      spent === null ? 'no sum reported yet' : `${spent} reported as spent`,
      ...(left === null ? [] : [`${left} left`]),
    ].join(' · '),
  notStored: 'Not stored yet. Tap “Save” when everything is there.',
  how: {
    status: 'Choose a button, or type for example: done, in progress',
    percent: 'A number from 0 to 100 that says how far the work has come, for example 60',
    actual: 'The number that was reached of the indicator. If you do not know it yet, tap “Skip”.',
    spent: 'All that was spent so far, for example 28,500. If you do not know it yet, tap “Skip”.',
    result: 'In a few words what was done and what came of it, for example: all teachers trained, plans made',
    obstacle: 'In a few words what is in the way. If nothing is, type “none”.',
    suggestion: 'In a few words what should be changed. If nothing, type “none”.',
    remark: 'Whatever else is to be noted. If nothing, type “none”.',
    date: 'The day it was held or is planned for, for example 15 Mar 2021',
    evidence: 'Send a photo or a file in this chat. If there is none, tap “Skip”.',
  },
  asksOnCard: 'Tap what you want to change on the card, or type “save” when it is right.',
  taken: (values) => `Now on the card: ${values}. This question is still open.`,
  leftOff: (field) => `“${field}” was taken off.`,
  notThere: (field) => `There is no “${field}” in this report.`,
  whichStatus: (words) => `Is “${words}” the status of the activity? Please choose.`,
  unanswered: (field, value) =>
    value === null ? `${field} was not stated.` : `${field} was not changed: still ${value}`,
  notTaken: (words) => `Not noted: “${words}”. To keep it, type “remark” and the words.`,
  replaced: (field, words) => `In place of the earlier “${field}”: “${words}”`,
  keptAsTold: (field) => `Kept as “${field}”. Please choose the status as well.`,
  asRemark: 'As a remark',
  asObstacle: 'As a problem',
  total: {
    added: (before, more, sum) => `${before} before + ${more} = ${sum}`,
    stood: (value) => `Before: ${value}`,
    told: (now, before) => `${now} (before: ${before})`,
    part: (month, sum) =>
      `${month ? 'This month' : 'This time'}${sum === null || sum.length > 7 ? '' : ` → ${sum}`}`,
    whole: (sum) => (sum === null || sum.length > 8 ? 'The total' : `Total → ${sum}`),
    ofLabel: (label, lines) => `${label}: ${lines}`,
  },
  stillAsked: (label) => `What came of ${label} can be told whenever you are ready, or tap “Skip”.`,
};
