/** Takes some of what is due so that no office has two before each has one. Pure; claims.ts asks. */

/** @returns at most `most`: one of each office in turn, of each in the order given. */
export function evenly<Row extends { office: string }>(rows: readonly Row[], most: number): Row[] {
  const offices = [...Map.groupBy(rows, ({ office }) => office).values()];
  const longest = Math.max(0, ...offices.map((own) => own.length));
  const rounds = Array.from({ length: longest }, (_, round) => offices.flatMap((own) => own[round] ?? []));
  return rounds.flat().slice(0, most);
}
