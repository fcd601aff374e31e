/** English sentences of the console's operation page. */
import type { operation as thai } from '../../th/console/operation.ts';

export const operation: typeof thai = {
  dead: (count) => (count > 0 ? `${count} items gave up` : 'Nothing gave up'),
  event: 'Message received',
  tries: (count) => `${count} tries`,
  replay: 'Try again',
  drop: 'Drop',
  replayed: '✓ It is tried again',
  dropped: '✓ Dropped',
  held: (count) =>
    count > 0
      ? `${count} messages wait for lack of quota and go with the person’s next answer`
      : 'Nothing waits for lack of quota',
  heldOf: (name, purpose, count) => `${name || 'Group'} · ${purpose} · ${count}`,
  purpose: {
    answer: 'Answer',
    reminder: 'Reminder',
    'monthly-summary': 'Monthly summary',
    broadcast: 'Announcement',
    nudge: 'Nudge',
  },
  other: 'Message',
  audit: 'Records of administration',
  when: 'When',
  who: 'By',
  what: 'What',
  by: { command: 'Command on the server', 'set-up': 'Set-up', erased: 'Somebody who was erased' },
  act: {
    register: 'Registered',
    invite: 'Made a code',
    'take-back-invite': 'Took a code back',
    revoke: 'Took somebody out',
    'hand-over': 'Handed activities over',
    'set-activities': 'Set activities',
    'change-member': 'Changed a person',
    'import-plan': 'Imported a plan',
    'use-plan': 'Changed the plan in force',
    'report-settings': 'Set up the report',
    'reminder-settings': 'Set up reminders',
    'assistant-settings': 'Switch the AI that helps to read',
    'change-days': 'Changed the office’s days',
    'console-link': 'Made a link to the console',
    'export-person': 'Exported a person’s data',
    'erase-person': 'Erased a person',
    'close-period': 'Closed a half year',
    'replay-inbox': 'Tried a received message again',
    'replay-outbox': 'Sent a message again',
    'drop-inbox': 'Dropped a received message',
    'drop-outbox': 'Dropped a message',
    'rich-menu': 'Installed menus',
  },
  person: 'A person’s data',
  personAbout:
    'People may ask for their data. The file holds all the office keeps about them: give it to them alone.',
  personErase:
    'Erasing is done on the server with npm run erase-person, which keeps its ledger outside the database.',
  choose: 'Choose a person',
  export: 'Download the data (JSON)',
  exported: '✓ Exported. Find the file among your downloads.',
  fileName: 'person.json',
  refused: {
    'too-old': 'Older than 24 hours, so it cannot be tried again. Drop it and ask the sender to write anew.',
    empty: 'There is nothing left to try again. Please drop it.',
    changed: 'This has changed meanwhile. Please reload this page.',
  },
  note: {
    'new-key': 'The person may get this message twice',
    'became-push': 'This message counts against the quota',
    'rides-along': 'This message goes with the next answer',
  },
};
