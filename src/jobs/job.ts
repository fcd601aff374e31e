/** What a job of the clockwork is and what it is given; every file of this folder that has a row in index.ts is one. */
import type { Push } from '../bot/types.ts';
import type { Database } from '../db/connect.ts';
import type { OutboxDocument } from '../db/outbox.ts';
import type { Half } from '../domain/fiscal-year.ts';
import type { Language } from '../domain/member.ts';
import type { SummaryInput } from '../domain/summary.ts';
import type { QuotaMeter } from '../services/quota.ts';
import type { RetentionName } from '../services/retention.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

export interface JobDeps {
  database: Database;
  quota: QuotaMeter;
  /** Names the LINE account an office speaks through: offices of one account share its quota. */
  accountOf(office: string): string;
  /** Members of a group, the bot aside; null when LINE does not say. */
  memberCount(groupId: string, office: string): Promise<number | null>;
  /** The message as outbox rows, to be sent from `at` (real time) on. */
  rows(push: Push, at: Date): OutboxDocument[];
  /** Draws the month's chart. */
  chart(input: SummaryInput, office: string, language: Language): Promise<{ full: Buffer; preview: Buffer }>;
  /** Where LINE fetches pictures, without a slash at its end; null where it cannot: then none are sent. */
  pictureUrl(): string | null;
  /** Real time: rows are sent by it. */
  realNow(): Date;
  metrics: Pick<Metrics, 'quota' | 'accountQuota'>;
  log: Log;
  /** Instead of storing anything, hand each decision here. */
  dryRun?: (entry: DryRunEntry) => void;
}

/** What a job would do. */
export type DryRunEntry = DryRunMessage | DryRunEnd | DryRunClosing;

/** What somebody would get. */
export interface DryRunMessage {
  does: 'send';
  office: string;
  /** Member or group. */
  name: string;
  /** Codes, the most pressing first. */
  activities: string[];
  /** Its gist, as a lock screen shows it. */
  text: string | null;
  channel: 'push' | 'free ride';
  /** A free ride for lack of quota: the managers are told. */
  held: boolean;
  /** Paid messages it costs now. */
  quota: number;
}

/** A message that waited in vain and would be given up. */
export interface DryRunEnd extends Pick<DryRunMessage, 'office' | 'name' | 'text'> {
  does: 'expire';
}

/** A half that would be closed, or get a new version. */
export interface DryRunClosing {
  does: 'close';
  office: string;
  half: Half;
  /** B.E. */
  fiscalYear: number;
  version: number;
}

/** What a run came to, for the log and the slot's row. */
export type JobResult = Partial<Record<JobCount, number>>;

export type JobCount =
  RetentionName | 'offices' | 'pushed' | 'riding' | 'held' | 'told' | 'closed' | 'settled' | 'expired';

export interface Job {
  name: string;
  /** Five fields, Bangkok time. */
  cron: string;
  /** @param now the office's clock. Running again, late or on several instances at once changes nothing more. */
  run(deps: JobDeps, now: Date): Promise<JobResult>;
}

export function countsIn(result: JobResult): [JobCount, number][] {
  return Object.entries(result) as [JobCount, number][];
}
