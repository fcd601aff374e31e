/** Changes what people read in LINE messages, and nothing that makes them messages; erasing and unsending go through them. */

/** Fields of LINE messages that are words for people. */
const WORDS = new Set(['text', 'altText', 'label', 'displayText']);

/** @returns the message or list of messages with each of its texts changed; the same one when none changes. */
export function changeWords<T>(part: T, change: (text: string) => string): T {
  if (Array.isArray(part)) {
    const next = part.map((one: unknown) => changeWords(one, change));
    return next.some((one, index) => one !== part[index]) ? (next as T) : part;
  }
  if (typeof part !== 'object' || part === null) return part;
  const before: [string, unknown][] = Object.entries(part);
  const after = before.map(([key, value]): [string, unknown] => [
    key,
    typeof value !== 'string' ? changeWords(value, change) : WORDS.has(key) ? change(value) : value,
  ]);
  return after.some(([, value], index) => value !== before[index]![1])
    ? (Object.fromEntries(after) as T)
    : part;
}
