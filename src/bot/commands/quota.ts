/** โควต้า: how many paid messages of the month are used and left, what is on its way, and what reminders will still take. */
import { quotaStanding } from '../../services/quota-standing.ts';
import { askingWords } from '../../text/asking-words.ts';
import { say } from '../bot-result.ts';
import type { Command } from './command.ts';

export const quotaCommand: Command = {
  name: 'quota',
  asks: true,
  words: askingWords.quota,
  argument: 'none',
  async run(_, request) {
    const { standing: words } = request.texts.managing;
    const told = await request.account.quota().catch(() => null);
    if (!told) return say(words.unknown);
    const { limit, used, underWay, held, forecast } = await quotaStanding(request.context, told);
    const left = limit === null ? null : Math.max(0, limit - used - underWay);
    const short = left === null ? 0 : forecast - left;
    return say(
      [
        limit === null ? words.used(used) : words.usedOf(used, limit, left!),
        ...(underWay > 0 ? [words.underWay(underWay)] : []),
        ...(held > 0 ? [words.held(held)] : []),
        words.forecast(forecast),
        ...(left === null ? [] : [short > 0 ? words.short(short) : words.enough]),
      ].join('\n'),
    );
  },
};
