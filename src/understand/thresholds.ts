/** How probable an answer must be to be taken without asking; one table, measured by leaving offices out (docs/understanding.md). */
export const THRESHOLDS = {
  /** That a name is meant, where a text names one activity. */
  name: 0.34,
  /** Another name this probable makes it a question which is meant. */
  rivalName: 0.2,
  /** That one of two is, by their words alone, where they fit both. */
  unclearName: 0.25,
  /** That a name is meant, where others are meant too; and where others are named by their codes. */
  oneOfSeveral: 0.3,
  /** The same, where a stretch begins with the name and something is told of it right away. */
  toldOfSeveral: 0.11,
  /** The same, where the text as a whole tells of several. */
  knownSeveral: 0.05,
  /** The same, where others are named by their codes. */
  toldBesideCodes: 0.7,
  nameBesideCodes: 0.95,
  /** That a message is a report or takes one back. */
  intent: 0.6,
  /** The same, where its activity is named in words alone: such words are said of anything. */
  intentByName: 0.84,
  /** That a message is a report, where the rules see none and nothing named opens it. */
  unseen: 0.85,
  /** The same, where a code opens it. */
  unseenByCode: 0.8,
  /** That a message may be a report, so that it is asked whether it is one. */
  perhaps: 0.2,
  /** That a message takes a report back, where the rules do not see it. */
  undo: 0.7,
  /** That a message is a report though it names no activity and the rules see none. */
  unnamed: 0.88,
  /** The same, where the rules see one too. */
  unnamedAgreed: 0.5,
  /** The same, where one activity is the person's only one and would be taken for it. */
  assumed: 0.85,
  /** That something is a question for help or for the catalogue, where the rules see none. */
  question: 0.68,
  /** That progress is asked for, where nothing is named and the rules see no question. */
  progress: 0.7,
  /** The same, where the rules see one too. */
  progressAgreed: 0.5,
  /** That a report tells of several activities: then more are looked for than the one that was found, and below it none but that. */
  several: 0.2,
  /** That nothing is asked for, where the rules see a question of progress. */
  noQuestion: 0.5,
  /** That the catalogue is asked for, where the rules see a question of progress. */
  catalogue: 0.5,
  status: 0.4,
  /** The same, where the rules see it too. */
  statusAgreed: 0.5,
  /** A status without any word of how far the work is. */
  statusUnsaid: 0.75,
  /** That nothing is said of how far the work is: then it is not asked about. */
  statusNone: 0.12,
  /** Where the rules find statements that exclude each other. */
  contradiction: 0.999,
  spent: 0.5,
  /** The same, where the rules see it too. */
  spentAgreed: 0.5,
  /** The same, where nothing else is said. */
  spentAlone: 0.1,
  /** That a sum said vaguely was spent: then it is asked for. */
  spentVaguely: 0.1,
  zero: 0.5,
  actual: 0.6,
  /** The same, counted in what the indicator counts. */
  actualOwn: 0.7,
  /** The same, of a bare number where the indicator is a percentage. */
  actualBare: 0.8,
  percent: 0.5,
  date: 0.75,
  /** The same, where the rules see it too. */
  dateAgreed: 0.55,
  /** Of the stretch as a whole: a text torn out at the wrong place is worse on the card than none. */
  obstacle: 0.6,
  suggestion: 0.3,
  result: 0.6,
  /** Of the words of a stretch behind a reason, where none is sure enough as a whole. */
  reason: 0.8,
} as const;
