/** English sentences of small talk, and of what people ask that is no report: who can help, and how a due day is moved. */
import type * as thai from '../th/talk.ts';

export const talk: typeof thai.talk = {
  greeting: ['Hello. Is there any progress to report?', 'Hello. Type what to report, or what to see.'],
  thanks: ['You are welcome.', 'Glad to help. Write whenever there is something.'],
  acknowledged: ['Noted.', 'You are welcome.'],
  later: ['Of course. Write whenever you are ready.', 'Noted. Write when you are ready.'],
  goodbye: ['Goodbye.', 'Thank you. Goodbye.'],
  complaint: [
    'Sorry for the trouble. Choose from the buttons below, or type “contact the administrator”.',
    'Sorry. If you need help, type “contact the administrator”.',
  ],
  admins: (names) => `Administrators of this office: ${names}`,
  noAdmins: 'No administrator is listed yet. Please ask a manager of your office.',
  extension: 'A report does not move a due day. For more time, please ask a manager or your administrator.',
};
