/** Whose event it is, so that offices can take turns: by the route it came by, else by whom LINE's user or group belongs to; the inbox worker asks. */
import type { Timers } from '../../clock.ts';
import { coalesce } from '../../db/coalesce.ts';
import type { Database } from '../../db/connect.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import { findLinks } from '../../db/links.ts';
import { COMMON_CHANNEL } from '../../domain/channel.ts';
import { within } from '../../waits.ts';

/** People and groups remembered: all of a ministry. */
const MOST_KNOWN = 20_000;

/**
 * @returns the office, or '-' for those who belong to none or of whom nobody could say in time. It decides nothing but
 * turns: somebody who went to another office since may be counted to the former one.
 */
export function officesOf(
  database: Database,
  timers: Timers,
): (row: Pick<InboxDocument, 'office' | 'key'>) => string | Promise<string> {
  const known = new Map<string, string>();
  const link = coalesce((ids: readonly string[]) => findLinks(database.models, ids));
  return ({ office, key }) => {
    if (office !== COMMON_CHANNEL) return office;
    const [chat = key] = key.split(':');
    return (
      known.get(chat) ??
      within('look', link(chat), timers).then(
        (found) => {
          if (!found) return COMMON_CHANNEL;
          if (known.size >= MOST_KNOWN) known.clear();
          known.set(chat, found.office);
          return found.office;
        },
        () => COMMON_CHANNEL,
      )
    );
  };
}
