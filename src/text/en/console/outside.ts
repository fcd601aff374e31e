/** English sentences of the console's settings for other systems: webhooks and the API. */
import type { outside as thai } from '../../th/console/outside.ts';

const REASONS: Record<string, string> = {
  'too-late': 'no answer in time',
  'no-answer': 'no answer',
  econnrefused: 'the receiver is closed',
  econnreset: 'the receiver broke off',
  enotfound: 'there is no such address',
  'address-inside': 'the address lies inside a local network',
};

export const outside: typeof thai = {
  about:
    'Other systems of the office, such as a central dashboard, can be told at once when a report is saved or taken back, a half year closed or a report published, and can read the plan by the API. Developers find all of it in docs/api.md.',
  namesOff: 'Other systems get the position of who reported, not the name',
  namesOn: 'Other systems get the name and the position of who reported',
  giveNames: 'Send names too',
  giveNamesSure:
    'Names of those who report will reach the systems connected here. Please make sure that the people know, and that those systems can erase them on request.',
  giveNamesDo: 'Yes, send names',
  holdNames: 'Send no names',
  cancel: 'Cancel',
  hooks: 'Webhooks',
  hooksAbout:
    'JSON, signed after the Standard Webhooks specification, is sent to this address. Where it is not taken it is sent again for about a day.',
  url: 'Address (https://)',
  add: 'Add a webhook',
  none: 'No webhook yet',
  secret: 'Shown this once: please copy it to the other system now.',
  secretKept: 'Copied',
  overlap: (until) => `The old secret signs beside the new one until ${until}`,
  isGone: 'The receiver wants no more (410), so nothing is sent',
  switchOn: 'Switch on again',
  switchedOn: '✓ Switched on',
  rotate: 'New secret',
  rotateAsk:
    'Change the secret? The other system needs the new one; for a while the old one holds beside it.',
  rotateYes: 'Yes, change it',
  test: 'Send a test',
  tested: 'A test was sent; see the last outcomes',
  remove: 'Remove',
  removeAsk: 'Remove this webhook with what still waits?',
  removeYes: 'Yes, remove it',
  removed: '✓ Removed',
  saved: '✓ Saved',
  outcomes: 'Last outcomes',
  noOutcomes: 'Nothing was sent yet',
  outcome: {
    sent: 'taken',
    open: 'under way, or to be tried again',
    dead: 'gave up',
    cancelled: 'not sent any more',
  },
  outcomeLine: (what, how, tries, detail) =>
    `${what} · ${how} · ${tries} tries${detail ? ` · ${detail}` : ''}`,
  reason: (code) =>
    code.startsWith('http-') ? `the receiver answered ${code.slice(5)}` : (REASONS[code] ?? code),
  nextTry: (at) => `again ${at}`,
  event: {
    'update.saved': 'report saved',
    'update.taken_back': 'report taken back',
    'update.texts_removed': 'words removed',
    'period.closed': 'half year closed',
    'report.published': 'report published',
    'report.withdrawn': 'report withdrawn',
    test: 'test',
  },
  fault: {
    form: 'This is no address. Type one such as https://example.go.th/hook, without a password and #.',
    https: 'The address must begin with https://, so that nobody reads along.',
    inside:
      'This address lies inside a local network, so nothing is sent there. Where it is meant, whoever runs the server sets WEBHOOK_INTERNAL_HOSTS.',
  },
  tokens: 'Tokens for the API',
  tokensAbout:
    'Whoever has a token can read the plan, its progress and the reports of this office, and change nothing. Please make one for each system.',
  tokenName: 'Which system it is for',
  makeToken: 'Make a token',
  madeOn: (at) => `made ${at}`,
  usedOn: (at) => `last used ${at}`,
  neverUsed: 'never used',
  revoke: 'Revoke',
  revokeAsk: 'Revoke this token? The system that uses it can read nothing from now on.',
  revokeYes: 'Yes, revoke it',
  keepToken: 'Keep it',
  noTokens: 'No token yet',
  revoked: '✓ Revoked',
  tooMany: (most) => `There can be ${most} at most. Please remove one first.`,
  known: 'This address is there already',
};
