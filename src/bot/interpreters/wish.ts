/** The interpreter of wishes about one's reminders: it stands before the commands, since "เตือน" begins another one too. */
import { remindWhenCommand } from '../commands/snooze.ts';
import { readReminderWish } from '../reminder-wish.ts';
import { runCommand } from '../run-command.ts';
import { interpreter } from './interpreter.ts';

/** "เตือนวันจันทร์", "อีก 3 วันค่อยเตือน", "อย่าเตือนตอนเช้า". */
export const reminderWish = interpreter({
  name: 'reminder-wish',
  takes: ({ typed }, { context }) => readReminderWish(typed, context.today),
  answer: (_, { text }, request) => runCommand({ command: remindWhenCommand, argument: text }, request),
});
