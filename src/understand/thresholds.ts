/** How probable an answer must be to be taken without asking; one table, measured by leaving offices out (docs/understanding.md). */
export const THRESHOLDS = {
  /** That a name is meant, where a text names one activity. */
  name: 0.35,
  /** Another name this probable makes it a question which is meant. */
  rivalName: 0.3,
  /** That a name is meant, where others are meant too; and where others are named by their codes. */
  oneOfSeveral: 0.5,
  /** The same, where a stretch begins with the name and something is told of it right away. */
  toldOfSeveral: 0.15,
  nameBesideCodes: 0.8,
  /** That a message is a report or takes one back. */
  intent: 0.8,
  /** The same, where its activity is named in words alone: such words are said of anything. */
  intentByName: 0.92,
  /** That a message takes a report back, where the rules do not see it. */
  undo: 0.93,
  /** That a message is a report though it names no activity and the rules see none. */
  unnamed: 0.9,
  /** The same, where one activity is the person's only one and would be taken for it. */
  assumed: 0.95,
  /** That something is a question for help or for the catalogue, where the rules see none. */
  question: 0.6,
  /** That progress is asked for, where nothing is named and the rules see no question. */
  progress: 0.7,
  /** That the catalogue is asked for, where the rules see a question of progress. */
  catalogue: 0.5,
  status: 0.6,
  /** The same, where the rules see it too. */
  statusAgreed: 0.45,
  /** A status without any word of how far the work is. */
  statusUnsaid: 0.75,
  /** That nothing is said of how far the work is: then it is not asked about. */
  statusNone: 0.12,
  /** Where the rules find statements that exclude each other. */
  contradiction: 0.8,
  spent: 0.6,
  zero: 0.5,
  actual: 0.6,
  /** The same, counted in what the indicator counts. */
  actualOwn: 0.5,
  percent: 0.5,
  date: 0.75,
  /** The same, where the rules see it too. */
  dateAgreed: 0.5,
  /** Of the stretch as a whole: a text torn out at the wrong place is worse on the card than none. */
  obstacle: 0.55,
  suggestion: 0.6,
  result: 0.6,
  /** That the words in which the rules see an obstacle are one, where no stretch is probable enough. */
  agreed: 0.45,
} as const;
