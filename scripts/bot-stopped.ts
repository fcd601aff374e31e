/** Commands that replace a database refuse while a bot has it open; restore and move-database ask. */
import type { Config } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { lockHolder } from '../src/db/embedded-lock.ts';
import { isInUse } from '../src/db/restore.ts';
import type { Texts } from '../src/text/index.ts';
import type { ScriptOutcome } from './cli.ts';

/** @returns the refusal, or null where no bot is connected, or its being stopped was said. */
export async function refuseInUse(
  { words, values }: { words: Texts['admin']; values: { 'bot-stopped'?: boolean } },
  database: Database,
  { mongodb }: Pick<Config, 'mongodb'>,
): Promise<ScriptOutcome | null> {
  const used = await isInUse(database);
  if (used) {
    const pid = mongodb.kind === 'embedded' ? await lockHolder(mongodb.dataDir) : null;
    return { exit: 'refused', reason: 'in-use', lines: [words.restore.inUse(pid)] };
  }
  if (used === null && !values['bot-stopped'])
    return { exit: 'refused', reason: 'cannot-see', lines: [words.restore.unseen] };
  return null;
}
