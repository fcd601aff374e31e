/** In which unit a number of a part counts towards the indicator; called by the decision of the fields. */
import { PER_HUNDRED } from '../numbers/context.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isWord, type NumberToken, type Token } from '../tokens.ts';
import type { PartText } from './part.ts';
import { bahtOf, ownUnitAfter, wholeOf } from './units.ts';

/** "ร้อยละของผู้เข้าถึงสื่อคือ 91". */
const SENTENCE = 30;

/** @param chance that it was reached; 0 where a bare number stands for what was said before. @returns the unit, or null where something else is counted. */
export function countedIn(part: PartText, token: NumberToken, at: number, chance: number): string | null {
  const { text, tokens, activity, units } = part;
  const whole = wholeOf(text, tokens, at);
  const own = ownUnitAfter(text, token.end, units) ?? (whole && ownUnitAfter(text, whole.end, units));
  return unitOf(text, tokens, at, activity?.unit ?? null, own) ?? bareHundredths(part, token, at, chance);
}

const COMMON: readonly [Parameters<typeof isWord>[1], string][] = [
  ['person', 'คน'],
  ['piece', 'ชิ้น'],
  ['score', 'คะแนน'],
  ['percent', PER_HUNDRED],
];

/** The indicator's own unit, one of those every office knows, or null where something else is counted. */
function unitOf(
  text: string,
  tokens: readonly Token[],
  at: number,
  counted: string | null,
  own: string | null,
): string | null {
  if (own) return own;
  const token = tokens[at] as NumberToken;
  const next = tokens[at + 1];
  const beside = next && next.start - token.end <= 1 ? next : undefined;
  for (const [family, unit] of COMMON) if (isWord(beside, family)) return unit;
  const before = tokens.slice(Math.max(0, at - (counted === PER_HUNDRED ? 5 : 3)), at);
  const hundredth = before.find((one) => isWord(one, 'per-hundred'));
  if (hundredth && token.start - hundredth.end <= (counted === PER_HUNDRED ? SENTENCE : 16))
    return PER_HUNDRED;
  // "ผ่าน 47 คิดเป็น 85.45"
  if (counted === PER_HUNDRED && token.value <= 100 && isWord(before.at(-1), 'reached')) return PER_HUNDRED;
  if ((isWord(beside, 'baht') && bahtOf(counted) === null) || counted === PER_HUNDRED) return null;
  if (isWord(beside, 'classifier') && counted !== null && text.slice(beside.start, beside.end) !== counted)
    return null;
  return counted;
}

/** "ความพึงพอใจ ๘๓.๗ ครับ": a bare number where the indicator is a percentage, when it hardly can be anything else. */
function bareHundredths(
  { text, tokens, activity }: PartText,
  { value, end }: NumberToken,
  at: number,
  chance: number,
): string | null {
  if (activity?.unit !== PER_HUNDRED || value > 100 || chance < THRESHOLDS.actualBare) return null;
  // "คนเข้า 85", "35 จาก 50 คน" count people
  const people = tokens.slice(Math.max(0, at - 2), at).some((one) => isWord(one, 'participants', 'person'));
  if (people || wholeOf(text, tokens, at)) return null;
  const next = tokens[at + 1];
  const counts =
    isWord(next, 'classifier', 'person', 'piece', 'baht', 'unit-of-time') && next.start - end <= 1;
  return counts ? null : PER_HUNDRED;
}
