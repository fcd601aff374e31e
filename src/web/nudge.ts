/** Routes by which a manager asks for reports from the dashboard: first whom it reaches and what it costs, then the sending; decided as in chat. */
import { z } from 'zod';
import { askNudgeOnPage, sendAsked, type Whom } from '../bot/page-nudge.ts';
import { actAsMember } from './as-member.ts';
import type { Route, WebRequest } from './route.ts';

const code = z.string().min(1).max(64);
const whomSchema = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ member: code }),
  z.strictObject({ activity: code }),
]);
const sendSchema = z.object({ whom: whomSchema, value: z.enum(['yes', 'ride']) });

export const nudgeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/nudge',
    may: 'nudge',
    async answer(request) {
      const whom = whomSchema.safeParse(Object.fromEntries(askedIn(request)));
      if (!whom.success) return { refused: 400, why: request.texts.web.refused.badForm };
      const asked = await actAsMember(request, async (member) => ({
        answer: await askNudgeOnPage(whom.data, member),
        writes: [],
      }));
      return asked.ok ? { json: asked.answer } : asked.refusal;
    },
  },
  {
    method: 'POST',
    path: '/web/nudge',
    may: 'nudge',
    takes: 'json',
    async answer(request) {
      const body = sendSchema.safeParse(request.body);
      if (!body.success) return { refused: 400, why: request.texts.web.refused.badForm };
      const { sending, log } = request;
      const { whom, value } = body.data;
      const done = await actAsMember(request, async (member) => {
        const { text, writes, pushes = [] } = await sendAsked(whom as Whom, value, member);
        return { answer: { text }, writes: [...writes, ...pushes.flatMap((push) => sending.push(push))] };
      });
      if (!done.ok) return done.refusal;
      // the worker would come to it by itself a little later
      sending.flush().catch((error: unknown) => log.warn('not-sent-at-once', { error }));
      return { json: done.answer };
    },
  },
];

/** `all=true` is a word in an address. */
function askedIn({ query }: WebRequest): [string, string | boolean][] {
  return [...query].map(([name, value]) => [name, name === 'all' ? value === 'true' : value]);
}
