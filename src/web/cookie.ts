/** The session's cookie: out of reach of scripts, sent to this server alone; router.ts reads and writes it. */

/** Behind https the name itself says that it came so and belongs to this host. */
const NAME = { plain: 'kuebna', secure: '__Host-kuebna' };
const LIFETIME_SECONDS = 12 * 3_600;

/** @param header of the request. @returns the cookie's value, or null. */
export function readCookie(header: string | undefined, secure: boolean): string | null {
  const name = secure ? NAME.secure : NAME.plain;
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value) return value;
  }
  return null;
}

/** @param value null takes the cookie away. @returns the header's value. */
export function writeCookie(value: string | null, secure: boolean): string {
  return [
    `${secure ? NAME.secure : NAME.plain}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${value === null ? 0 : LIFETIME_SECONDS}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}
