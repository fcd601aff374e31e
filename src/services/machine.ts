/** What doctor and the console find on the machine itself: its time zone and its disk. */
import { statfs } from 'node:fs/promises';
import type { Finding } from '../domain/finding.ts';

export type MachineReason = 'zone-ok' | 'zone-bad' | 'disk-ok' | 'disk-low' | 'disk-elsewhere';

const LEAST_DISK = 500 * 1024 ** 2;

/** The office lives by Bangkok's time, wherever the machine stands. @param shown the moment in words. */
export function zoneFinding(now: Date, shown: string): Finding<MachineReason> {
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Bangkok', timeZoneName: 'shortOffset' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return offset === 'GMT+7'
    ? { name: 'zone', state: 'ok', reason: 'zone-ok', values: [shown] }
    : { name: 'zone', state: 'bad', reason: 'zone-bad', values: [] };
}

/** @param dataDir of the bot's own database; null where it is somebody else's. */
export async function diskFinding(dataDir: string | null): Promise<Finding<MachineReason>> {
  if (dataDir === null) return { name: 'disk', state: 'skipped', reason: 'disk-elsewhere', values: [] };
  // before the first start the folder is not there yet
  const space = await statfs(dataDir).catch(() => statfs('.'));
  const free = space.bavail * space.bsize;
  const values = [`${(free / 1024 ** 3).toFixed(1)} GB`];
  return free < LEAST_DISK
    ? { name: 'disk', state: 'bad', reason: 'disk-low', values }
    : { name: 'disk', state: 'ok', reason: 'disk-ok', values };
}
