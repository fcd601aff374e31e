/** เชิญ: an administrator makes an invitation code in private, with role and limits as the command line has them; nothing is made before the word on the card. */
import { ROLES } from '../../domain/member.ts';
import { INVITE_LIMITS, leavesOfOwner, makeInvite, type NewInvite } from '../../services/invites.ts';
import { moment } from '../../text/format.ts';
import { AROUND_INVITED, INVITED, INVITED_DAYS, INVITED_PEOPLE, WEEKS } from '../../text/questions.ts';
import { commandWords } from '../../text/command-words.ts';
import { say } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import type { RequestContext } from '../request-context.ts';
import { activityOf, looksLikeCode } from './arguments.ts';
import type { Answer, Command } from './command.ts';

type InviteRole = NewInvite['role'];
const INVITE_ROLES: readonly InviteRole[] = [...ROLES, 'group'];

export const inviteCommand: Command = {
  name: 'invite',
  words: commandWords.invite,
  argument: 'optional',
  // "เชิญวิทยากรมาบรรยาย" and "เชิญครู 30 คนมาอบรม" are told of the work: written together, nothing but a wish may follow
  accepts: (argument, request, apart) =>
    argument.length <= 120 &&
    (apart
      ? roleIn(argument) !== null || looksLikeCode(argument, request)
      : roleIn(argument) !== null && isWholeWish(argument, request)),
  run: (argument, request) => Promise.resolve(askFirst(argument, request)),
};

function roleIn(argument: string): InviteRole | null {
  return (
    (['admin', 'manager', 'officer', 'group'] as const).find((one) => INVITED[one].test(argument)) ?? null
  );
}

type Wish = Omit<About<'invite'>, 'about'>;

function askFirst(argument: string, request: RequestContext): Answer {
  const { managing, words } = request.texts;
  const read = readWish(argument, request);
  if (!read.ok) return say(read.why);
  const { wish } = read;
  const { role, uses, days } = wish;
  const counted = managing.invite.counted(uses, role === 'group');
  const labels = wish.activities.map((code) => labelOf(code, request)).join(', ');
  return ask(
    { about: 'invite', ...wish },
    {
      title: managing.invite.title,
      question: role ? managing.invite.question(words.role[role]) : managing.invite.whom,
      quote: null,
      rows: [
        ...(labels === '' ? [] : [{ heading: managing.invite.activities, value: labels }]),
        { heading: managing.invite.limits, value: managing.invite.limitsAre(counted, days) },
      ],
      caution: role
        ? role === 'officer' && labels === ''
          ? managing.invite.noActivities
          : null
        : managing.invite.usage,
      options: role
        ? [{ value: 'yes', label: managing.invite.make }]
        : INVITE_ROLES.map((one) => ({ value: one, label: words.role[one] })),
      wide: role === null,
    },
    request,
  );
}

/** The administrator's word: `yes`, or the role that was still to be chosen. The code is made now, and shown this once. */
export function answerInvite(
  { role: named, owner, activities, uses, days }: About<'invite'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  const { managing, words } = texts;
  const role = named ?? INVITE_ROLES.find((one) => one === value);
  if (!role) return Promise.resolve(say(managing.invite.whom));
  const expiresAt = new Date(context.now.getTime() + days * 86_400_000);
  const codes = role === 'group' ? [] : activities;
  const made = makeInvite(
    { office: context.office.id, role, owner, activities: codes, uses, expiresAt },
    context.now,
    context.member.id,
  );
  const until = moment(expiresAt, context.language);
  const counted = managing.invite.counted(uses, role === 'group');
  const forward =
    role === 'group'
      ? managing.invite.forwardGroup(made.code)
      : managing.invite.forward(context.office.name, made.code);
  return Promise.resolve({
    messages: [
      { type: 'text', text: managing.invite.made(words.role[role], counted, until) },
      { type: 'text', text: forward },
    ],
    writes: made.writes,
  });
}

function isWholeWish(argument: string, request: RequestContext): boolean {
  const rest = besidesLimits(argument, roleIn(argument));
  return rest === '' || activitiesIn(rest, request) !== null;
}

/** What is left of the words but for whom, how many and how long. */
function besidesLimits(argument: string, role: InviteRole | null): string {
  return argument
    .replace(INVITED_PEOPLE, ' ')
    .replace(INVITED_DAYS, ' ')
    .replace(role ? INVITED[role] : '', ' ')
    .replace(AROUND_INVITED, ' ')
    .trim();
}

type Read = { ok: true; wish: Wish } | { ok: false; why: string };

/** `เจ้าหน้าที่ 1.1, 2 จำนวน 5 คน ภายใน 7 วัน`; a unit as the plan names it stands for its activities. */
function readWish(argument: string, request: RequestContext): Read {
  const { invite: words } = request.texts.managing;
  const role = roleIn(argument);
  const people = INVITED_PEOPLE.exec(argument);
  const time = INVITED_DAYS.exec(argument);
  const uses = people ? Number(people[1]) : 1;
  const days = time ? Number(time[1]) * (WEEKS.test(time[2]!) ? 7 : 1) : INVITE_LIMITS.usualDays;
  if (uses < 1 || uses > INVITE_LIMITS.uses) return { ok: false, why: words.badUses(INVITE_LIMITS.uses) };
  if (days < 1 || days > INVITE_LIMITS.days) return { ok: false, why: words.badDays(INVITE_LIMITS.days) };
  const rest = besidesLimits(argument, role);
  const found = rest === '' ? { owner: null, activities: [] } : activitiesIn(rest, request);
  if (!found) return { ok: false, why: words.unknown(rest) };
  if (role === 'group' && found.activities.length > 0) return { ok: false, why: words.groupActivities };
  return { ok: true, wish: { role, uses, days, ...found } };
}

function activitiesIn(words: string, request: RequestContext): Pick<Wish, 'owner' | 'activities'> | null {
  const leaves = leavesOfOwner(request.context.plan, words);
  if (leaves.length > 0) return { owner: words, activities: leaves };
  const codes: string[] = [];
  for (const one of words.split(' ').filter(Boolean)) {
    const found = looksLikeCode(one, request) ? activityOf(one, request) : null;
    if (!found?.ok) return null;
    codes.push(found.activity.code);
  }
  return { owner: null, activities: [...new Set(codes)] };
}

function labelOf(code: string, { context }: RequestContext): string {
  return context.plan.activities.find((one) => one.code === code)?.label ?? code;
}
