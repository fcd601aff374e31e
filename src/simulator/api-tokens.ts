/** The fake API's OAuth endpoints: channel access tokens of every kind; part of the API's table. */
import { ok } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiRoute } from './api-router.ts';
import { issueToken, lifeOf } from './tokens.ts';

const MINUTES_15 = 15 * 60;
const DAYS_30 = 30 * 24 * 3600;

const oauthFault = (error: string, description: string): ApiAnswer => ({
  status: 400,
  body: { error, error_description: description },
});

export function tokenRoutes({ world, channel }: ApiParts): ApiRoute[] {
  const form = (body: unknown): Record<string, string | undefined> =>
    (body ?? {}) as Record<string, string | undefined>;

  /** Channel id and secret, or an assertion, which is taken as it is: its key lives in LINE's console. */
  function issue(body: unknown, seconds: number, keyed: boolean): ApiAnswer {
    const given = form(body);
    if (given['grant_type'] !== 'client_credentials') {
      return oauthFault('unsupported_grant_type', 'grant_type must be client_credentials');
    }
    const byAssertion = (given['client_assertion'] ?? '').split('.').length === 3;
    const bySecret = given['client_id'] === channel.id && given['client_secret'] === channel.secret;
    if (!byAssertion && !bySecret) return oauthFault('invalid_client', 'client verification failed');
    const token = {
      access_token: issueToken(world, seconds),
      expires_in: seconds,
      token_type: 'Bearer',
    };
    return ok(keyed ? { ...token, key_id: world.ids.token() } : token);
  }

  function verify(token: string): ApiAnswer {
    const left = lifeOf(world, channel, token);
    if (left === null) return oauthFault('invalid_request', 'The access token expired');
    return ok({ client_id: channel.id, expires_in: left, scope: 'profile chat_message.write' });
  }

  return [
    {
      method: 'POST',
      path: '/oauth2/v3/token',
      open: true,
      takes: 'form',
      handle: ({ body }) => issue(body, MINUTES_15, false),
    },
    {
      method: 'POST',
      path: '/oauth2/v2.1/token',
      open: true,
      takes: 'form',
      handle: ({ body }) => issue(body, DAYS_30, true),
    },
    {
      method: 'POST',
      path: '/v2/oauth/accessToken',
      open: true,
      takes: 'form',
      handle: ({ body }) => issue(body, DAYS_30, false),
    },
    {
      method: 'POST',
      path: '/v2/oauth/verify',
      open: true,
      takes: 'form',
      handle: ({ body }) => verify(form(body)['access_token'] ?? ''),
    },
    {
      method: 'GET',
      path: '/oauth2/v2.1/verify',
      open: true,
      handle: ({ query }) => verify(query.get('access_token') ?? ''),
    },
  ];
}
