/** English sentences of the console's first page, and its menu. */
import type { home as thai } from '../../th/console/home.ts';

export const home: typeof thai = {
  title: 'Console',
  view: {
    home: 'Overview',
    connection: 'LINE',
    plan: 'Plan',
    people: 'People',
    settings: 'Settings',
    operation: 'Operation',
  },
  menu: 'Console menu',
  state: { ok: 'Done', todo: 'To do' },
  step: { office: 'Office', plan: 'Plan', admins: 'Administrators', people: 'People' },
  noOffice: 'There is no office yet. Begin on the page “LINE”.',
  plan: (title, year, activities) => `${title}, fiscal year ${year} (${activities} activities)`,
  noPlan: 'There is no plan yet',
  admins: (count) => `${count}. They type “console” in LINE to open this page`,
  noAdmin: 'There is no administrator yet',
  people: (officers, managers) => `${officers} officers, ${managers} managers`,
  noPeople: 'There are no officers and managers yet',
};
