/** English sentences of the API, for who looks into what a program was answered. */
import type { api as thai } from '../th/api.ts';

export const api: typeof thai = {
  problem: {
    'no-token':
      'No token, or one that opens nothing any more. The office’s administrator makes them; send it as Authorization: Bearer …',
    suspended: 'This office is suspended for the moment. Please ask whoever looks after all offices.',
    'too-many': 'Too many requests. Please wait for the seconds that Retry-After says.',
    'bad-parameter': 'A parameter cannot be read, or is none of this path: see /api/v1/openapi.json',
    'bad-cursor': 'This is no cursor. Use `next` of the page before as it was given, or begin without one.',
    'no-plan': 'The office has no such plan',
    unknown: 'There is no such path: see /api/v1/openapi.json',
    'read-only': 'This API is for reading: use GET',
    away: 'The system is out of order for the moment. Please ask again later.',
  },
};
