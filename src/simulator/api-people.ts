/** The fake API's endpoints for people and groups: profiles, members, leaving, the loading sign; part of the API's table. */
import { z } from 'zod';
import { takeBotOut } from './acts.ts';
import { accepted, fault, invalidProperty, answerNotFound, ok } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiCall, ApiRoute } from './api-router.ts';
import type { SimGroup, SimPerson } from './types.ts';

const loading = z.object({
  chatId: z.string(),
  loadingSeconds: z.int().min(5).max(60).multipleOf(5).default(20),
});

function profile(person: SimPerson): { userId: string; displayName: string } {
  return { userId: person.userId, displayName: person.displayName };
}

export function peopleRoutes({ world, webhook, wait }: ApiParts): ApiRoute[] {
  /** Runs `use` with the group of the path, or answers that the bot is not in one of that name. */
  function inGroup(call: ApiCall, use: (group: SimGroup) => ApiAnswer): ApiAnswer {
    const group = world.group(call.params['groupId'] ?? '');
    return group?.botInside ? use(group) : answerNotFound();
  }

  return [
    {
      method: 'GET',
      path: '/v2/bot/profile/:userId',
      handle({ params }) {
        const person = world.person(params['userId'] ?? '');
        const known = person?.friend || world.data.wroteAt[params['userId'] ?? ''] !== undefined;
        return person && known && !person.blocked
          ? ok({ ...profile(person), language: 'th' })
          : answerNotFound();
      },
    },
    {
      method: 'GET',
      path: '/v2/bot/followers/ids',
      handle: () =>
        ok({
          userIds: world.data.people
            .filter((person) => person.friend && !person.blocked)
            .map((person) => person.userId),
        }),
    },
    {
      method: 'GET',
      path: '/v2/bot/group/:groupId/summary',
      handle: (call) => inGroup(call, ({ groupId, name }) => ok({ groupId, groupName: name })),
    },
    {
      method: 'GET',
      path: '/v2/bot/group/:groupId/members/count',
      handle: (call) => inGroup(call, ({ members }) => ok({ count: members.length })),
    },
    {
      method: 'GET',
      path: '/v2/bot/group/:groupId/members/ids',
      handle: (call) => inGroup(call, ({ members }) => ok({ memberIds: members })),
    },
    {
      method: 'GET',
      path: '/v2/bot/group/:groupId/member/:userId',
      handle: (call) =>
        inGroup(call, ({ members }) => {
          const person = world.person(call.params['userId'] ?? '');
          return person && members.includes(person.userId) ? ok(profile(person)) : answerNotFound();
        }),
    },
    {
      method: 'POST',
      path: '/v2/bot/group/:groupId/leave',
      handle: (call) =>
        inGroup(call, ({ groupId }) => {
          takeBotOut({ world, webhook }, groupId);
          return ok();
        }),
    },
    {
      method: 'POST',
      path: '/v2/bot/chat/loading/start',
      handle({ body }) {
        const parsed = loading.safeParse(body);
        if (!parsed.success) return invalidProperty(String(parsed.error.issues[0]?.path[0] ?? ''));
        const { chatId, loadingSeconds } = parsed.data;
        if (!world.person(chatId)) return fault(400, 'The chatId must be the ID of a user');
        const milliseconds = loadingSeconds * 1000;
        world.showLoading(chatId, world.realClock.now().getTime() + milliseconds);
        // The page learns of the end by a change like any other.
        void wait(milliseconds).then(() => world.touch());
        return accepted();
      },
    },
  ];
}
