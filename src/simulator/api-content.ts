/** The fake API's endpoints for what people sent (photos, files) and for marking it read; part of the API's table. */
import { fault, answerNotFound, ok } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiRoute } from './api-router.ts';
import type { World } from './world.ts';

export function contentRoutes({ world, media, preparing }: ApiParts): ApiRoute[] {
  function content(id: string, counts: boolean): ApiAnswer {
    const message = world.message(id);
    if (!message || message.from === 'bot' || message.from === 'system') return answerNotFound();
    if (message.unsent) return fault(410, 'The message was unsent');
    if (preparing.left > 0) {
      if (counts) preparing.left -= 1;
      return { status: 202, body: {} };
    }
    const found = media.get(id);
    if (!found) return answerNotFound();
    return { status: 200, bytes: found.bytes, headers: { 'content-type': found.contentType } };
  }

  return [
    {
      method: 'GET',
      path: '/v2/bot/message/:messageId/content',
      handle: ({ params }) => content(params['messageId'] ?? '', true),
    },
    {
      method: 'GET',
      path: '/v2/bot/message/:messageId/content/preview',
      handle: ({ params }) => content(params['messageId'] ?? '', true),
    },
    {
      method: 'GET',
      path: '/v2/bot/message/:messageId/content/transcoding',
      handle({ params }) {
        const { status, body } = content(params['messageId'] ?? '', false);
        if (status >= 400) return { status, body };
        return ok({ status: status === 202 ? 'processing' : 'succeeded' });
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/chat/markAsRead',
      handle({ body }) {
        const token = (body as { markAsReadToken?: unknown } | undefined)?.markAsReadToken;
        return isReadToken(world, token) ? ok() : fault(400, 'The markAsReadToken is invalid');
      },
    },
  ];
}

function isReadToken(world: World, token: unknown): boolean {
  return typeof token === 'string' && token.startsWith('read-') && world.message(token.slice(5)) !== null;
}
