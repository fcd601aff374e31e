/** English sentences that all administrators' commands share. */
import type { command as thai } from '../../th/admin/command.ts';

export const command: typeof thai = {
  usage: 'Usage',
  options: 'Options',
  help: 'show this help',
  json: 'print the result as one JSON value, for scripts',
  english: 'speak English',
  seeHelp: (name) => `help: npm run ${name} -- --help`,
  unknownOption: (option) => `unknown option ${option}`,
  needsValue: (option) => `option ${option} needs a value`,
  badDay: (flag, typed) => `--${flag} must be a day in A.D. like 2021-05-31, not ${typed}`,
  badMoment: (flag, typed) =>
    `--${flag} must be a day or a time in A.D. like 2021-03-31 or 2021-03-31T16:30 (Bangkok time), not ${typed}`,
  buddhistYear: (flag, typed, meant) =>
    `--${flag} takes a year in A.D., and ${typed} is in the Buddhist era; type --${flag} ${meant}`,
  takesNoValue: (option) => `option ${option} takes no value`,
  databaseUnreachable: (detail) => `cannot reach the database: ${detail}`,
  databaseUriUnreachable: (detail) =>
    `cannot reach the database of MONGODB_URI (${detail}); check that MongoDB is running, ` +
    'and that host, port, user and password in MONGODB_URI are right',
  databaseStandalone:
    'The database of MONGODB_URI must be a replica set or a sharded cluster (transactions are needed)',
  databaseHalfRestored:
    'A restore of this database broke off: run npm run restore with the same backup once more, then start the bot',
  databaseNewer:
    'A later version of the bot has written this database: use that version, or restore a backup made before the update',
  databaseNone: 'There is no database yet',
  databaseSlow:
    'Opening the database … (where it was never opened on this machine, MongoDB itself, 60-100 MB, is fetched first, which may take some minutes)',
  unreadable: (name) =>
    `${name}: what is stored of this office cannot be read, so it is left out (npm run doctor says what)`,
  unexpected: (detail) => `an unexpected error: ${detail}`,
  yesNo: '(type yes or no)',
  yesWords: ['y', 'yes', 'ใช่', 'ตกลง', 'ยืนยัน'],
  fileMissing: (file) => `there is no file ${file}`,
  fileUnreadable: (file, detail) => `cannot read ${file}: ${detail}`,
  fileExists: (file) => `${file} exists already; add --yes to write over it`,
  fileUnwritable: (file, detail) => `cannot write ${file}: ${detail}`,
  folderMissing: (folder) => `there is no folder ${folder}; make it first`,
  fileTrouble: {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'this place can only be read',
    EISDIR: 'it is a folder, not a file',
    ENOTDIR: 'a file stands where a folder should be',
    EEXIST: 'a file stands where a folder should be',
    ENOSPC: 'the disk is full',
    EBUSY: 'another program has it open',
    ENAMETOOLONG: 'the name is too long',
  },
  jsonPlace: (line, column) => `line ${line}, character ${column}`,
};
