/** Decides how far the work of one part of a text is; below its threshold it is left out, or asked with the likely answers. */
import type { Status } from '../../domain/activity.ts';
import { type Linear, probabilities } from '../learn/linear.ts';
import { type Normal, spanOf } from '../normalise.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isWord, type Word } from '../tokens.ts';
import type { Intent, Reading } from '../types.ts';
import { type PartText, STATUSES, statusBag, tokensIn } from './part.ts';
import { named } from './roles.ts';

export function decideStatus(
  normal: Normal,
  part: PartText,
  intent: Intent,
  model: Linear,
  reading: Reading,
): void {
  const bag = statusBag(part, intent, reading.fields.percent);
  const chances = named(STATUSES, probabilities(model, bag));
  const order = [...STATUSES].sort((a, b) => chances[b] - chances[a]);
  const [first = 'none'] = order;
  const because = reading.because.status;
  const unsaid =
    part.rules.fields.status === null && !tokensIn(part).some((token) => isWord(token, ...TELLING));
  const agreed = part.rules.fields.status === first;
  const least = unsaid ? THRESHOLDS.statusUnsaid : agreed ? THRESHOLDS.statusAgreed : THRESHOLDS.status;
  const status = first === 'none' || chances[first] < least ? null : first;
  const contradicts = part.rules.unsure.includes('status') && chances[first] < THRESHOLDS.contradiction;
  // perhaps nothing was said of it: then nothing is asked either
  const unsure = contradicts || (first !== 'none' && status === null && chances.none < THRESHOLDS.statusNone);
  reading.fields.status = unsure ? null : status;
  reading.unsure = reading.unsure.filter((field) => field !== 'status');
  if (unsure) {
    reading.unsure.push('status');
    reading.likely.status = order
      .filter((one): one is Status => one !== 'none' && chances[one] >= 0.1)
      .slice(0, 3)
      .map((value) => ({ value, probability: chances[value] }));
  }
  if (status !== null && !because) {
    const words = tokensIn(part).filter((token): token is Word =>
      isWord(token, 'done', 'doing', 'not-yet', 'postpone', 'cancel', 'already', 'start', 'left', 'lacking'),
    );
    if (words[0]) reading.because.status = [spanOf(normal, words[0].start, words[0].end)];
  } else if (status === null && !unsure) delete reading.because.status;
}

/** Words of how far the work is. */
const TELLING = [
  'done',
  'doing',
  'not-yet',
  'postpone',
  'cancel',
  'already',
  'start',
  'left',
  'lacking',
  'act',
  'nearly',
  'partly',
  'still',
  'reached',
  'planned',
  'will',
  'progress',
  'percent',
  'untouched',
] as const;
