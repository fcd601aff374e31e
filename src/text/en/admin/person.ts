/** English sentences of export-person and erase-person (PDPA). */
import type { person as thai } from '../../th/admin/person.ts';

export const person: typeof thai = {
  anonymous: 'Reporter (data erased)',
  export: {
    summary: 'Gathers all data of one person as JSON, as the law lets people ask (PDPA)',
    usage: [
      'npm run export-person -- ID                       print them',
      'npm run export-person -- ID --out data.json       write them to a file',
    ],
    options: { out: 'file to write (readable by you alone)', yes: 'write over a file that exists' },
    wrote: (name, file) => `wrote the data of ${name} to ${file}`,
  },
  erase: {
    summary:
      'Erases the data of one person (PDPA); official figures and results stay without a reporter’s name',
    usage: [
      'npm run erase-person -- ID            erase (member id or LINE user id)',
      'npm run erase-person -- --reapply     erase again by the ledger, after restoring a backup',
    ],
    options: {
      reapply: 'erase everybody in the ledger again',
      ledger: 'file of the ledger (default erasures.jsonl in DATA_DIR); it holds no names and no LINE ids',
      yes: 'do not ask (for scripts)',
    },
    ask: (name, updates) =>
      `Erase all data of ${name} for ever? ${updates} reports will no longer name their reporter`,
    needsYes: 'erasing cannot be undone: run it in a terminal, or add --yes',
    declined: 'cancelled; nothing was erased',
    done: (rows) => `erased (${rows} rows)`,
    keep: (file) =>
      `ledger of erasures: ${file}; keep it apart from backups and run --reapply after every restore`,
    mentions: (codes) =>
      `reports or the plan still mention this name in activities ${codes}; that is official content, please see to it`,
    reapplied: (people, found) =>
      `${people} people in the ledger; data of ${found} had come back and were erased again`,
    ledgerUnwritable: (file, detail) =>
      `cannot write the ledger ${file} (${detail}), so nothing was erased; name another file with --ledger`,
    ledgerBroken: (file, line) =>
      `line ${line} of the ledger ${file} cannot be read, so nothing was changed; name a whole copy of it with --ledger and try again`,
    ledgerMissing: (file) =>
      `there is no ledger ${file}, so nothing was changed; look at its name, or leave --ledger out for the one in DATA_DIR`,
    conflict: 'something changed in between; nothing was erased, please run it again',
  },
  needsId: 'name one person by member id or LINE user id; npm run members -- --all shows them',
  reapplyAlone: '--reapply takes no id',
  unknown: (id) => `nothing is known of ${id}`,
};
