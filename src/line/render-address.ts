/** Addresses in the form LINE takes, judged by the check that every send passes; render asks for pictures, its actions for links. */
import { checkMessages } from './limits.ts';

/** What an address may not hold as it is: a sign LINE wants encoded, or a percent sign that encodes nothing. */
const TO_ENCODE = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu;

/** @returns where a tap may lead, percent-encoded; null for what LINE would refuse however it is written. */
export function tapAddress(url: string): string | null {
  return fitting(url, (uri) => {
    const items = [{ type: 'action', action: { type: 'uri', label: '-', uri } }];
    return { type: 'text', text: '-', quickReply: { items } };
  });
}

/**
 * @returns where LINE may fetch a picture, percent-encoded; null for what it would refuse however it is written.
 * Plain http on the loopback passes: the simulator shows it, and the check before a send to LINE stops it.
 */
export function pictureAddress(url: string): string | null {
  return fitting(url, (at) => ({ type: 'image', originalContentUrl: at, previewImageUrl: at }));
}

/** @param holding the smallest message with that address in it. */
function fitting(url: string, holding: (address: string) => unknown): string | null {
  if (!URL.canParse(url)) return null;
  // The parser writes hosts and foreign letters as it should and leaves a few signs that LINE does not take.
  const address = new URL(url).href.replace(TO_ENCODE, (sign) => encodeURIComponent(sign));
  return checkMessages([holding(address)], { allowLoopbackHttp: true }).length === 0 ? address : null;
}
