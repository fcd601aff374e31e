/** Does for somebody on a page what the chat would do for them: from the same context, stored as one unit; form and nudging use it. */
import type { RequestContext } from '../bot/request-context.ts';
import { type Decision, decideFor } from '../services/page-work.ts';
import { memberOf, type WebAnswer, type WebRequest } from './route.ts';

/**
 * @param decide is asked anew where the chat was quicker.
 * @returns its answer, or the refusal where the office has no plan.
 */
export async function actAsMember<T>(
  request: WebRequest,
  decide: (asked: RequestContext) => Promise<Decision<T>>,
): Promise<{ ok: true; answer: T } | { ok: false; refusal: WebAnswer }> {
  const { texts, clock, line } = request;
  const { office } = memberOf(request);
  const account = { quota: () => line(office.id).quota(), groupSize: () => Promise.resolve(null) };
  const answer = await decideFor(request, memberOf(request), clock.now(), (context) =>
    decide({ context, texts, account }),
  );
  if (answer !== null) return { ok: true, answer };
  return { ok: false, refusal: { refused: 404, why: texts.web.refused.noPlan } };
}
