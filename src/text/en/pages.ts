/** English words of the cards that lead from chat to the pages. */
import type { pages as thai } from '../th/pages.ts';

export const pages: typeof thai = {
  form: {
    title: 'Report on the web',
    question: 'All fields on one page, with several photos. What you began in chat is there.',
    open: 'Open the form',
  },
  dashboard: {
    title: 'Dashboard',
    question: 'The year at a glance: progress, money, obstacles and evidence on one page.',
    open: 'Open dashboard',
  },
  console: {
    title: 'Console',
    question: 'Import the plan, look after people and invitations, and set up your office.',
    open: 'Open the console',
  },
  ownData: {
    title: 'Your office’s data',
    question: 'Your office is suspended. All its data can still be downloaded.',
    open: 'Go and download',
    how: 'Type “console” to download all data of your office.',
  },
  once: (minutes) =>
    `This link is yours alone. It opens once, within ${minutes} minutes. Please do not forward it.`,
};
