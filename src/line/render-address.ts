/** Addresses in the form LINE takes, checked by the limits themselves; render asks for pictures, its actions for links. */
import { isLoopbackOnly } from './limits/problems.ts';
import { mediaUrl, uri } from './limits/values.ts';

/** What an address may not hold as it is: a sign LINE wants encoded, or a percent sign that encodes nothing. */
const TO_ENCODE = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu;

/** @returns where a tap may lead, percent-encoded; null for what LINE would refuse however it is written. */
export function tapAddress(url: string): string | null {
  const address = encoded(url);
  return address !== null && uri.safeParse(address).success ? address : null;
}

/**
 * @returns where LINE may fetch a picture, percent-encoded; null for what it would refuse however it is written.
 * Plain http on the loopback passes: the simulator shows it, and a check against LINE marks it.
 */
export function pictureAddress(url: string): string | null {
  const address = encoded(url);
  if (address === null) return null;
  const { error } = mediaUrl.safeParse(address);
  return (error?.issues ?? []).every(isLoopbackOnly) ? address : null;
}

/** The parser writes hosts and foreign letters as it should and leaves a few signs that LINE does not take. */
function encoded(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return new URL(url).href.replace(TO_ENCODE, (sign) => (sign === '%' ? '%25' : encodeURIComponent(sign)));
}
