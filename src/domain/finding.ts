/** What was found when an installation was looked over; the doctor command and the console tell it. */

/** One thing that was looked at. */
export interface Finding<Reason extends string = string> {
  /** What was looked at. */
  name: string;
  /** skipped: not needed here, or a step that is still to come. */
  state: 'ok' | 'bad' | 'skipped';
  /** What was found; the texts have a sentence for each. */
  reason: Reason;
  /** What the sentence mentions. */
  values: string[];
}
