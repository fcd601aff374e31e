/** English sentences of the joint report of all offices: the document, and the page that makes it. */
import type { report as thai } from '../../th/operators/report.ts';

export const report: typeof thai = {
  title: (round) => `Follow-up of the action plans of all offices, ${round}`,
  year: (year) => `Fiscal year ${year} B.E.`,
  sheet: 'All offices',
  activity: 'Office / activity',
  part: {
    common: 'A. By common activity (of the template plan)',
    office: 'B. By office',
    missing: 'C. What is missing',
  },
  noTemplate: 'There is no template plan of this year, so no common activities',
  nowhere: 'No office has this activity in its plan',
  standing: ({ completed, in_progress, not_started, cancelled }, offices) =>
    `${offices} offices: ${completed} completed, ${in_progress} under way, ${not_started} not started${cancelled > 0 ? `, ${cancelled} cancelled` : ''}`,
  stuckAt: (offices) => `${offices} offices report an obstacle`,
  missingAt: (names) => `No report yet: ${names}`,
  others: (count) => ` and ${count} more`,
  noPlan: 'no plan of this fiscal year yet',
  unreadable: 'cannot be read',
  open: 'the half year is not closed yet',
  closed: (version) => `closed, version ${version}`,
  published: 'published',
  figuresOnly: 'not published: figures only',
  stuck: 'the office reports an obstacle',
  late: 'reported after the end of the half year',
  unreported: (count, labels) => `${count} activities without a report: ${labels}`,
  nothingMissing: 'Nothing is missing',
  note: {
    figures:
      'Results, obstacles and suggestions stand here in words for offices whose newest version is published; for the others this report has standings and figures, and the words are in the report of each office',
    unreadable: (offices) => `What is stored of ${offices} offices cannot be read and is not in the totals`,
    offices: (all, plan, closing) =>
      `${all} offices, ${plan} of them without a plan, ${closing} with a plan whose half year is open`,
    reports: (activities, offices) => `${activities} activities without a report in ${offices} offices`,
  },
  fileName: (half, year, ending) => `${half * 6}-month report ${year} of all offices${ending}`,
  page: {
    title: 'Joint report of all offices',
    about:
      'The half year of all offices in the official form, by common activity and by office, with what is missing. Offices that published their report stand with its words, the others with standings and figures only.',
    year: 'Fiscal year (B.E.)',
    half: 'Half year',
    halves: { 1: '6 months', 2: '12 months' },
    format: 'Format',
    formats: { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' },
    make: 'Make the report',
    badYear: 'Please give the fiscal year in the Buddhist era, 2568 for one',
    waiting: 'Waiting to be made',
    reading: (done, of) => `${done} of ${of} offices read`,
    laying: (done, of) => (done > 0 ? `${done} of ${of} rows laid out` : `Making a file of ${of} rows`),
    busy: 'The report you asked for is being made. Please wait until it is done.',
    failed: 'The report could not be made. Please try again.',
    done: (megabytes, until) => `✓ Made, ${megabytes} MB. It can be downloaded until ${until}.`,
    download: 'Download',
    gone: 'The time for downloading this file is over. Please make it again.',
  },
};
