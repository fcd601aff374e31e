/** English sentences of the command that makes a link to the console. */
import type { consoleLink as thai } from '../../th/admin/console-link.ts';

export const consoleLink: typeof thai = {
  summary: 'Makes a link to the console for whoever has the server; opens once, within an hour',
  usage: ['npm run console-link', 'npm run console-link -- --office ID'],
  options: { office: 'Id of the office, where there are several' },
  stray: (word) => `“${word}” is not understood: this command takes --office alone`,
  made: (url) => `Open in a browser: ${url}`,
  limits: (until) => `Opens once, until ${until}. Do not pass it on.`,
};
