/** Which kind of failure it is that the queue keeps of a message or an event that was given up; the operation page has a sentence for each. */

export type Failure = 'token' | 'busy' | 'away' | 'refused' | 'expired' | 'unsure' | 'fault';

/** The first that fits. */
const SIGNS: readonly [RegExp, Failure][] = [
  [/^expired$/, 'expired'],
  [/^reply-token-dead|^key-too-old$/, 'unsure'],
  [/^(?:token )?429\b/, 'busy'],
  [/^token 4|^no channel$|^40[13]\b/, 'token'],
  [/^(?:token )?(?:5\d\d\b|E[A-Z_]+$|UND_ERR)|fetch failed|timeout|timed out/, 'away'],
  [/^4\d\d\b|^limits:/, 'refused'],
];

/** @param code `400 The property…`, `gave-up: 503`, `expired`, or what an error of the bot's own said. */
export function failureOf(code: string): Failure {
  const said = code.replace(/^gave-up: /, '');
  return SIGNS.find(([sign]) => sign.test(said))?.[1] ?? 'fault';
}
