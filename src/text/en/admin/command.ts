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
  takesNoValue: (option) => `option ${option} takes no value`,
  databaseUnreachable: (detail) => `cannot reach the database: ${detail}`,
  databaseStandalone: 'MongoDB must be a replica set or a sharded cluster (transactions are needed)',
  databaseSlow:
    'Opening the database. The first time, MongoDB itself (60-100 MB) is fetched, which may take some minutes …',
  unexpected: (detail) => `an unexpected error: ${detail}`,
  yesNo: '(type yes or no)',
  yesWords: ['y', 'yes', 'ใช่', 'ตกลง', 'ยืนยัน'],
  fileMissing: (file) => `there is no file ${file}`,
  fileUnreadable: (file, detail) => `cannot read ${file}: ${detail}`,
  fileExists: (file) => `${file} exists already; add --yes to write over it`,
  fileUnwritable: (file, detail) => `cannot write ${file}: ${detail}`,
};
