/** English sentences the bot answers with in chat: what happened, then what can be done next. */
import type { chat as thai } from '../th/chat.ts';
import { answer, notUnderstood, unsure } from './answers.ts';
import { away } from './away.ts';
import { beside } from './beside.ts';
import { draft, giveUp, move, undo, whetherReport } from './drafts.ts';
import { offices } from './offices.ts';
import { talk } from './talk.ts';
import { pages } from './pages.ts';

export const chat: typeof thai = {
  stranger: (bot) =>
    `Hello, this is ${bot}, for staff of public offices.\nIf you have an invitation code, please type “register” and the code, for example: register K7QM-3XWD-9R`,
  botName: 'Kuebna',
  pages,
  register: {
    missing:
      'Please add your invitation code, for example: register K7QM-3XWD-9R\nIf you have none yet, please ask your administrator.',
    wrong:
      'This invitation code was not found. Please check it and type it again, or ask your administrator.',
    expired: 'This invitation code has expired. Please ask your administrator for a new one.',
    used: 'This invitation code has been used up. Please ask your administrator for a new one.',
    tooMany: 'Too many wrong codes. Please wait an hour and try again, or ask your administrator.',
    already: 'You are registered already. You can report right away.',
    forGroup: 'This code links a LINE group. Please type “link group” and the code in that group.',
    onlyPrivate: 'To keep the code safe, please register in a private chat with the bot.',
    unnamed: 'Officer',
  },
  group: {
    linked: (office) => `This group is now linked to ${office}. The monthly summary will be sent here.`,
    already: 'This group is linked already.',
    notGroupCode: 'This code is not for linking a group. Please ask your administrator for a group code.',
    notLinked:
      'This group is not linked to an office yet. A manager or administrator can type “link group” and the code.',
    room: 'A chat of this kind cannot be linked. Please use a LINE group, or write to the bot directly.',
    onlyInGroup: 'This command works in the LINE group to be linked. Please mention the bot there.',
    notMember:
      'You are not registered with this office yet. Please register in a private chat with the bot first.',
    refused: 'This cannot be done in the group. Please write to the bot in a private chat.',
    notYourCard: 'This card is closed, or it is somebody else’s. Nothing more was saved.',
    photos: 'Photos are not taken in groups. Please send them in a private chat with the bot.',
    partly: 'Some activities cannot be reported in this group and were left out.',
    consentFirst: 'Please accept the privacy notice in a private chat with the bot first.',
    onlyManagers:
      'A group is linked by a registered manager or administrator. Please let one of them type the code in this group.',
    back: (office) =>
      `Back in the group, which is linked to ${office}. Mention the bot and type “help” to see what it does.`,
    joined:
      'Hello, Kuebna follows the progress of action plans.\nTo link this group, please mention the bot and type “link group” with the code from your administrator.',
  },
  tapToAccept: (button) => `Please tap “${button}” on the card below to begin.`,
  accepted: 'Thank you. Your consent has been recorded.',
  noPlan: 'Your office has not imported its action plan yet. Please tell your administrator.',
  noWork: 'You have no activities yet. Please ask your administrator to assign some.',
  noRight: 'This command is for managers. Please ask a manager or your administrator.',
  adminOnly: 'This command is for administrators. Please ask the administrator of your office.',
  inPrivate: 'This command works in a private chat with the bot only.',
  assisted: 'AI helped to read this message: please check each field before saving.',
  orOneOfYours: (why) => `${why}\nIf one of your own is meant, choose it.`,
  notYours: (label, group) =>
    `Activity ${label} is not among yours${group ? ` (by the plan it is ${group}’s)` : ''}, so you cannot report on it.`,
  historyNotYours: (label, group) =>
    `Activity ${label} is not yours${group ? ` (by the plan it is ${group}’s)` : ''}, so its history is not shown. “status ${label}” tells how it stands.`,
  noSuchActivity: (words) =>
    `There is no activity “${words}” in the plan. Please choose from the list or type the code again.`,
  branchNeedsLeaf: (label) => `Activity ${label} has parts. Please choose the one to report on.`,
  which: 'Which activity do you mean?',
  byCode: (code) => `activity ${code}`,
  planChanged:
    'The plan was changed after this card was sent. Please type “report” and choose the activity again.',
  beside,
  draft,
  offices,
  answer,
  unsure,
  /** Before a report is stored. @param what stands beside it. */
  begunAlready: (what) => `It is said to be not started, with ${what}. Please choose the status.`,
  undo,
  giveUp,
  move,
  correct: {
    nothing: 'There is no report to correct. Type “report” to make one.',
    what: 'Please say what to correct, for example: change spent to 25,000',
  },
  multiple: {
    someDropped: (labels) => `Activities ${labels} are not yours and were left out.`,
    /** Before a card that is about one activity alone. */
    another: (words) => `If “${words}” is about another activity, please type it by itself after saving.`,
    more: 'This message probably tells of another activity too. Please send that one by itself after saving.',
    /** Of a sum. */
    notTaken: (sum) => `${sum} is not on the card. If it was spent, please type “spent ${sum}”.`,
    oneByOne: 'Please choose one activity at a time.',
    moved: (value, label) => `${value} was moved to ${label}. Please check before saving.`,
    notMoved: (value, label) =>
      `That activity is not on this card, so ${value} was not moved. Tap ${label} to change it, and report the other one by itself.`,
    sumOfOne: (sum, label) =>
      `${sum} is not on the card, as there are several activities. Please tell it of each, such as “${label} spent 20,000”.`,
    unclear: 'Some of it is not clear. Please report one activity at a time.',
    later: (what) => `${what} is not clear yet and will be asked about after this.`,
  },
  whetherReport,
  notUnderstood,
  edited: {
    anew: 'The message was edited: this card is made anew from it.',
    stored: (label: string) =>
      `The report on ${label} is stored already, and editing the message does not change it. To correct it, type for example: correct budget to 900`,
  },
  ...talk,
  files: {
    howToAdd:
      'Just send photos or files into this chat. Right after a report they join it, otherwise you are asked which activity they show.',
    howToRemove:
      'To remove a photo, press and hold it in this chat and choose “Unsend”. It is then taken out of the evidence, and you can send another one.',
  },
  photoWhere: 'Photo received. Which activity does it belong to?',
  photoAdded: 'Evidence attached.',
  photoAwaited: (label) =>
    label === null
      ? 'Please send it. You will be asked which activity it belongs to.'
      : `Please send the photo or file of activity ${label}.`,
  resultSkipped: 'Skipped. The result or a photo can be sent at any time.',
  notSupported:
    'Only texts, photos and documents can be taken for now. Please send it again in one of these forms.',
  late: (when: string, unfinished: boolean) =>
    `Sorry for answering your message of ${when} late.${unfinished ? ' It has not been saved yet.' : ''}`,
  tooManyRequests: 'Too many messages in a short time. Please wait a moment and send again.',
  lists: {
    overdue: 'Activities past their due day',
    noOverdue: 'No activity is overdue.',
    missing: 'Activities never reported on',
    noMissing: 'Every activity has a report.',
    planned: {
      all: (when) => `Activities ${when}`.trim(),
      left: (when) => `Activities left ${when}`,
      done: (when) => `Finished activities ${when}`.trim(),
    },
    thisMonth: 'this month',
    quarter: (number, year) => `quarter ${number}/${year}`,
    month: (month) => `in ${month}`,
    months: (first, last) => `${first}–${last}`,
    quarterOf: (number, first, last) => `quarter ${number} (${first}–${last})`,
    soon: 'Activities due soon',
    urgent: 'Urgent activities',
    pastDue: (count) => `Overdue (${count})`,
    nothingSoon: (days) => `No activity is due within ${days} days.`,
    next: 'Due after that',
    pastToo: (count) => `Overdue: ${count} ${count === 1 ? 'activity' : 'activities'}.`,
    nothingFor: (title) => `No ${title.toLowerCase()}`,
    owners: (label, names) => `Responsible for activity ${label}: ${names}`,
    whose: 'Whose activities do you want to see?',
    notFound: (name) => `There is no “${name}” in the office. Who is meant?`,
    of: (name) => `Activities of ${name}`,
    noneOf: (name) => `${name} has no activities yet.`,
  },
  quota: {
    cost: 'Uses',
    messages: (count, left) =>
      `${count} ${count === 1 ? 'message' : 'messages'}${left === null ? '' : ` (${left} left this month)`}`,
    tight: 'This month’s messages do not suffice. The other recipients are told when they write to the bot.',
    to: 'To',
  },
  nothingSent: 'Cancelled. Nothing was sent or changed.',
  askedBefore: 'This question was answered before or is too old. Nothing more was sent or changed.',
  peopleShown: (from, to, all) => `People ${from}–${to} of ${all}. You can also type a name.`,
  personGone: 'This person is not in the office any more. Please choose again.',
  nearest: {
    title: 'Similar commands',
    question: (command) => `Did you mean “${command}”?`,
    several: 'Which command do you mean?',
  },
  nudge: {
    title: 'Nudge the owner',
    question: (label) => `Ask for progress on ${label}?`,
    send: (count) => `Send (${count})`,
    ride: 'When they write (free)',
    nobody: (label, group) =>
      group
        ? `Nobody registered is responsible for ${label}. The plan names ${group}.`
        : `Nobody registered is responsible for ${label}.`,
    onLeave: 'On leave',
    awayUntil: (name, day) => `${name} until ${day}`,
    notPushed: 'Nothing is sent to people on leave. They are told when they write.',
    finished: (label) => `Activity ${label} has come to its end, so there is nothing to ask for.`,
    sent: (names) => `The message was sent to ${names}.`,
    waits: (names) => `${names} will be told when they write to the bot next, which costs no message.`,
    asked: (by, label) => `${by} would like to know how ${label} is coming along.`,
  },
  assign: {
    title: 'Assign an activity',
    who: (label) => `Who gets activity ${label}?`,
    notFound: (name) => `There is no “${name}” in the office. Please choose or type the name again.`,
    question: (label, name) => `Assign activity ${label} to ${name}?`,
    now: 'Responsible now',
    handOver: 'Hand over',
    add: 'Add beside them',
    yes: 'Assign',
    already: (label, name) => `${name} is responsible for ${label} already.`,
    done: (label, name, told) =>
      `Activity ${label} was assigned to ${name}${told ? ', and everybody concerned is told' : ''}.`,
    doneAway: (label, name, day) =>
      `Activity ${label} was assigned to ${name}, who is on leave until ${day} and will be told when writing.`,
    given: (by, label) => `${by} assigned activity ${label} to you.`,
    taken: (by, label, to) => `${by} handed your activity ${label} over to ${to}.`,
  },
  announce: {
    title: 'Announcement',
    usage: 'Please add the text, for example: announce Please report by Friday',
    tooLong: (most) => `The announcement is too long. Please keep it within ${most} characters.`,
    nobody: 'There is nobody else in the office yet.',
    question: 'Send this announcement?',
    toAll: (cost) => `Send to all (${cost})`,
    toMembers: (cost) => `To each person (${cost})`,
    toGroups: (cost) => `To groups (${cost})`,
    ride: 'When they write (free)',
    members: (count) => `${count} ${count === 1 ? 'person' : 'people'}`,
    group: (name, size) => (size === null ? `group ${name}` : `group ${name} (${size})`),
    sizeUnknown: 'The size of a group is not known; it may cost more messages than shown.',
    sent: (members, groups) =>
      groups > 0
        ? `Sent to ${members} members and ${groups} groups.`
        : `Sent to ${members} ${members === 1 ? 'member' : 'members'}.`,
    waits: (members) =>
      `${members} people will see the announcement when they write to the bot next; it costs no message.`,
    from: (office, text, by) => `Announcement of ${office}\n\n${text}\n\n${by}`,
  },
  away,
  language: {
    title: 'ภาษา · Language',
    question: 'เลือกภาษา · Choose a language',
    thai: 'ไทย',
    english: 'English',
    set: 'You will be answered in English from now on.',
  },
};
