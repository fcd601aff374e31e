/** What of a message is perhaps of another activity, or a sum that stands nowhere on the card: the report dialog's beginning says so before it is stored. */
import { arabicDigits, shortenUnits } from '../text/format.ts';
import { A_SUM, ACCOMPANIES, ADDS_NOTHING, NO_SPENT_SUM, SPEAKS_OF_MONEY, TURNS_TO } from '../text/told.ts';
import { PARTICLES } from '../text/typed.ts';
import type { Reading, Understood } from '../understand/types.ts';
import type { RequestContext } from './request-context.ts';

/** Letters that tell something, besides status words and figures. */
const LEAST_TOLD = 8;
/** Letters of the words that are repeated. */
const MOST_QUOTED = 60;

/** @param read as it stands on the card. @returns the sentence that says it; null where one card is all that the message wants. */
export function leftOut(text: string, read: Understood, { texts: { chat } }: RequestContext): string | null {
  const turn = turnIn(text);
  if (turn) return chat.multiple.another(shortenUnits(turn, MOST_QUOTED));
  if (read.more) return chat.multiple.more;
  const sum = sumBeside(text, read);
  return sum && chat.multiple.notTaken(sum);
}

/** "ส่วนตู้ปลาทะเลยังไม่เริ่มเลย": from the words that turn to something else to the end of their line. */
function turnIn(text: string): string | null {
  const turn = TURNS_TO.exec(text);
  if (!turn || turn.index === 0) return null;
  const [words = ''] = text.slice(turn.index).split('\n', 1);
  if (ACCOMPANIES.test(words)) return null;
  const told = words.slice(turn[0].length).replace(ADDS_NOTHING, ' ');
  if (told.replace(/[^\p{L}\p{M}]/gu, '').length < LEAST_TOLD) return null;
  return words.trim().replace(PARTICLES, '').trim();
}

/** A sum of which no field was read, as it was typed. */
function sumBeside(text: string, read: Reading): string | null {
  if (read.fields.spent !== null || read.unsure.includes('spent')) return null;
  const plain = arabicDigits(text);
  const sum = A_SUM.exec(plain);
  if (!sum || !SPEAKS_OF_MONEY.test(plain) || NO_SPENT_SUM.test(plain)) return null;
  const end = sum.index + sum[0].length;
  const isRead = Object.values(read.because).some((spans) =>
    spans.some((span) => span.start < end && span.end > sum.index),
  );
  const isShown = [read.fields.result, read.fields.obstacle].some((told) =>
    arabicDigits(told ?? '').includes(sum[0]),
  );
  if (isRead || isShown) return null;
  return sum[0];
}
