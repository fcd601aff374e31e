/** English sentences of the report and report-settings commands. */
import type { report as thai, reportSettings as thaiSettings } from '../../th/admin/report.ts';

export const report: typeof thai = {
  summary: 'Makes the 6- or 12-month report as Word, Excel, PDF, JSON or CSV',
  usage: [
    'npm run report -- --fiscal-year 2564 --half 1 --format docx --out report.docx',
    'npm run report -- --fiscal-year 2564 --half 1 --format json                 prints JSON',
    'npm run report -- --fiscal-year 2564 --half 2 --format pdf --office all --out FOLDER',
    'npm run report -- --fiscal-year 2564 --half 1 --all-offices --out all.xlsx',
  ],
  options: {
    'fiscal-year': 'fiscal year in the Buddhist era, such as 2564',
    half: '1 = 6 months (to 31 March)  2 = 12 months (to 30 September)',
    format: 'file format (without it, the ending of --out decides)',
    'as-of': 'count only what was reported until then: 2021-03-31 or 2021-03-31T16:30:00+07:00',
    version: 'frozen version N (the newest one unless given)',
    'thai-digits': 'Thai digits throughout',
    out: 'file to write, or a folder with --office all',
    yes: 'write over files that are there already (for scripts)',
    'all-offices':
      'one joint report of all offices: standings and figures, and what is missing (docx xlsx pdf json)',
    office: "an office's id, or all of them (not needed where there is only one)",
  },
  bad: {
    file: 'This command takes no file name by itself: use --out',
    needYear: '--fiscal-year is needed, such as --fiscal-year 2564',
    year: (value) =>
      `--fiscal-year must be a year of the Buddhist era with 4 digits, such as 2564, not ${value}`,
    christianYear: (value, year) =>
      `--fiscal-year must be a year of the Buddhist era (for ${value} that is probably ${year})`,
    needHalf: '--half 1 (6 months) or --half 2 (12 months) is needed',
    half: (value) => `--half must be 1 or 2, not ${value}`,
    needFormat: (known) => `--format is needed, one of: ${known}`,
    format: (value, known) => `There is no format ${value}; there are: ${known}`,
    ending: (out, format) =>
      `--out ${out} does not go with --format ${format}: give both alike, or leave --format out`,
    version: (value) => `--version must be the number of a version, 1 or more, not ${value}`,
    versionAsOf: 'Use either --version or --as-of',
    needOut: (format) => `The format ${format} needs --out FILE`,
    joint: (what) => `--all-offices does not go with ${what}`,
    needFolder: '--office all needs --out FOLDER',
  },
  noPlan: (year, known) =>
    `There is no plan of fiscal year ${year}${known ? `; there are plans of: ${known}` : ': no plan was imported yet'}`,
  noVersion: (known) =>
    known
      ? `There is no such version; frozen versions: ${known}`
      : 'This period is open: it has no frozen version yet',
  nonePlanned: (year) => `No office has a plan of fiscal year ${year}`,
  wrote: (file, office) => `Wrote ${file} (${office})`,
  figures: (activities, budget, spent) => `${activities} activities, budget ${budget}, spent ${spent}`,
  frozen: (version, at, by) => `Frozen version ${version}, closed ${at} by ${by}`,
  open: (at) => `The period is open; as of ${at}`,
  notBegun: 'This period has not begun',
  nothingReported: 'Nothing was reported for this period yet',
  wroteJoint: (file) => `Wrote the joint report ${file}`,
  joint: (offices, plan, closing, reports) =>
    `${offices} offices, ${plan} without a plan, ${closing} open, ${reports} with activities without a report`,
  skipped: (office, year) => `Left out ${office}: no plan of fiscal year ${year}`,
  skippedVersion: (office) => `Left out ${office}: no such frozen version`,
  failed: (office, why) => `The report of ${office} could not be made: ${why}`,
  fault: {
    unreadable: 'what is stored cannot be read',
    busy: 'too many reports are waiting, please try again',
    timeout: 'it took too long',
    failed: 'the program that makes the file gave up',
  },
  progress: (done, all) => `Made ${done}/${all}`,
  closedBy: 'the system',
};

export const reportSettings: typeof thaiSettings = {
  summary: "Shows or sets an office's report: heading, signatures, columns, item numbers, Thai digits",
  usage: ['npm run report-settings -- --show', 'npm run report-settings -- --set settings.json'],
  options: {
    show: 'show what is in use',
    set: 'JSON file that takes the place of what was set before (what it leaves out is the default)',
    office: "an office's id (not needed where there is only one)",
  },
  oneAction: 'Give either --show or --set FILE.json',
  notJson: (file, detail) => `${file} is no JSON: ${detail}`,
  problem: {
    unknown: (path, known) => `${path}: there is no such setting; there are ${known}`,
    'bad-value': (path, detail) => `${path}: ${detail}`,
    'not-an-object': () => 'The file must be JSON like {"thaiDigits": true, …}',
  },
  stored: (office) => `Set the report of ${office}`,
  conflict: 'Somebody changed the settings at the same time: please try again',
  own: 'set',
  standard: 'default',
};
