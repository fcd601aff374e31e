/** A status as the cards show it: sign, word and colour; lists and the activity page use it. */
import { tones } from '../../../../flex-messages/theme.ts';
import type { DashboardWords, ActivityLine } from './view.ts';

export function StatusMark({
  row: { status, overdue },
  words,
}: {
  row: Pick<ActivityLine, 'status' | 'overdue'>;
  words: DashboardWords;
}) {
  const tone = overdue ? 'overdue' : status;
  return (
    <span class={`status ${tone.replace('_', '-')}`}>
      <span aria-hidden="true">{tones[tone].sign}</span> {overdue ? words.overdue : words.status[status]}
    </span>
  );
}
