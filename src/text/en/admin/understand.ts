/** English sentences of the understand command. */
import type { understand as thai } from '../../th/admin/understand.ts';

export const understand: typeof thai = {
  summary: 'Shows what the bot makes of a text; needs no database and stores nothing',
  usage: [
    'npm run understand -- "1.2 1) done, budget 28,500"              one text',
    'npm run understand < messages.jsonl                             one {"id","text"} a line',
    'npm run understand -- --plan plan.json --today 2021-03-15 "…"   another plan and day',
    'npm run understand -- --score messages.jsonl --plan plan.json --today 2027-03-15   score annotated messages',
  ],
  options: {
    plan: 'plan file, .json (default: the sample plan)',
    today: 'the office\'s day that "yesterday" and "end of the month" are counted from (default: today)',
    explain:
      'print the words behind each field and which part of the bot takes the text; with --score, what was not read right',
    'assistant-prompt':
      "print to the letter what would be sent to the assistant, and whether it would be asked (sends nothing; without a database no member's name is known)",
    score: 'score a file of annotated messages, one {"id","text","expect"} a line',
  },
  oneText: 'Give one text at a time, in quotes',
  noInput: 'Nothing to read: give a text after the command, or JSON lines on standard input',
  badLine: (line) => `Line ${line} is not JSON of the form {"id": …, "text": "…"}`,
  badAnnotation: (line) => `Line ${line} is not an annotated message {"id", "text", "expect"}`,
  badPlan: (file, count) => `The plan in ${file} cannot be used, ${count} problem(s) found`,
};
