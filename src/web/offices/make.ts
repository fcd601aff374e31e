/** Routes by which operators make offices, by name or by a list, hand them to their administrators, suspend and resume them. */
import { z } from 'zod';
import { cleanName } from '../../domain/names.ts';
import { readOfficeList } from '../../plan-import/office-list.ts';
import { deleteOffice, type OfficeDeleted } from '../../services/delete-office.ts';
import { handLinks, takeLinkBack } from '../../services/handed-links.ts';
import { makeOffices } from '../../services/make-offices.ts';
import { suspendOffice } from '../../services/suspension.ts';
import type { Route, WebAnswer, WebRequest } from '../route.ts';
import { actOf, operatorRoute } from './change.ts';

const id = z.string().min(1).max(64);
const name = z.string().max(400);
/** A list of two thousand offices is smaller. */
const LIST_BYTES = 2 * 1024 * 1024;
/** What Excel tells UTF-8 by. */
const MARK = '\ufeff';

export const officesMaking: readonly Route[] = [
  operatorRoute('/web/offices/make', z.object({ name, agency: name }), async (request, act, form) => {
    const { database, trial, texts } = request;
    const say = texts.operators.make;
    const wanted = cleanName(form.name);
    const agency = cleanName(form.agency);
    if (wanted === null) return { refused: 422, why: say.badName };
    const one = { name: wanted, parentAgencies: agency ? [agency] : [] };
    const [made] = await makeOffices(database, [one], { ...act, trial });
    return made?.made
      ? { json: { office: made.id, name: wanted } }
      : { refused: 409, why: say.known(wanted) };
  }),
  {
    method: 'POST',
    path: '/web/offices/list',
    may: 'offices-change',
    takes: { bytes: LIST_BYTES },
    answer: takeList,
  },
  {
    method: 'GET',
    path: '/web/offices/list/form',
    may: 'offices-change',
    answer({ texts }) {
      const { headings, make } = texts.operators;
      const file = Buffer.from(`${MARK}${headings.name},${headings.agency},${headings.admin}\r\n`);
      return { file, contentType: 'text/csv; charset=utf-8', name: make.formName };
    },
  },
  operatorRoute(
    '/web/offices/links',
    z.object({
      to: z
        .array(z.object({ office: id, owner: name }))
        .min(1)
        .max(300),
    }),
    async ({ database, texts, publicUrl }, { by, now }, form) => {
      const to = form.to.map(({ office, owner }) => ({
        office,
        owner: cleanName(owner) ?? texts.operators.links.unnamed,
      }));
      const links = await handLinks(database, to, { operator: by, now });
      if (links.length === 0) return { refused: 409, why: texts.operators.office.link.administered };
      return {
        json: { links: links.map(({ token, ...link }) => ({ ...link, url: `${publicUrl}/open/${token}` })) },
      };
    },
  ),
  operatorRoute(
    '/web/offices/links/take-back',
    z.object({ office: id }),
    async ({ database }, { by, now }, { office }) => {
      await takeLinkBack(database, office, { operator: by, now });
      return { json: {} };
    },
  ),
  operatorRoute(
    '/web/offices/suspend',
    z.object({ office: id, suspended: z.boolean() }),
    async ({ database, texts }, act, { office, suspended }) =>
      (await suspendOffice(database, office, suspended, act))
        ? { json: {} }
        : { refused: 409, why: texts.web.refused.conflict },
  ),
  operatorRoute(
    '/web/offices/delete',
    z.object({ office: id, name, sure: z.literal(true) }),
    async (request, { by, now }, form) => {
      const { database, ledger, sending, texts, channels } = request;
      const { anonymous } = texts.admin.person;
      const wish = { name: form.name, by, now, realNow: sending.realNow(), ledger, anonymous };
      const done = await deleteOffice(database, form.office, wish);
      if (!done.ok) return { refused: 409, why: whyKept(done, request) };
      channels.forget(form.office);
      return { json: { people: done.people } };
    },
  ),
];

function whyKept(done: Extract<OfficeDeleted, { ok: false }>, { texts }: WebRequest): string {
  const { deleting } = texts.operators.office;
  if (done.reason === 'shared') return deleting.shared(done.people);
  if (done.reason === 'no-ledger') return deleting['no-ledger'](done.detail);
  return deleting[done.reason];
}

/** Good rows are made at once; of each other the row and what is wrong with it. */
async function takeList(request: WebRequest): Promise<WebAnswer> {
  const { bytes, database, trial, texts } = request;
  const { listFault, lineFault } = texts.operators;
  const read = readOfficeList(bytes);
  if (!read.ok) return { refused: 422, why: listFault[read.reason] };
  const offices = await makeOffices(database, read.lines, { ...actOf(request), trial });
  return {
    json: {
      made: offices.flatMap(({ made, id: office, name: own, admin }) =>
        made ? [{ office, name: own, admin }] : [],
      ),
      known: offices.filter(({ made }) => !made).map((one) => one.name),
      broken: read.broken.map(({ row, reason, name: own, first }) => ({
        row,
        why: lineFault[reason](own, first),
      })),
    },
  };
}
