/** English sentences of the console's list of checks. */
import type { checks as thai } from '../../th/console/checks.ts';

export const checks: typeof thai = {
  title: 'Is the system ready',
  ready: '✓ Ready',
  notReady: (count) => `Not ready, ${count} to do`,
  others: (count) => `The others (${count})`,
  looking: 'Looking',
  again: 'Look again',
  state: { ok: '✓ Done', bad: '! To mend', skipped: '– Not looked at' },
  cure: {
    connection: 'Go to LINE',
    plan: 'Go to the plan',
    people: 'Go to people',
    operation: 'Go to operation',
  },
  name: {
    url: 'Address of this system',
    line: 'LINE account',
    webhook: 'Address for messages',
    'webhook-test': 'LINE reaches the system',
    quota: 'Quota of this month',
    menu: 'Menus under the chat',
    plan: 'Plan',
    member: 'People',
    database: 'Database',
    indexes: 'Indexes',
  },
  found: {
    'channel-none': () => 'not connected yet',
    'menu-ok': () => 'installed',
    'menu-none': () => 'not installed yet',
    'plan-ok': (title) => title,
    'plan-none': () => 'there is no plan yet',
    'member-ok': () => 'somebody has registered',
    'member-none': () => 'nobody has registered yet',
    'line-refused': (detail) => `LINE does not take the token (${detail})`,
  },
  fix: {
    'channel-none': () => 'Paste channel secret and access token on the LINE page',
    'line-refused': () => 'Issue a new token in the LINE Developers Console and paste it on the LINE page',
    'url-not-https': () => 'Save the https address on the LINE page',
    'url-silent': (url) =>
      `Let whoever runs the server check that ${url} opens from the internet and leads here`,
    'webhook-unset': () => 'Press the button to set the address at LINE',
    'webhook-other': () => 'Press the button so that LINE sends here',
    'webhook-off': () => 'Switch Use webhook on in the LINE Developers Console, Messaging API tab',
    'test-failed': () =>
      'Check that the address opens from the internet with a valid certificate, then test again',
    'menu-none': () => 'Press the button to install them',
    'plan-none': () => 'Bring the plan in from a Word or Excel file',
    'member-none': () => 'Invite all owners with the sheet of QR codes',
    'queues-dead': () => 'See and repeat them on the operation page',
    'queues-still': () => 'Let whoever runs the server start the program again',
  },
};
