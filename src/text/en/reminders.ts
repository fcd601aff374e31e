/** English sentences: reminders. */
import type { reminders as thai } from '../th/reminders.ts';

export const reminders: typeof thai = {};
