/** Thai sentences: reminders. */
export const reminders = {};
