/** What a LINE channel is known by, and what is wrong with credentials that LINE can only refuse; settings and the console check by it. */

/** Of the installation's own channel, which every office uses that has none; no office has this id. */
export const COMMON_CHANNEL = '-';

export type ChannelToken =
  { kind: 'long-lived'; value: string } | { kind: 'stateless'; channelId: string; channelSecret: string };

/** A secret: never logged, never shown again. */
export interface Credentials {
  channelSecret: string;
  token: ChannelToken;
}

/** The channel an office speaks through. */
export interface OfficeChannel extends Credentials {
  /** The office's id, or COMMON_CHANNEL. */
  id: string;
  /** Changes whenever the credentials do. */
  rev: string;
  /** The bot's own user id, once it is known: what `destination` of a webhook must be. */
  botUserId: string | null;
}

/** What is wrong with a credential of LINE, in a word that the sentences are found by. */
export type CredentialFault = 'placeholder' | 'quotes' | 'secret-is-token' | 'token-is-secret' | 'form';

const SECRET_FORM = /^[0-9a-f]{32}$/i;
/** What may stand in an HTTP header without being changed on the way. */
const TOKEN_FORM = /^[\w+/=.~-]+$/;

/**
 * @param inEarnest whether the real LINE will see it: a stand-in has credentials of its own.
 * @returns what would make LINE refuse it, or null.
 */
export function credentialFault(
  which: 'secret' | 'token',
  value: string,
  inEarnest: boolean,
): CredentialFault | null {
  if (/…|\.\.\.|[<>]/.test(value)) return 'placeholder';
  if (/["'`\u2018-\u201f\u00ab\u00bb]/.test(value)) return 'quotes';
  const isSecret = SECRET_FORM.test(value);
  if (which === 'secret') {
    if (!inEarnest || isSecret) return null;
    return value.length > 100 && TOKEN_FORM.test(value) ? 'secret-is-token' : 'form';
  }
  if (!TOKEN_FORM.test(value)) return 'form';
  return inEarnest && isSecret ? 'token-is-secret' : null;
}
