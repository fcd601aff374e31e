/** A short mark of an activity's name: by it a button of an older card notices that its code means another activity now. */

/** @returns up to seven characters, the same for the same name however it is spaced. */
export function nameMark(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of name.replace(/\s/g, '')) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
