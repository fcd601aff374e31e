/** How probable an answer must be to be taken without asking; one table, measured by leaving offices out (docs/understanding.md). */
export const THRESHOLDS = {
  /** That a message is a report or takes one back. */
  intent: 0.8,
  /** That a message takes a report back, where the rules do not see it. */
  undo: 0.93,
  /** That a message is a report though it names no activity and the rules see none. */
  unnamed: 0.9,
  /** The same, where one activity is the person's only one and would be taken for it. */
  assumed: 0.95,
  /** That something is a question for help or for the catalogue, where the rules see none. */
  question: 0.85,
  /** That progress is asked for, where nothing is named and the rules see no question. */
  progress: 0.8,
  /** That the catalogue is asked for, where the rules see a question of progress. */
  catalogue: 0.6,
  status: 0.5,
  /** A status without any word of how far the work is. */
  statusUnsaid: 0.75,
  /** By how much the first status must lead the second when it is below its threshold. */
  statusLead: 0.08,
  /** Where the rules find statements that exclude each other. */
  contradiction: 0.8,
  spent: 0.5,
  zero: 0.5,
  actual: 0.5,
  percent: 0.5,
  date: 0.5,
  /** Of the stretch as a whole: a text torn out at the wrong place is worse on the card than none. */
  obstacle: 0.55,
  suggestion: 0.6,
  result: 0.6,
  /** That the words in which the rules see an obstacle are one, where no stretch is probable enough. */
  agreed: 0.45,
} as const;
