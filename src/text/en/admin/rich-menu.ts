/** English words of the menus under the chat, and of the command that installs them. */
import type { MenuTile, richMenu as thai } from '../../th/admin/rich-menu.ts';

const help: MenuTile = { icon: 'help', label: 'Help', hint: 'How to use', says: 'help' };
const figures: MenuTile[] = [
  { icon: 'summary', label: 'Summary', hint: 'The whole plan', says: 'summary' },
  { icon: 'overdue', label: 'Overdue', hint: 'Past due', says: 'overdue' },
  { icon: 'missing', label: 'Missing', hint: 'Not reported yet', says: 'missing' },
  { icon: 'budget', label: 'Budget', hint: 'Spent and left', says: 'budget' },
];
const halfYear: MenuTile = {
  icon: 'file',
  label: '6 months',
  hint: 'Half-year report',
  says: 'รายงาน 6 เดือน',
};
const mine: MenuTile = { icon: 'list', label: 'My work', hint: 'Your activities', says: 'my work' };

export const richMenu: typeof thai = {
  bar: 'Menu',
  menus: {
    stranger: [
      { icon: 'register', label: 'Register', hint: 'With your office’s code', says: 'register' },
      { icon: 'help', label: 'Help', hint: 'What this bot does', says: 'help' },
    ],
    officer: [
      { icon: 'report', label: 'Report', hint: 'Your progress', says: 'report' },
      mine,
      { icon: 'history', label: 'History', hint: 'What you told', says: 'history' },
      { icon: 'bell', label: 'Tomorrow', hint: 'Remind me then', says: 'เตือนพรุ่งนี้' },
      { icon: 'undo', label: 'Undo last', hint: 'Back to before', says: 'undo last report' },
      help,
    ],
    manager: [
      ...figures,
      halfYear,
      { icon: 'file', label: '12 months', hint: 'Annual report', says: 'รายงาน 12 เดือน' },
      mine,
      help,
    ],
    admin: [
      ...figures,
      halfYear,
      { icon: 'lock', label: 'Close period', hint: 'Half year', says: 'ปิดงวด' },
      mine,
      help,
    ],
  },
  summary: 'Draws, checks and installs the menu under the chat for each role',
  usage: [
    'npm run rich-menu                              install, or bring up to this version',
    'npm run rich-menu -- --dry-run --out FOLDER    draw the pictures, installing nothing',
    'npm run rich-menu -- --remove                  take all menus of this bot away',
  ],
  options: {
    'dry-run': 'draw and check only; LINE is not asked',
    out: 'folder to write the menus’ PNG and JSON to',
    remove: 'take away all menus this program installed',
    yes: 'write over files that exist',
  },
  bad: {
    stray: (word) => `“${word}” is not understood; this command takes no file`,
    removeAlone: '--remove does not go with --dry-run or --out',
    outFolder: (folder, detail) => `cannot use the folder ${folder}: ${detail}`,
  },
  role: { stranger: 'strangers', officer: 'officers', manager: 'managers', admin: 'administrators' },
  drawn: (role, kilobytes, file) =>
    `drew the menu of ${role}, ${kilobytes} KB${file === null ? '' : ` → ${file}`}`,
  created: (role) => `✓ installed the menu of ${role}`,
  kept: (role) => `✓ the menu of ${role} is up to date`,
  deleted: (count) => `✓ took ${count} old menus away`,
  linked: (count) => `✓ gave ${count} members their menu`,
  removed: (count) => `took ${count} menus away`,
  invalid: (role, detail) => `LINE would refuse the menu of ${role}: ${detail}`,
  lineFailed: (detail) => `LINE refused: ${detail}; run it again, what is done is not done twice`,
  noLine:
    'LINE is not set up (LINE_CHANNEL_SECRET and a token), so nothing can be installed; --dry-run --out FOLDER shows the pictures; the simulator installs the menus itself when it starts',
};
