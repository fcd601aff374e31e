/** English sentences of the operators' plans: the template, what offices changed of it, and plans brought for offices. */
import { holdsAny } from '../../../domain/plan.ts';
import type { template as thai } from '../../th/operators/template.ts';
import { planCount } from '../plan-count.ts';

export const template: typeof thai = {
  title: 'Template plan',
  stored: 'Template plans there are',
  none: 'There is no template plan yet',
  one: (title, year, activities) => `${title}, fiscal year ${year}, ${activities} activities`,
  upload: 'Send a template plan',
  uploadAbout:
    'A plan (Excel, Word, OpenDocument, CSV or JSON) that all offices share. Activities of the same code are the common ones of the joint report.',
  file: 'Choose the template’s file',
  sending: (name) => `Sending and reading ${name}`,
  saved: '✓ The template plan was stored',
  broken: 'This plan is not whole. Please mend what is listed and send it again.',
  problems: 'To be mended in this file',
  money: 'Some sums of this plan cannot be read for sure. Please fill them into the form of a plan.',
  give: (count) => `Give this plan to offices without one of its year (${count})`,
  giveChosen: (count) => `Give this plan to the chosen offices (${count})`,
  giveAsk: (count) =>
    `Give this plan to ${count} offices? Each uses it at once and may change it; where another year’s plan is in use it is stored for later. It cannot be taken back from here.`,
  giveYes: 'Yes, give it',
  cancel: 'Cancel',
  allHave: 'All offices have a plan of its year',
  giving: (done, of) => `${done} of ${of} offices`,
  given: (given, kept, others) =>
    `✓ Given to ${given + kept} offices${kept > 0 ? `; ${kept} of them work by another year’s plan, so it is stored until their administrator uses it` : ''}${others > 0 ? `; not to ${others} that have a plan of that year, or were just changed` : ''}`,
  compare: 'See what each office changed of it',
  differences: 'Differences from the template plan',
  hideCompared: 'Hide the comparison',
  compared: (others, without, same) =>
    `${others} differ · ${without} without a plan of its year · ${same} as the template`,
  others: (count) => `Otherwise than the template (${count})`,
  withouts: (count) => `No plan of its year (${count})`,
  unreadableOnes: (count) => `! Cannot be read (${count})`,
  sames: (count) => `As the template (${count})`,
  differs: (added, changed, removed) =>
    [
      holdsAny(added) && `${planCount(added)} added`,
      holdsAny(changed) && `${planCount(changed)} changed`,
      holdsAny(removed) && `${planCount(removed)} removed`,
    ]
      .filter(Boolean)
      .join(', '),
  show: 'Show them',
  hide: 'Hide them',
  ofTemplate: 'Template:',
  ofOffice: 'Office:',
  added: 'Activities the office added',
  changed: 'Activities the office changed',
  removed: 'Activities the office removed',
  own: {
    title: 'Send the plans of offices',
    about:
      'Several files at once, one an office: it is found by the name in the file or of the file. Good plans go in at once; of each broken one the reason is told.',
    files: 'Choose files of plans',
    progress: (done, of) => `${done} of ${of} files read`,
    outcome: (stored, broken) => `${stored} files went in, ${broken} are to be mended`,
    brokenTitle: 'Files to be mended',
    stored: (office, activities) => `The plan of ${office} went in, ${activities} activities`,
    kept: (office, activities) =>
      `${office}: ${activities} activities stored for later; the office works by another year’s plan until its administrator uses this one`,
    same: (office) => `The plan of ${office} is as before`,
    broken: 'This plan is not whole or cannot be read',
    unknown: (name) =>
      name
        ? `There is no office named “${name}”. Please add it first, or name the file as the office.`
        : 'The file does not name an office. Please name the file as the office.',
    refused: {
      money: (office) =>
        `Some sums cannot be read for sure. The administrator of ${office} can check and import it on the console.`,
      going: (office) =>
        `This plan takes activities out. The administrator of ${office} can confirm and import it on the console.`,
      unreadable: (office) =>
        `What is stored of ${office} cannot be read, so no plan was brought in. Please tell whoever has the server.`,
      conflict: (office) => `Somebody is changing the plan of ${office}. Please send it again.`,
    },
  },
};
