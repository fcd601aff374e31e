/** English sentences about the official report and the closing of its period, in chat and on its card. */
import type { official as thai } from '../th/official.ts';

export const official: typeof thai = {
  round: (half, year) => `${half * 6}-month report, fiscal year ${year - 543}`,
  draft: 'Draft',
  version: (number) => `Version ${number}`,
  headline: (done, total) => `${done} of ${total} activities finished`,
  asOf: (at) => `As of ${at}`,
  closed: (at, by) => `Closed ${at} by ${by}`,
  system: 'the system',
  unreported: 'Never reported',
  late: 'Reported late',
  notBegun: 'This period has not begun',
  news: (count, command) =>
    `${count === 1 ? '1 thing has' : `${count} things have`} changed since it was closed. Type “${command}” for a new version.`,
  links: (until) => `The links work until ${until} and are yours alone: please do not pass them on`,
  format: { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' },
  unmade: (formats) => `${formats} could not be made yet. Please type the command again in a moment.`,
  fileName: (half, year, office, ending) => `${half * 6}-month report ${year - 543} ${office}${ending}`,
  alt: (half, done, total) => `${half * 6}-month report: ${done}/${total} finished`,
  onlyHalves: 'There are 6-month and 12-month periods only. Please choose one.',
  command: (half) => `report ${half * 6} months`,
  closeCommand: (half) => `close period ${half * 6} months`,
  close: {
    title: (half) => `Close the ${half * 6}-month period`,
    question: (half, year, version) =>
      version === 1
        ? `Close the ${half * 6}-month period of fiscal year ${year - 543}?`
        : `Make version ${version} of the ${half * 6}-month report of fiscal year ${year - 543}?`,
    confirm: 'Close the period',
    figures: 'What will be kept',
    figuresAre: (done, total, spent, budget) => `${done} of ${total} finished, spent ${spent} of ${budget}`,
    missing: {
      unreported: (count) => `Never reported: ${count}`,
      withoutFigure: (count) => `No figure of the indicator: ${count}`,
      withoutResult: (count) => `No result stated: ${count}`,
      overBudget: (count) => `Over budget: ${count}`,
      withoutEvidence: (count) => `No evidence: ${count}`,
    },
    listed: (labels, more) => `${labels.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    complete: 'Completeness',
    completeIs: 'Nothing is missing',
    differences: (before, count) => `Changed since version ${before}: ${count}`,
    early: (end) => `The period still runs (to ${end}). What is reported after closing counts as late.`,
    incomplete: 'Some things are missing. What is reported after closing counts as late.',
    final:
      'After closing, reports of this period can no longer be undone; later ones go into the next version.',
    done: (half, version) => `The ${half * 6}-month period is closed: version ${version}`,
    already: (half, version, by, at) =>
      `The ${half * 6}-month period was closed already: version ${version}, by ${by}, ${at}`,
    nothingNew: 'Nothing has changed since',
    notBegun: (half) => `The ${half * 6}-month period has not begun, so it cannot be closed`,
    due: (half, year, end) =>
      `The ${half * 6}-month period of fiscal year ${year - 543} ended on ${end} and is still open. Type “close period” when it is ready.`,
    closedItself: (half, year) =>
      `The ${half * 6}-month period of fiscal year ${year - 543} was closed as set. Type “report ${half * 6} months” to see the report.`,
  },
  change: {
    added: (label) => `${label} added`,
    removed: (label) => `${label} removed`,
    changed: (label, fields, late) => `${label} ${fields}${late ? ' (late)' : ''}`,
    name: 'name',
    budget: 'budget',
    evidence: 'evidence',
  },
};
