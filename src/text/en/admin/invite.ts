/** English sentences of the invite command. */
import type { invite as thai } from '../../th/admin/invite.ts';

export const invite: typeof thai = {
  summary: 'Makes a code by which people register, or a LINE group is linked',
  usage: [
    'npm run invite -- --role officer --activities 1.1,2 --owner "Somsri Jaidee"',
    'npm run invite -- --role manager --qr invite.png',
    'npm run invite -- --role group',
  ],
  options: {
    role: 'officer, manager, admin, or group for a LINE group',
    owner: 'who it is for, or an owner the plan names (who then gets that owner’s activities)',
    activities: 'codes to report on, with commas between; a branch covers its leaves',
    uses: 'how often it can be used (default 1)',
    expires: 'how long it lasts, like 12h, 30d, 4w (default 30d)',
    qr: 'write the link as a QR code to this PNG file, large enough to print',
    yes: 'write over a file that exists',
    office: 'id of the office, when there are several',
  },
  bad: {
    stray: (word) => `“${word}” is not understood; put values with spaces in quotes`,
    noRole: 'say --role officer, manager, admin or group',
    role: (text) => `--role must be officer, manager, admin or group, not ${text}`,
    groupActivities: 'a group has no activities; leave --activities out',
    uses: (text, most) => `--uses must be a whole number from 1 to ${most}, not ${text}`,
    expires: (text, days) => `--expires must be like 12h, 30d or 4w, at most ${days} days, not ${text}`,
    qr: (file) => `--qr must be a .png file, not ${file}`,
    owner: '--owner must have 1 to 200 characters',
  },
  role: { officer: 'an officer', manager: 'a manager', admin: 'an administrator', group: 'a LINE group' },
  sentence: (role, code) => (role === 'group' ? `link group ${code}` : `register ${code}`),
  made: (role, office) => `made an invite for ${role} of ${office} (shown this once)`,
  code: 'code',
  link: 'link',
  type: (sentence) => `or type in the chat: ${sentence}`,
  activities: (codes) => `activities: ${codes}`,
  noActivities: 'no activities yet; give some later with npm run members -- --set-activities',
  limits: (uses, until) => `can be used ${uses} times until ${until}`,
  wroteQr: (file) => `wrote the QR code to ${file}`,
  notConnected: 'This office has no LINE account yet, so there is no link. Connect one on the console',
  noLink: (detail) =>
    `LINE could not be asked (${detail}), so there is no link; the code works all the same; see npm run doctor`,
};
