/** The fake API's sending endpoints, their validation twins and the quota; part of the API's table. */
import { z } from 'zod';
import { checkMessages, LIMITS } from '../line/limits.ts';
import type { LimitProblem } from '../line/limits.ts';
import { fault, invalidProperty, ok } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiCall, ApiRoute } from './api-router.ts';
import { acceptedBefore, rememberAccepted, useReplyToken } from './reply-tokens.ts';
import { multicast, push, sendReply } from './sending.ts';
import type { PostOutcome } from './sending.ts';
import { quotaMonth } from './world.ts';
import type { SentMessage } from './world.ts';

type LineMessage = Record<string, unknown>;

const common = { messages: z.unknown(), notificationDisabled: z.boolean().optional() };
const bodies = {
  reply: z.looseObject({ ...common, replyToken: z.string().min(1) }),
  push: z.looseObject({ ...common, to: z.string().regex(/^[UCR][0-9a-f]{32}$/) }),
  multicast: z.looseObject({
    ...common,
    to: z
      .array(z.string().regex(/^U[0-9a-f]{32}$/))
      .min(1)
      .max(LIMITS.multicastUsers),
  }),
  all: z.looseObject(common),
};

function refusal(problems: LimitProblem[]): ApiAnswer {
  const [first] = problems;
  const inside = /^messages\[\d+\]\.contents/.exec(first?.property ?? '');
  const message = inside
    ? `A message (${inside[0].replace('.contents', '')}) in the request body is invalid`
    : `The request body has ${problems.length} error(s)`;
  return fault(400, message, problems);
}

/** Checks the envelope, then its messages. @returns the body, or the answer that refuses it. */
function read<T extends { messages?: unknown }>(
  schema: z.ZodType<T>,
  body: unknown,
): { value: T; messages: LineMessage[] } | { refused: ApiAnswer } {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { refused: invalidProperty(String(parsed.error.issues[0]?.path[0] ?? '')) };
  const problems = checkMessages(parsed.data.messages, { allowLoopbackHttp: true });
  if (problems.length > 0) return { refused: refusal(problems) };
  return { value: parsed.data, messages: parsed.data.messages as LineMessage[] };
}

function sendFault(reason: Extract<PostOutcome, { ok: false }>['reason']): ApiAnswer {
  switch (reason) {
    case 'no-such-chat':
      return fault(400, 'Failed to send messages');
    case 'monthly-limit':
      return fault(429, 'You have reached your monthly limit.');
    case 'bad-quote':
      return fault(400, 'The quote token is invalid');
    default:
      return reason satisfies never;
  }
}

export function messageRoutes({ world }: ApiParts): ApiRoute[] {
  /** Runs a send once per retry key; a repeat is told what the first one did. */
  function once(call: ApiCall, send: () => { answer: ApiAnswer; sent: SentMessage[] | null }): ApiAnswer {
    const key = call.headers['x-line-retry-key'];
    if (typeof key !== 'string') return send().answer;
    const before = acceptedBefore(world, key.toLowerCase());
    if (before) {
      const sentMessages = before.sentMessages ? { sentMessages: before.sentMessages } : {};
      return {
        status: 409,
        body: { message: 'The retry key is already accepted', ...sentMessages },
        headers: { 'x-line-accepted-request-id': before.requestId },
      };
    }
    const { answer, sent } = send();
    if (answer.status < 300) rememberAccepted(world, key.toLowerCase(), call.requestId, sent);
    return answer;
  }

  function toMany(
    call: ApiCall,
    userIds: readonly string[],
    messages: LineMessage[],
    status = 200,
  ): ApiAnswer {
    return once(call, () => {
      const result = multicast(world, userIds, messages);
      return { answer: result.ok ? { status, body: {} } : sendFault(result.reason), sent: null };
    });
  }

  const everyone = (): string[] => world.data.people.map((person) => person.userId);

  const validation = ['reply', 'push', 'multicast', 'narrowcast', 'broadcast'].map((kind): ApiRoute => ({
    method: 'POST',
    path: `/v2/bot/message/validate/${kind}`,
    handle(call) {
      const body = read(bodies.all, call.body);
      return 'refused' in body ? body.refused : ok();
    },
  }));

  return [
    {
      method: 'POST',
      path: '/v2/bot/message/reply',
      sends: 'free',
      handle(call) {
        const body = read(bodies.reply, call.body);
        if ('refused' in body) return body.refused;
        const chat = useReplyToken(world, body.value.replyToken);
        if (chat === null) return fault(400, 'Invalid reply token');
        const result = sendReply(world, chat, body.messages);
        return result.ok ? ok({ sentMessages: result.sentMessages }) : sendFault(result.reason);
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/message/push',
      sends: 'counted',
      handle(call) {
        const body = read(bodies.push, call.body);
        if ('refused' in body) return body.refused;
        return once(call, () => {
          const result = push(world, body.value.to, body.messages);
          if (!result.ok) return { answer: sendFault(result.reason), sent: null };
          const { sentMessages } = result;
          return { answer: ok({ sentMessages }), sent: sentMessages };
        });
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/message/multicast',
      sends: 'counted',
      handle(call) {
        const body = read(bodies.multicast, call.body);
        return 'refused' in body ? body.refused : toMany(call, body.value.to, body.messages);
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/message/broadcast',
      sends: 'counted',
      handle(call) {
        const body = read(bodies.all, call.body);
        return 'refused' in body ? body.refused : toMany(call, everyone(), body.messages);
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/message/narrowcast',
      sends: 'counted',
      handle(call) {
        const body = read(bodies.all, call.body);
        if ('refused' in body) return body.refused;
        // The simulated account has no audiences; LINE answers accounts without the right to them like this.
        if ('recipient' in body.value || 'filter' in body.value) {
          return fault(403, 'Access to this API is not available for your account');
        }
        return toMany(call, everyone(), body.messages, 202);
      },
    },
    ...validation,
    {
      method: 'GET',
      path: '/v2/bot/message/quota',
      handle: () => ok({ type: 'limited', value: world.data.switches.quotaLimit }),
    },
    {
      method: 'GET',
      path: '/v2/bot/message/quota/consumption',
      handle: () => ok({ totalUsage: world.data.used[quotaMonth(world.clock.now())] ?? 0 }),
    },
  ];
}
