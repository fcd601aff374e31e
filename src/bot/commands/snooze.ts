/** "Remind me tomorrow": puts one's reminders off to the next working day. */
import { snooze as putOff } from '../../services/reminders.ts';
import { commandWords } from '../../text/typed.ts';
import { say } from '../bot-result.ts';
import type { Command } from './command.ts';

export const snooze: Command = {
  name: 'snooze',
  words: commandWords.snooze,
  argument: 'none',
  async run(_, { context, texts }) {
    const { until, writes } = putOff(context);
    return { ...say(texts.reminders.snoozed(until)), writes };
  },
};
