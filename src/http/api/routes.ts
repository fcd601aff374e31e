/** All routes of the API, the only ones there are: what each reads, takes and answers; the router and the document are made from this list. */
import type { z } from 'zod';
import type { TokenRead } from '../../domain/policy.ts';
import {
  findOpenPlan,
  type OpenScope,
  readOpenActivities,
  readOpenOffice,
  readOpenPeriods,
  readOpenPublications,
  readOpenUpdates,
} from '../../services/open-data.ts';
import { type Cursor, packCursor, readCursor } from './cursor.ts';
import {
  activitiesShape,
  officeShape,
  type Parameter,
  periodsShape,
  publicationsShape,
  updatesShape,
} from './shapes.ts';

/** Parameters as they were read. */
export interface ApiQuery {
  limit: number;
  cursor?: string | undefined;
  plan?: string | undefined;
  activity?: string | undefined;
}

export type ReadFault = 'no-plan' | 'bad-cursor';
type Read = { ok: true; value: unknown } | { ok: false; reason: ReadFault };

export interface DataRoute {
  path: string;
  /** What of the policy's list a token must be allowed to read. */
  may: TokenRead;
  name: string;
  summary: string;
  takes: readonly Parameter[];
  shape: z.ZodType;
  read(scope: OpenScope, asked: ApiQuery): Promise<Read>;
}

export const API = '/api/v1';

export const apiRoutes: readonly DataRoute[] = [
  {
    path: `${API}/office`,
    may: 'office',
    name: 'Office',
    summary: 'The office whose token it is, and its plans',
    takes: [],
    shape: officeShape,
    read: async (scope) => ({ ok: true, value: await readOpenOffice(scope) }),
  },
  {
    path: `${API}/activities`,
    may: 'activities',
    name: 'Activities',
    summary: 'The activities of a plan, in its order, with where they stand',
    takes: ['plan', 'limit', 'cursor'],
    shape: activitiesShape,
    read: (scope, asked) =>
      inPlan('activities', scope, asked, async (plan, after) =>
        listed('activities', await readOpenActivities(scope, plan), asked.limit, plan, after),
      ),
  },
  {
    path: `${API}/updates`,
    may: 'updates',
    name: 'Updates',
    summary: 'Reports on a plan, by activity and in their order there; those that were taken back are marked',
    takes: ['plan', 'activity', 'limit', 'cursor'],
    shape: updatesShape,
    read(scope, asked) {
      const { limit: most, activity = null } = asked;
      const list = activity === null ? 'updates' : `updates ${activity}`;
      return inPlan(list, scope, asked, async (plan, cursor) => {
        const after = cursor && { activity: cursor.key, seq: cursor.place };
        const found = await readOpenUpdates(scope, plan, { activity, after, most });
        const items = found.slice(0, most);
        const last = items.at(-1);
        const more = found.length > most && last;
        return { items, next: more ? packCursor({ list, plan, key: last.activity, place: last.seq }) : null };
      });
    },
  },
  {
    path: `${API}/periods`,
    may: 'periods',
    name: 'Periods',
    summary: 'Half years of a plan that were closed, with all their versions',
    takes: ['plan', 'limit', 'cursor'],
    shape: periodsShape,
    read: (scope, asked) =>
      inPlan('periods', scope, asked, async (plan, after) =>
        listed('periods', await readOpenPeriods(scope, plan), asked.limit, plan, after),
      ),
  },
  {
    path: `${API}/publications`,
    may: 'publications',
    name: 'Publications',
    summary: 'Reports that everybody can read, the newest half year first',
    takes: ['limit', 'cursor'],
    shape: publicationsShape,
    async read(scope, { limit, cursor }) {
      const after = cursor === undefined ? null : readCursor(cursor, 'publications');
      if (cursor !== undefined && !after) return { ok: false, reason: 'bad-cursor' };
      return { ok: true, value: listed('publications', await readOpenPublications(scope), limit, '', after) };
    },
  },
];

/** A cursor goes on in the plan it was given for, whichever is in force by now. */
async function inPlan(
  list: string,
  scope: OpenScope,
  { plan: asked, cursor }: ApiQuery,
  read: (plan: string, after: Cursor | null) => Promise<{ items: unknown[]; next: string | null }>,
): Promise<Read> {
  const wanted = asked ?? null;
  const after = cursor === undefined ? null : readCursor(cursor, list);
  if (cursor !== undefined && (!after || (wanted !== null && wanted !== after.plan)))
    return { ok: false, reason: 'bad-cursor' };
  const plan = await findOpenPlan(scope, after ? after.plan : wanted);
  if (!plan) return { ok: false, reason: 'no-plan' };
  return { ok: true, value: { plan, ...(await read(plan.id, after)) } };
}

/** A page of a list that is read as a whole. */
function listed<Item>(list: string, all: readonly Item[], limit: number, plan: string, after: Cursor | null) {
  const from = Math.max(0, after?.place ?? 0);
  const to = from + limit;
  return {
    items: all.slice(from, to),
    next: to < all.length ? packCursor({ list, plan, key: '', place: to }) : null,
  };
}
