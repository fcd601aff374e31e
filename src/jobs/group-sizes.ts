/** How many members a group has, as LINE said last: a push to it costs that many; app.ts gives the jobs this. */

/**
 * @param ask LINE; null when it does not say.
 * @returns the same, but with the last number that was told where LINE does not say now.
 */
export function rememberSizes(
  ask: (groupId: string, office: string) => Promise<number | null>,
): (groupId: string, office: string) => Promise<number | null> {
  const last = new Map<string, number>();
  return async (groupId, office) => {
    const told = await ask(groupId, office);
    if (told !== null) last.set(groupId, told);
    return told ?? last.get(groupId) ?? null;
  };
}
