/** The fake API's endpoints for the bot itself: its profile and its webhook address; part of the API's table. */
import { fault, invalidProperty, ok } from './api-router.ts';
import type { ApiParts, ApiRoute } from './api-router.ts';

function endpointOf(body: unknown): string | null {
  const endpoint = (body as { endpoint?: unknown } | undefined)?.endpoint;
  return typeof endpoint === 'string' && endpoint.length <= 500 && URL.canParse(endpoint) ? endpoint : null;
}

export function accountRoutes({ world, webhook }: ApiParts): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/v2/bot/info',
      handle: () => ok({ ...world.bot, basicId: '@simulator', chatMode: 'bot', markAsReadMode: 'auto' }),
    },
    {
      method: 'GET',
      path: '/v2/bot/channel/webhook/endpoint',
      handle: () =>
        webhook.url() === ''
          ? fault(404, 'Webhook endpoint is not set')
          : ok({ endpoint: webhook.url(), active: true }),
    },
    {
      method: 'PUT',
      path: '/v2/bot/channel/webhook/endpoint',
      handle({ body }) {
        const endpoint = endpointOf(body);
        if (endpoint === null) return invalidProperty('endpoint');
        webhook.setUrl(endpoint);
        return ok();
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/channel/webhook/test',
      async handle({ body }) {
        const given = (body as { endpoint?: unknown } | undefined)?.endpoint !== undefined;
        const endpoint = given ? endpointOf(body) : webhook.url();
        if (endpoint === null || endpoint === '') return invalidProperty('endpoint');
        const { status, reason } = await webhook.verify(endpoint);
        const success = status === 200;
        return ok({
          success,
          timestamp: world.clock.now().toISOString(),
          statusCode: status,
          reason: success ? 'OK' : status === 0 ? 'COULD_NOT_CONNECT' : 'ERROR_STATUS_CODE',
          detail: success ? '200' : reason,
        });
      },
    },
  ];
}
