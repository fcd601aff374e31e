/** English sentences of holidays: an office's own days off. */
import type { holidays as thai } from '../../th/admin/holidays.ts';

export const holidays: typeof thai = {
  summary: "sets an office's own days off, and holidays on which it works",
  usage: [
    'npm run holidays -- --list                                       lists its own days',
    'npm run holidays -- --add 2021-05-31 --name "Special holiday"    adds a day off',
    'npm run holidays -- --open 2021-05-31 --name "Worked"            makes it a working day',
    'npm run holidays -- --remove 2021-05-31                          goes back to the public calendar',
  ],
  options: {
    add: 'day off to add',
    open: 'holiday or weekend day on which the office works',
    remove: "day to take out of the office's own list",
    name: 'what the day is called',
    list: "lists the office's own days",
    office: 'id of the office, when there are several',
  },
  oneAction: 'give one of --list, --add, --open or --remove',
  needsName: '--add needs --name',
  noSuchDay: (day) => `${day} is not in the office's own list`,
  conflict: 'somebody else changed the settings meanwhile; please try again',
  closed: 'closed',
  open: 'open',
  alreadyPublic: '(a public holiday already)',
  of: (office) => `Own days of ${office}`,
  none: 'none; the public calendar holds',
};
