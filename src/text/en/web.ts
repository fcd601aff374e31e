/** English sentences of the pages: sign-in, refusals, what all pages share. */
import { web as thai } from '../th/web.ts';

export const web: typeof thai = {
  brand: 'Kuebna',
  nav: { dashboard: 'Dashboard' },
  skip: 'Skip to content',
  signOut: 'Sign out',
  signedOut: 'You are signed out. You can close this page.',
  loading: 'Loading',
  retry: 'Try again',
  newVersion: 'The system was updated. Please reload this page.',
  reload: 'Reload',
  offline: 'The system cannot be reached. Check your connection and try again.',
  open: {
    ready: 'This link is yours alone. Press the button to go on.',
    button: 'Continue',
    unknown: 'There is no such link. Type “dashboard” in LINE for a new one.',
    expired: 'This link has expired. Type “dashboard” in LINE for a new one.',
    used: 'This link was used already. Type “dashboard” in LINE for a new one.',
  },
  refused: {
    signedOut: 'You are not signed in, or your time is over. Type “dashboard” in LINE for a new link.',
    forbidden: 'This page is not open to you. Please ask the administrator of your office.',
    foreign: 'This request did not come from our own page. Please reload the page and try again.',
    unknown: 'What you asked for was not found.',
    noPlan: 'Your office has no plan yet. Please ask the administrator to import it.',
    tooLarge: (megabytes) => `The file is larger than ${megabytes} MB. Please choose a smaller one.`,
  },
};
