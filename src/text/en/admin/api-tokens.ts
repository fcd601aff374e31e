/** English sentences of the command for tokens of the API. */
import type { apiTokens as thai } from '../../th/admin/api-tokens.ts';

export const apiTokens: typeof thai = {
  summary: 'Lists, makes or revokes tokens by which other programs read an office’s data by the API',
  usage: [
    'npm run api-tokens                       list them',
    'npm run api-tokens -- --make NAME        make one',
    'npm run api-tokens -- --revoke ID        revoke one',
  ],
  options: {
    make: 'name of the system that will use the new token',
    revoke: 'id of the token to revoke, as it is listed',
    office: 'id of the office, where there are several',
  },
  stray: (word) => `“${word}” is not understood; use --make NAME or --revoke ID`,
  oneAct: 'one at a time: --make or --revoke',
  none: 'there are no tokens',
  line: (id, name, made, used) =>
    `  ${id}  ${name} made ${made}, ${used ? `last used ${used}` : 'never used'}`,
  made: (token) => `token: ${token}`,
  once: 'It is shown this once: keep it in the system that will use it',
  tooMany: (most) => `There can be ${most} at most; revoke one first`,
  unknown: (id) => `there is no token of id ${id}`,
  revoked: (name) => `The token of ${name} is revoked: it reads nothing from now on`,
};
