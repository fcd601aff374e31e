/** "Remind me tomorrow", "on Monday", "at three": puts one's reminders off once, or keeps when one wants them. */
import { grantWish, putOffReminders as putOff } from '../../services/reminders.ts';
import { reminderSettings } from '../../services/reminders-settings.ts';
import { commandWords } from '../../text/command-words.ts';
import { say } from '../bot-result.ts';
import { readReminderWish } from '../reminder-wish.ts';
import type { RequestContext } from '../request-context.ts';
import { type Answer, type Command, plain } from './command.ts';

export const snoozeCommand: Command = {
  name: 'snooze',
  words: commandWords.snooze,
  argument: 'none',
  async run(_, { context, texts }) {
    const { until, writes } = putOff(context);
    return { ...say(texts.reminders.snoozed(until, null)), writes };
  },
};

/** The same with a day or a time; the wish is the argument, whole, as the router's interpreter took it. */
export const remindWhenCommand: Command = {
  ...snoozeCommand,
  words: [],
  argument: 'required',
  run: (typed, request) => Promise.resolve(granted(typed, request)),
};

function granted(typed: string, request: RequestContext): Answer {
  const { context } = request;
  const { reminders } = request.texts;
  const wish = readReminderWish(plain(typed), context.today);
  if (!wish) return say(reminders.mute);
  const { outcome, writes } = grantWish(context, wish);
  const { quiet, at } = reminderSettings(context.office);
  switch (outcome.kind) {
    case 'once': {
      const [day, time] = outcome.at.split('T') as [string, string?];
      const said = reminders.snoozed(day, time ?? null);
      return { ...say(outcome.moved ? `${said} ${reminders.movedToWorkday}` : said), writes };
    }
    case 'always': {
      const { hour, days } = outcome.preferences;
      const time = hour === null ? at : `${String(hour).padStart(2, '0')}:00`;
      const said = reminders.always(time, days);
      const isUsual = hour === null && days === null;
      return { ...say(isUsual ? said : `${said} ${reminders.backToUsual}`), writes };
    }
    case 'refused':
      return say(reminders.refused[outcome.why](quiet.until, quiet.from));
  }
}
