/** English sentences of the command that makes a link for an operator of all offices. */
import type { operatorLink as thai } from '../../th/admin/operator-link.ts';

export const operatorLink: typeof thai = {
  summary: 'Makes a link by which an operator looks after all offices; opens once, within an hour',
  usage: [
    'npm run operator-link -- --name "Policy division"',
    'npm run operator-link -- --list',
    'npm run operator-link -- --withdraw "Policy division"',
  ],
  options: {
    name: 'Name of the operator; a new name is a new operator (with --english their page is in English)',
    list: 'Who there is',
    withdraw: 'Takes an operator out: sessions end at once',
  },
  stray: (word) => `“${word}” is not understood: give the name with --name`,
  oneAct: 'Use one of --name, --list and --withdraw',
  badName: 'Give a name that can be read with --name',
  made: (url, name) => `Open in a browser, as ${name}: ${url}`,
  limits: (until) => `Opens once, until ${until}. Do not pass it on.`,
  none: 'There is no operator yet',
  withdrawn: (name) => `${name} was taken out`,
  unknown: (name) => `There is no operator named ${name}; --list shows them`,
};
