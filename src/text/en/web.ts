/** English sentences of the pages: sign-in, refusals, what all pages share. */
import { web as thai } from '../th/web.ts';

export const web: typeof thai = {
  brand: 'Kuebna',
  nav: { form: 'Report', dashboard: 'Dashboard', console: 'Console', offices: 'All offices' },
  skip: 'Skip to content',
  signOut: 'Sign out',
  setUpPerson: 'Set-up',
  handedPerson: 'The office’s administrator',
  signedOut: 'You are signed out. You can close this page.',
  loading: 'Loading',
  retry: 'Try again',
  newVersion: 'The system was updated. Please reload this page.',
  reload: 'Reload',
  unsaved: {
    ask: 'What is on this page is not saved. It is lost if you leave now.',
    stay: 'Stay on this page',
    leave: 'Leave without saving',
  },
  nowhere: {
    bare: (brand) => `This is ${brand}, for staff of public offices.`,
    unknown: 'There is no such page. Please check the address.',
  },
  offline: 'The system cannot be reached. Check your connection and try again.',
  open: {
    ready: 'This link is yours alone. Press the button to go on.',
    button: 'Continue',
    instead: (here, there) =>
      `This link is ${there}’s, but this browser is signed in as ${here}. Continuing as ${there} signs ${here} out of this browser.`,
    as: (name) => `Continue as ${name}`,
    stay: (name) => `Go on as ${name}`,
    unknown: 'There is no such link.',
    expired: 'This link has expired.',
    used: 'This link was used already.',
    administered: 'This office has an administrator by now, so this link opens nothing any more.',
    locked: 'A wrong code was typed too often, so this link opens nothing any more.',
    code: {
      ready: (name) =>
        `This link is for ${name} alone. Type the 6-digit code that the operator told you directly, then press the button.`,
      label: '6-digit code',
      wrong:
        'The code is wrong. If somebody else passed this link on to you without a code, it is not yours.',
    },
    askChat: 'Type “form”, “dashboard” or “console” in LINE for a new one.',
    askTerminal: 'Run npm run console-link on the server for a new one.',
    askOperators:
      'Please ask the operator of all offices for a new link. If it was not you who opened it, tell them at once.',
  },
  taking: {
    busy: 'A file of this office is being made; please wait until it is there',
    unknown: 'There is no such office',
    gone: 'The time to fetch this file is over; please have it made again',
    waiting: 'Waiting to be made',
    reading: (done) => `Making the file: ${done} records read`,
    failed: 'The file could not be made; please try again',
    done: (megabytes, until) => `✓ The file is there, ${megabytes} MB, to be fetched until ${until}`,
    make: 'Make a file of all data of the office',
    download: 'Fetch the file',
  },
  refused: {
    signedOut:
      'You are not signed in, or your time is over. Type “form”, “dashboard” or “console” in LINE for a new link.',
    operatorOut:
      'You are not signed in, or your time is over. Please ask whoever has the server for a new link (npm run operator-link).',
    forbidden: 'This page is not open to you. Please ask the administrator of your office.',
    suspended: 'This office is suspended. All its data are kept. Please ask the operator of all offices.',
    foreign: 'This request did not come from our own page. Please reload the page and try again.',
    otherSession: (name) =>
      `This browser is signed in as ${name} now, so this page sends nothing. Please ask for a new link of yours in LINE. What you typed is still here.`,
    away: 'The system is not available for the moment. What you typed is still on this page. Please wait a little and try again.',
    unknown: 'What you asked for was not found.',
    noOffice: 'There is no office yet. Please import a plan first.',
    conflict:
      'Somebody else saved this before you, so yours was not saved. Look at what stands now and save again.',
    badForm: 'What was sent is incomplete or wrong. Please reload this page and try again.',
    noPlan: 'Your office has no plan yet. Please ask the administrator to import it.',
    tooLarge: (megabytes) => `The file is larger than ${megabytes} MB. Please choose a smaller one.`,
  },
};
