/** The ways to LINE that a command has: the environment's one channel, or those that offices connected on the console. */
import { type Config, lineHosts } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { findOffices } from '../src/db/offices.ts';
import { COMMON_CHANNEL } from '../src/domain/channel.ts';
import { accessFrom, type LineAccess } from '../src/line/tokens.ts';
import { secretKeyOf } from '../src/secret-key.ts';
import { hasChannels, readChannels } from '../src/services/channels.ts';
import { sealer } from '../src/services/sealing.ts';

export interface OfficeLine {
  /** The office's id, or COMMON_CHANNEL for all. */
  office: string;
  access: LineAccess;
}

/** @returns each channel once; none with the simulator, whose address the server alone knows. */
export async function allLines(database: Database, config: Config): Promise<OfficeLine[]> {
  if (config.line.kind === 'line') return [{ office: COMMON_CHANNEL, access: accessFrom(config.line) }];
  if (!(await hasChannels(database))) return [];
  const hosts = config.line.kind === 'by-office' ? config.line : lineHosts();
  const key = await secretKeyOf(config);
  const offices = (await findOffices(database.models)).offices.map(({ id }) => id);
  const found = key === null ? new Map() : await readChannels(database, sealer(key), offices);
  return [...found.values()].flatMap((one) =>
    one.readable ? [{ office: one.office, access: accessFrom({ ...hosts, token: one.channel.token }) }] : [],
  );
}

/** @returns the channel an office speaks through, null where it has none. */
export async function lineOf(database: Database, config: Config, office: string): Promise<LineAccess | null> {
  const lines = await allLines(database, config);
  return lines.find((one) => one.office === office || one.office === COMMON_CHANNEL)?.access ?? null;
}
