/** The interpreter of words by which an obstacle that was stored is over: a new report that there is none, on a card to be agreed to. */
import { NO_FIELDS } from '../../domain/activity.ts';
import type { Draft } from '../../domain/draft.ts';
import { mayReport } from '../../services/reports.ts';
import { obstacleOver } from '../../text/over.ts';
import { shortenUnits } from '../../text/format.ts';
import { activityBeside } from '../activity-beside.ts';
import { ownLeaves } from '../activity-rows.ts';
import { emptyDraft, on } from '../dialogs/report/begin.ts';
import { open } from '../dialogs/report/drive.ts';
import { lastTalkedOf } from '../obvious-activity.ts';
import type { RequestContext } from '../request-context.ts';
import { interpreter } from './interpreter.ts';

/** Longer texts tell something of their own. */
const MOST_TEXT = 80;
/** Letters of what it was that are repeated. */
const MOST_QUOTED = 60;

export const closesObstacle = interpreter({
  name: 'closes-obstacle',
  async takes(words, request): Promise<string[] | null> {
    if (request.context.chat.type !== 'user' || words.typed.length > MOST_TEXT) return null;
    const { code, rest } = activityBeside(words.typed, request);
    const said = obstacleOver(rest);
    if (!said) return null;
    const codes = await meantBy(said.matter, code ?? words.about, request);
    return codes.length > 0 && codes.every((one) => mayReport(request.context, one)) ? codes : null;
  },
  async answer(codes, words, request) {
    const told: Draft = {
      ...emptyDraft(request, 'chat', words.messageId),
      fields: { ...NO_FIELDS, obstacle: '' },
    };
    const [only, ...others] = codes;
    if (only === undefined || others.length > 0)
      return open({ ...told, step: { at: 'choose', candidates: codes, page: 1 } }, null, request);
    const { obstacle } = await request.context.state(only);
    const { beside } = request.texts.chat;
    const note = obstacle ? beside.total.stood(`“${shortenUnits(obstacle, MOST_QUOTED)}”`) : null;
    return open(await on(told, only, request), note, request);
  },
});

/** Of those that have one: the one that was named, that it is about, that was talked of; else all of one's own. */
async function meantBy(
  matter: string | null,
  named: string | null,
  request: RequestContext,
): Promise<string[]> {
  if (named !== null) {
    const { obstacle } = await request.context.state(named);
    return matter === null || obstacle?.includes(matter) ? [named] : [];
  }
  const own = new Set(ownLeaves(request).map(({ code }) => code));
  const stuck = (await request.context.states())
    .filter(({ code, state }) => own.has(code) && Boolean(state.obstacle))
    .filter(({ state }) => matter === null || state.obstacle!.includes(matter))
    .map(({ code }) => code);
  const last = lastTalkedOf(request);
  return last !== null && stuck.includes(last) ? [last] : stuck;
}
