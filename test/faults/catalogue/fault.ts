/** What a fault of the catalogue is: it breaks something again and again and judges by a ledger kept outside the bot; index.ts lists them all. */

export interface Fault {
  /** Its number, `F4`; `--only` and the table name it by that. */
  id: string;
  /** What is broken, for the table. */
  breaks: string;
  /** What has to hold, for the table. */
  wanted: string;
  /** How often in `npm test`, and by `npm run faults`. 0: its short form is the test file named in `shortIn`. */
  rounds: { short: number; whole: number };
  /** Relative to the root. */
  shortIn?: string;
  /** Starts all it needs, breaks it `rounds` times, and cleans up whatever happens. */
  run(rounds: number): Promise<Found>;
}

export interface Found {
  /** What was counted and measured, as it fell: it goes into the table as it is. */
  figures: string;
  /** What did not hold; empty when all did. */
  missed: string[];
}

/** @returns the sentence itself where it does not hold, for `Found.missed`. */
export function unless(holds: boolean, sentence: string): string[] {
  return holds ? [] : [sentence];
}

/** @returns that share of the values lies at or below it; 0 without any. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Most rounds of some faults are spent waiting: they are divided among several grounds. @returns all that they found. */
export async function sideBySide(
  rounds: number,
  grounds: number,
  run: (rounds: number) => Promise<Found>,
): Promise<Found> {
  const shares = Array.from({ length: grounds }, (_, index) => Math.floor((rounds + index) / grounds));
  const found = await Promise.all(shares.map((share) => run(share)));
  return {
    figures: found.map((one) => one.figures).join(' / '),
    missed: found.flatMap((one) => one.missed),
  };
}

/** Times and memory are judged in whole runs alone: a test is not to fail because the machine has other work. */
export function isWhole(rounds: number): boolean {
  return rounds >= 10;
}
