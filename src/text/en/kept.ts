/** English names of what is kept for a while and then removed: the settings page tells them, and the job of retention. */
import type { kept as thai } from '../th/kept.ts';

export const kept: typeof thai = {
  inboxDone: 'Messages received and answered',
  inboxDead: 'Messages received that failed',
  outboxSent: 'Messages sent',
  outboxReminders: 'Reminders sent',
  slots: 'Records of scheduled work',
  outboxCancelled: 'Cancelled messages',
  outboxDead: 'Messages that could not be sent',
  deliveriesSent: 'Events other systems were told of',
  deliveriesOff: 'Events no system is told of any more',
  deliveriesDead: 'Events other systems could not be told of',
  tombstones: 'Marks of messages taken back',
  audit: 'Records of administration',
  invites: 'Expired codes',
  webLinks: 'Expired links to pages',
  webSessions: 'Ended sessions of pages',
  conversations: 'Chats without a draft',
};
