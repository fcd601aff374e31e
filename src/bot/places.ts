/** Words about a place in the list that was just shown are read as words about what stands there: "อันแรกเสร็จแล้ว", "1 เสร็จ 2 ยัง", "ขอรายละเอียดอันที่ 2"; the router asks before all else. */
import type { Shown } from '../domain/conversation.ts';
import { findActivity } from '../domain/plan.ts';
import { isFinished } from '../domain/status.ts';
import { colleagues } from '../services/broadcast.ts';
import { mayReport } from '../services/reports.ts';
import { shortenUnits } from '../text/format.ts';
import { LOOKS, ONLY_PLACE, placesIn, type PlaceSaid, saidOfList } from '../text/follow-ups.ts';
import { ownLeaves } from './activity-rows.ts';
import { show } from './bot-result.ts';
import { understand } from '../understand/index.ts';
import { type Answer, plain } from './commands/command.ts';
import { leafOf } from './commands/arguments.ts';
import { openConfirmation } from './confirmations.ts';
import { openDraft } from './dialogs/report/drive.ts';
import { described, peopleNamed } from './people.ts';
import type { RequestContext } from './request-context.ts';
import { listBefore } from './shown.ts';
import type { Action } from './types.ts';
import type { MemberWords } from './utterance.ts';

export type MeantPlaces = { text: string } | { asks: Answer };

/** Longer texts tell something of their own. */
const MOST_TEXT = 120;
/** Rows of a choice, and units of what each shows. */
const MOST_ROWS = 8;
const MOST_SAID = 120;

/** @returns the words with codes and names in the place of places; a question where they can mean two things; null where they speak of no list. */
export async function placesMeant(words: MemberWords, request: RequestContext): Promise<MeantPlaces | null> {
  const { text } = words;
  // a form and a question have rows of their own
  if (text.length > MOST_TEXT || words.about || openDraft(request) || openConfirmation(request)?.direct)
    return null;
  const places = placesIn(text);
  const all = places.length === 0 ? saidOfList(plain(text)) : null;
  if ((places.length === 0 && !all) || namesBeside(text, places, request)) return null;
  const list = await listBefore(request);
  if (!list) return null;
  const rows = await rowsOf(list, request);
  if (rows.length === 0) return null;
  if (all) return ofAll(all, list, request);
  const asPlaces = places.map(({ place }) => (place < 0 ? rows.at(-1) : rows[place - 1]) ?? null);
  const isThere = asPlaces.every((row) => row !== null);
  const asCodes = places.every((one) => one.perhapsCode && isWritten(one, request));
  if (asCodes && places.every(({ ofPlan }) => ofPlan)) return null;
  if (!isThere)
    return asCodes || places.some((one) => one.perhapsCode)
      ? null
      : { asks: chooseRow(places, rows, text, request) };
  const placed = put(asPlaces, places, text, request);
  if (!asCodes) return { text: placed };
  const coded = places.map(({ place }) => rowOf(String(place), request));
  if (coded.every((one, at) => one.typed === asPlaces[at]!.typed)) return { text: placed };
  return {
    asks: askWhether(
      [...coded.slice(0, 1), ...asPlaces.slice(0, 1)],
      [put(coded, places, text, request), placed],
      request,
    ),
  };
}

/** Whether something of the plan is named besides: then the number is one of it. */
function namesBeside(text: string, places: readonly PlaceSaid[], request: RequestContext): boolean {
  if (places.length === 0) return false;
  const rest = places.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  if (ONLY_PLACE.test(plain(rest))) return false;
  const { plan, today } = request.context;
  const read = understand(rest, { plan, today });
  return read.activity !== null && read.because.activity !== undefined;
}

interface Row {
  /** Code or name, as it is typed. */
  typed: string;
  /** As it is shown. */
  called: string;
}

async function rowsOf(list: Shown, request: RequestContext): Promise<Row[]> {
  if (list.members.length === 0) return list.activities.map((code) => rowOf(code, request));
  const all = await colleagues(request.context);
  return list.members.flatMap((id) => {
    const person = all.find((one) => one.id === id);
    if (!person) return [];
    const alone = peopleNamed(person.name, all).length === 1;
    return [{ typed: alone ? person.name : described(person), called: person.name }];
  });
}

function rowOf(code: string, { context }: RequestContext): Row {
  const found = findActivity(context.plan, code);
  return { typed: code, called: found ? `${found.label} ${found.name}` : code };
}

/** Whether the number is a code that can be meant: of something to look at, to who reports of something of theirs. */
function isWritten({ place }: PlaceSaid, request: RequestContext): boolean {
  const found = leafOf(String(place), request);
  if (!found.ok || found.activity.code !== String(place)) return false;
  return (
    ownLeaves(request).length === 0 ||
    (found.activity.leaf && mayReport(request.context, found.activity.code))
  );
}

/** Alone it is what a tap on that row does. */
function put(
  rows: readonly (Row | null)[],
  places: readonly PlaceSaid[],
  text: string,
  request: RequestContext,
): string {
  const { chat, words } = request.texts;
  const parts = places.map(({ start }, at) => text.slice(at === 0 ? 0 : places[at - 1]!.end, start));
  const rest = text.slice(places.at(-1)!.end);
  const [row, ...others] = rows;
  if (row && others.length === 0 && ONLY_PLACE.test(`${parts[0]}${rest}`)) {
    const code = findActivity(request.context.plan, row.typed)?.code;
    const reports = code !== undefined && !LOOKS.test(`${parts[0]}${rest}`) && isOwn(code, request);
    return reports ? words.command.report(row.typed) : words.command.status(row.typed);
  }
  // a lone number, typed as an answer, would be a place once more
  const named = rows.map((one) =>
    one && /^\d+$/.test(one.typed) ? chat.byCode(one.typed) : (one?.typed ?? ''),
  );
  const said = parts.map((part, at) => `${part} ${named[at]} `).join('') + rest;
  return said.replace(/ {2,}/g, ' ').trim();
}

function isOwn(code: string, request: RequestContext): boolean {
  return ownLeaves(request).some((leaf) => leaf.code === code);
}

/** "ทั้งหมดเสร็จแล้ว", "ยังไม่เสร็จทั้งคู่": of all that is not finished yet, one's own. */
async function ofAll(
  { stands, count }: { stands: string; count: number | null },
  list: Shown,
  request: RequestContext,
): Promise<MeantPlaces | null> {
  const states = new Map((await request.context.states()).map(({ code, state }) => [code, state.status]));
  const open = list.activities.filter(
    (code) => isOwn(code, request) && !isFinished(states.get(code) ?? null),
  );
  if (open.length < 2 || (count !== null && count !== open.length)) return null;
  return { text: `${open.join(', ')} ${stands}` };
}

/** A number that is a place and a code: which of the two. */
function askWhether(
  rows: readonly (Row | null)[],
  texts: readonly string[],
  request: RequestContext,
): Answer {
  return choice(
    rows.map((row, at) => ({ called: row?.called ?? '', text: texts[at]! })),
    request,
  );
}

/** A place the list has not. */
function chooseRow(
  places: readonly PlaceSaid[],
  rows: readonly Row[],
  text: string,
  request: RequestContext,
): Answer {
  const offered = rows.slice(0, MOST_ROWS);
  return choice(
    offered.map((row) => ({
      called: row.called,
      text: put(
        places.map(() => row),
        places,
        text,
        request,
      ),
    })),
    request,
  );
}

function choice(
  rows: readonly { called: string; text: string }[],
  { texts: { chat } }: RequestContext,
): Answer {
  return show({
    type: 'card',
    card: {
      kind: 'confirm',
      title: chat.nearest.title,
      question: chat.which,
      quote: null,
      rows: [],
      caution: null,
      options: rows.map(({ called, text }): Action => ({
        type: 'say',
        label: shortenUnits(called, MOST_SAID),
        text,
      })),
      wide: true,
    },
  });
}
