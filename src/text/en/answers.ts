/** English sentences about an answer that cannot be taken, is not clear, or was not understood. */
import { quantity } from '../format.ts';
import type * as thai from '../th/answers.ts';

export const answer: typeof thai.answer = {
  status: 'Please choose a status, or type for example: done, in progress, not started',
  percent: 'Please type a number from 0 to 100, for example 60',
  actual: (unit) => `Please type a number, for example ${quantity(87, unit)}`,
  spent: 'Please type the sum in baht, for example 28,500, or 0 if nothing was spent',
  negative: 'A sum cannot be negative. Please type the total spent, for example 28,500',
  tooMuch: 'This sum is larger than the system accepts. Please check it.',
  date: 'Please choose a date, or type for example 15 Mar 2021',
  textTooLong: (most) => `The text is too long. Please keep it within ${most} characters.`,
  wholeBudget: 'Whole budget',
  nothingSpent: 'None spent yet',
  today: 'Today',
  yesterday: 'Yesterday',
  empty: 'Please type a text, or tap “Skip”.',
  evidence: 'Please send a photo or a file, or tap “Skip”.',
  again: {
    status: 'The status is still to be told: please tap a button below.',
    percent: 'A number from 0 to 100 is still to be told. If you do not know it yet, tap “Skip”.',
    actual: (unit) =>
      `A number${unit ? ` (${unit})` : ''} is still to be told. If you do not know it yet, tap “Skip”.`,
    spent: 'The sum spent, in baht, is still to be told. If you do not know it yet, tap “Skip”.',
    date: 'The date is still to be told: tap a button below, or “Skip”.',
    evidence: 'A photo or a file is still to be sent. If there is none, tap “Skip”.',
  },
};

export const unsure: typeof thai.unsure = {
  spent: 'The sum spent is not clear. Please state it again.',
  other: 'Something is not clear yet. Please state it again.',
  'not-done': 'Is it not done yet, or given up?',
  'half-done': 'You said it is finished, and that less than 100% is done. Which is it?',
  turned: 'The card and this message do not agree on the status. Please choose.',
};

export const notUnderstood: typeof thai.notUnderstood = {
  first: (example) => `Sorry, this was not understood. To report, just type for example:\n${example}`,
  again: 'Please choose from the list below.',
  onCard: [
    (example) =>
      `Sorry, this was not understood. Please tap what you want to change, or type for example: ${example}`,
    (example) => `This could not be read. To change something, type for example: ${example}`,
  ],
  examples: {
    spent: 'spent 25,000',
    actual: (unit) => `change number to ${unit ? quantity(58, unit) : 58}`,
    percent: 'change progress to 60',
    date: 'change date to 15 Mar 2021',
    obstacle: 'change problem to waiting for material',
    status: 'change status to in progress',
  },
  example: (label, sum) => (sum === null ? `${label} done` : `${label} done, spent ${sum}`),
};
