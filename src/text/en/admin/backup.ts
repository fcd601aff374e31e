/** English sentences of backup, restore and move-database. */
import type {
  backup as thai,
  moveDatabase as thaiMove,
  restore as thaiRestore,
} from '../../th/admin/backup.ts';

const inUse = (pid: number | null): string =>
  `The bot${pid === null ? '' : ` (process ${pid})`} is using this database: stop it, then try again`;
const unseen =
  'This database account may not see whether a bot is connected: stop it on every machine, then try again with --bot-stopped';
const botStopped = 'The bot is stopped, where the database account cannot see that for itself';
const documents = (count: number): string => `${count.toLocaleString('en')} documents`;

export const backup: typeof thai = {
  summary: 'Writes everything (plans, reports, evidence, members) into one file, also while the bot runs',
  usage: [
    'npm run backup',
    'npm run backup -- --out NAME.backup',
    'npm run backup -- --office ID --out OFFICE.backup',
  ],
  options: {
    out: 'The file to write (kuebna-DATE-TIME.backup unless given), readable by whoever gave the command',
    office:
      'This office alone, for an installation of its own by npm run restore (without its LINE account and links)',
    yes: 'Write over a file that is there',
  },
  stray: (word) => `“${word}” is not understood: --out names the file to write`,
  done: (file, count, size) => `Backed up: ${file} (${documents(count)}, ${size})`,
  keep: (key, ledger) =>
    `Keep it on another machine with the key that seals what it holds (${key}), and the ledger of erasures (${ledger}, if there is one) apart from it`,
  broken: 'What was written cannot be read back: this backup is of no use. Look at the disk, then try again',
};

export const restore: typeof thaiRestore = {
  summary: 'Brings everything back from a backup and erases again who was erased; stop the bot first',
  usage: ['npm run restore -- NAME.backup', 'npm run restore -- NAME.backup --replace'],
  options: {
    replace: 'Replace all that the database holds',
    ledger: 'The newest ledger of erasures (erasures.jsonl in DATA_DIR unless given)',
    'bot-stopped': botStopped,
    yes: 'Do not ask (for scripts)',
  },
  needsFile: 'Name one backup file',
  fault: {
    'no-backup': (file) => `${file} was not written by npm run backup`,
    newer: (file) => `${file} is of a later version of the bot: update it first`,
    broken: (file) => `${file} is damaged or not whole. Nothing was changed; use another backup`,
  },
  inUse,
  unseen,
  notEmpty: 'This database holds data. Nothing was changed; add --replace to replace all of it',
  ask: (count, at) => `Restore ${documents(count)} as of ${at}? What came after is lost.`,
  needsYes: 'Give the command where it can ask, or add --yes',
  declined: 'Cancelled, nothing was changed',
  done: (count, at) => `Restored ${documents(count)} as of ${at}. The bot can be started`,
  brokeOff: 'The restore broke off. The bot does not start until it is done again',
};

export const moveDatabase: typeof thaiMove = {
  summary:
    'Copies everything to another database, from the built-in one to a replica set or back; stop the bot first, the old one stays',
  usage: [
    'npm run move-database -- --to mongodb://…/kuebna?replicaSet=…',
    'npm run move-database -- --to embedded     back into the built-in database (DATA_DIR)',
  ],
  options: { to: 'The database to move to; it must be empty', 'bot-stopped': botStopped },
  needsTo: 'Say where to with --to',
  badTo: '--to takes mongodb://…, mongodb+srv://… or embedded',
  same: 'That is the database the data is in',
  targetUnusable: (detail) => `The other database cannot be used: ${detail}`,
  unreachable: (detail) => `it does not answer (${detail}); look at the address of --to`,
  standalone: 'it must be a replica set or a sharded cluster (transactions are needed)',
  targetNotEmpty: 'The other database holds data; nothing was moved',
  differs:
    'What arrived is not what was sent: stop the bot everywhere and try again. The old data is untouched',
  done: (count) => `Moved ${documents(count)}, and compared every one`,
  next: (setting) => `Put MONGODB_URI=${setting} into .env and start the bot. The old data stays where it is`,
};
