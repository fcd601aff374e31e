/** What other programs are told of each event: figures, status and days, and of texts only that there are some; services store it with the event itself. */
import {
  type Activity,
  type ActivityState,
  type Fields,
  type PlanHead,
  type Reporter,
  TEXT_FIELDS,
} from '../domain/activity.ts';
import { bahtFromSatang } from '../domain/money.ts';
import type { Closing } from '../domain/period.ts';
import { publicPath } from '../domain/public-path.ts';
import { percentOf, statusOf } from '../domain/status.ts';
import type { Update } from '../domain/update.ts';
import type { Office } from '../db/offices.ts';
import type { PublicationDocument } from '../db/publications.ts';
import { type ByWhom, tellOutside } from './webhooks.ts';
import type { Write } from './writes.ts';

type Teller = Pick<Office, 'id' | 'name' | 'settings'>;
type Head = Pick<PlanHead, 'id' | 'fiscalYear'>;

/** Where an activity stands, as the API tells it too. Sums in baht. @param rev of the state, which grows with every change of it. */
export function standingOf(state: ActivityState, rev: number) {
  return {
    status: statusOf(state),
    percent: percentOf(state),
    actual: state.actual,
    spent: state.spent === null ? null : bahtFromSatang(state.spent),
    date: state.date,
    seq: state.seq,
    rev,
  };
}

/** What one report said: words stay where they can be taken back, the API has them. Sums in baht. */
function saidOf(said: Fields) {
  return {
    status: said.status,
    percent: said.percent,
    actual: said.actual,
    spent: said.spent === null ? null : bahtFromSatang(said.spent),
    date: said.date,
    texts: TEXT_FIELDS.filter((field) => said[field] !== null && said[field] !== ''),
  };
}

export function tellSaved(
  office: Teller,
  { id, fiscalYear }: Head,
  { code, label, name }: Pick<Activity, 'code' | 'label' | 'name'>,
  { update, state, rev }: { update: Update; state: ActivityState; rev: number },
): Write[] {
  const { seq, corrects = null, evidence } = update;
  const data = {
    plan: { id, fiscalYear },
    activity: { code, label, name },
    update: { id: update.id, seq, corrects, evidence: evidence.length, said: saidOf(update.said) },
    standing: standingOf(state, rev),
  };
  return tellOutside(office, { event: 'update.saved', at: update.at, by: update.by, data });
}

export function tellTakenBack(
  office: Teller,
  { update, state, rev }: { update: Update; state: ActivityState; rev: number },
  { by, at }: { by: Reporter; at: Date },
): Write[] {
  const data = { ...placeOf(update), standing: standingOf(state, rev) };
  return tellOutside(office, { event: 'update.taken_back', at, by, data });
}

/** Whoever read its words by the API is to forget them: the message they came from was unsent. Its figures stay. */
export function tellTextsRemoved(office: Teller, update: Update, at: Date): Write[] {
  return tellOutside(office, { event: 'update.texts_removed', at, by: null, data: placeOf(update) });
}

function placeOf({ id, plan, activity, seq }: Update) {
  return { plan: { id: plan }, activity: { code: activity }, update: { id, seq } };
}

export function tellClosed(office: Teller, { id, fiscalYear }: Head, closing: Closing): Write[] {
  const { half, version, hash, closedAt, closedBy } = closing;
  const data = { plan: { id, fiscalYear }, period: { half, months: half * 6, version, hash } };
  return tellOutside(office, { event: 'period.closed', at: closedAt, by: closedBy, data });
}

export function tellPublished(
  office: Teller,
  published: Pick<
    PublicationDocument,
    'plan' | 'fiscalYear' | 'half' | 'version' | 'publishedAt' | 'publishedBy'
  >,
): Write[] {
  const { plan, fiscalYear, half, version, publishedAt, publishedBy } = published;
  const data = {
    plan: { id: plan, fiscalYear },
    report: { half, months: half * 6, version, path: publicPath(office.id, fiscalYear, half) },
  };
  return tellOutside(office, { event: 'report.published', at: publishedAt, by: publishedBy, data });
}

/** @param withdrawn all that could be read of a half year: its versions go off the address together. */
export function tellWithdrawn(
  office: Teller,
  withdrawn: readonly Pick<PublicationDocument, 'plan' | 'fiscalYear' | 'half' | 'version'>[],
  { by, at }: { by: ByWhom; at: Date },
): Write[] {
  const byPlan = Map.groupBy(withdrawn, ({ plan }) => plan);
  return [...byPlan].flatMap(([id, all]) => {
    const { fiscalYear, half } = all[0]!;
    const versions = all.map(({ version }) => version).toSorted((a, b) => a - b);
    const data = {
      plan: { id, fiscalYear },
      report: { half, months: half * 6, versions, path: publicPath(office.id, fiscalYear, half) },
    };
    return tellOutside(office, { event: 'report.withdrawn', at, by, data });
  });
}
