/** Routes of the console's people page: who belongs to the office, what is changed about them, codes for those to come. */
import { toDataURL } from 'qrcode';
import { z } from 'zod';
import { ROLES } from '../../domain/member.ts';
import { cleanName } from '../../domain/names.ts';
import { makeInviteSheet } from '../../reports/invite-sheet.ts';
import { loadCurrentPlan } from '../../services/loaders.ts';
import { makeInvite } from '../../services/invites.ts';
import { inviteOwners, readOpenInvites, readOwners, takeBackInvite } from '../../services/open-invites.ts';
import { changePerson, handOverAll, type PersonChanged, readPeople, takeOut } from '../../services/people.ts';
import { storeWrites } from '../../services/writes.ts';
import { moment, shorten } from '../../text/format.ts';
import type { Route, WebAnswer, WebRequest } from '../route.ts';
import { changeRoute, readRoute } from './change.ts';

const DAY_MS = 86_400_000;
const id = z.string().max(64);
const seen = z.string().max(64);
const codes = z.array(z.string().max(60)).max(2_000);
const text = z.string().max(200);
const days = z.number().int().min(1).max(366);
const uses = z.number().int().min(1).max(1_000);

export const consolePeople: readonly Route[] = [
  readRoute('/web/console/people', async ({ database, clock }, { office }) => {
    const plan = await loadCurrentPlan(database, office);
    const [people, invites, owners] = await Promise.all([
      readPeople(database, office.id),
      readOpenInvites(database, office.id, clock.now()),
      plan ? readOwners(database, plan) : [],
    ]);
    const activities = (plan?.activities ?? []).map(({ code, label, name, level }) => ({
      code,
      label,
      name,
      level,
    }));
    return { json: { people, invites, owners, activities } };
  }),
  changeRoute(
    '/web/console/people/change',
    z.object({
      id,
      seen,
      officialName: text,
      position: text,
      roles: z.array(z.enum(ROLES)),
      activities: codes,
    }),
    async (request, { office, by }, form) => {
      const plan = await loadCurrentPlan(request.database, office);
      const known = new Set((plan?.activities ?? []).map(({ code }) => code));
      const now = request.clock.now();
      return told(request, await changePerson(request.database, office.id, form, known, { by, now }));
    },
  ),
  changeRoute(
    '/web/console/people/take-out',
    z.object({ id, seen }),
    async (request, { office, by }, form) => {
      const done = await takeOut(request.database, office.id, form, { by, now: request.clock.now() });
      if (done.ok && done.userId) await request.line(office.id).forgetMenu(done.userId);
      return told(request, done);
    },
  ),
  changeRoute(
    '/web/console/people/hand-over',
    z.object({ id, seen, to: id }),
    async (request, { office, by }, form) =>
      told(request, await handOverAll(request.database, office.id, form, { by, now: request.clock.now() })),
  ),
  changeRoute(
    '/web/console/invites/make',
    z.object({ role: z.enum([...ROLES, 'group']), owner: text, activities: codes, uses, days }),
    async (request, { office, by }, { owner, ...form }) => {
      const { database, texts, clock } = request;
      const now = clock.now();
      const plan = await loadCurrentPlan(database, office);
      const known = new Set((plan?.activities ?? []).map(({ code }) => code));
      if (!form.activities.every((code) => known.has(code)))
        return { refused: 409, why: texts.console.people.refused['no-such-activity'] };
      const made = makeInvite(
        {
          ...form,
          office: office.id,
          owner: cleanName(owner),
          expiresAt: new Date(now.getTime() + form.days * DAY_MS),
        },
        now,
        by,
      );
      const sentence = texts.admin.invite.sentence(form.role, made.code);
      const desk = request.line(office.id);
      const link = form.role === 'group' ? desk.friendLink() : desk.chatLink(sentence);
      const url = await link;
      const qr = await toDataURL(url ?? sentence, { margin: 2, errorCorrectionLevel: 'M', width: 320 });
      await storeWrites(database, made.writes);
      return { json: { code: made.code, sentence, url, qr } };
    },
  ),
  changeRoute(
    '/web/console/invites/sheet',
    z.object({ owners: z.array(text).min(1).max(200), uses, days }),
    sheet,
  ),
  changeRoute('/web/console/invites/take-back', z.object({ id }), async (request, { office, by }, form) => {
    const done = await takeBackInvite(request.database, office.id, form.id, { by, now: request.clock.now() });
    return done.ok ? { json: {} } : { refused: 409, why: request.texts.console.people.refused.inviteGone };
  }),
];

function told({ texts }: WebRequest, done: PersonChanged): WebAnswer {
  if (done.ok) return { json: {} };
  const why = texts.console.people.refused[done.reason];
  return { refused: done.reason === 'unknown' ? 404 : 409, why };
}

/** The sheet first, then the codes open: one that cannot be printed opens nothing. */
async function sheet(
  request: WebRequest,
  { office, by }: { office: Parameters<typeof loadCurrentPlan>[1]; by: string },
  { owners, uses: each, days: lasting }: { owners: string[]; uses: number; days: number },
): Promise<WebAnswer> {
  const { database, texts, clock, line, visitor } = request;
  const say = texts.console.people;
  const now = clock.now();
  const plan = await loadCurrentPlan(database, office);
  const named = plan ? (await readOwners(database, plan)).filter(({ name }) => owners.includes(name)) : [];
  if (!plan || named.length === 0) return { refused: 409, why: texts.web.refused.noPlan };
  const expiresAt = new Date(now.getTime() + lasting * DAY_MS);
  const { invites, writes } = inviteOwners(plan, named, each, expiresAt, { by, now });
  const labels = new Map(plan.activities.map(({ code, label }) => [code, label]));
  const cards = await Promise.all(
    invites.map(async ({ owner, code }) => {
      const sentence = texts.admin.invite.sentence('officer', code);
      const shown = owner.activities.map((one) => labels.get(one) ?? one);
      return {
        name: shorten(owner.name, 100),
        about: say.sheet.about(shown.slice(0, 6).join(', '), shown.length - 6),
        sentence,
        target: (await line(office.id).chatLink(sentence)) ?? sentence,
      };
    }),
  );
  const until = moment(expiresAt, visitor?.member?.language ?? 'th');
  const { title, scan, type, limits } = say.sheet;
  const file = await makeInviteSheet({
    title: title(office.name),
    scan,
    type,
    limits: limits(each, until),
    cards,
    unbroken: texts.reports.unbroken,
  });
  await storeWrites(database, writes);
  return { file, contentType: 'application/pdf', name: say.sheet.fileName };
}
