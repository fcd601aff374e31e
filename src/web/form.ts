/** Routes of the officers' form: their activities, one of them to fill in, its files, and storing it; what is decided is decided by the chat's own dialog. */
import { z } from 'zod';
import {
  addFile,
  type FormChanged,
  changeForm,
  type Did,
  isRefusal,
  listForm,
  readForm,
  refuseForm,
  removeFile,
} from '../bot/page-form.ts';
import { discardForm, storeForm, undoForm } from '../bot/page-form-end.ts';
import type { RequestContext } from '../bot/request-context.ts';
import { FIELD_NAMES } from '../domain/activity.ts';
import { readOwnPicture } from '../services/draft-files.ts';
import { MOST_PARTS, nowEvidence, putTogether, type Sender } from '../services/uploads.ts';
import { moment, printable } from '../text/format.ts';
import { actAsMember } from './as-member.ts';
import { partRoute } from './parts.ts';
import { memberOf, type Route, type WebAnswer, type WebRequest } from './route.ts';

const STATUS = { unknown: 404, forbidden: 403, stale: 409, wrong: 422 } as const;
/** Far more than any question takes: it is refused with its own sentence. */
const MOST_VALUE = 20_000;

const id = z.string().max(64);
const changesSchema = z.object({
  changes: z
    .array(z.object({ field: z.enum(FIELD_NAMES), value: z.string().max(MOST_VALUE), was: z.string() }))
    .max(FIELD_NAMES.length),
});
const storeSchema = z.object({ draft: z.string().max(200), rev: z.number().int() });
const fileSchema = z.object({ id, name: z.string().max(500), parts: z.number().int().min(1).max(10_000) });
const idSchema = z.object({ id });

export const formRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/form',
    may: 'form',
    answer: (request) => answered(request, async (asked) => ({ answer: await listForm(asked), writes: [] })),
  },
  {
    method: 'GET',
    path: '/web/form/:code',
    may: 'form',
    answer: (request) => answered(request, (asked) => readForm(codeOf(request), asked)),
  },
  changeRoute('/web/form/:code', changesSchema, (request, { changes }) =>
    answered(request, (asked) => changeForm(codeOf(request), changes, asked)),
  ),
  changeRoute('/web/form/:code/store', storeSchema, (request, seen) =>
    answered(request, (asked) =>
      storeForm(codeOf(request), seen, (push) => request.sending.ride(push), asked),
    ),
  ),
  changeRoute('/web/form/:code/discard', z.object({}), (request) =>
    answered(request, (asked) => discardForm(codeOf(request), asked)),
  ),
  changeRoute('/web/form/:code/files', fileSchema, attach),
  changeRoute('/web/form/:code/files/remove', idSchema, (request, file) =>
    answered(request, (asked) => removeFile(codeOf(request), file.id, asked)),
  ),
  changeRoute('/web/form/:code/undo', idSchema, (request, update) =>
    answered(request, (asked) => undoForm(update.id, asked)),
  ),
  partRoute('/web/files/:id/:part', {
    may: 'form',
    most: MOST_PARTS,
    sender: senderOf,
    tooLarge: ({ texts }) => texts.form.files.tooLarge(''),
  }),
  {
    method: 'GET',
    path: '/web/files/:id',
    may: 'form',
    async answer(request) {
      const { office, member } = memberOf(request);
      const bytes = await readOwnPicture(request.database, office.id, member.id, request.params['id'] ?? '');
      if (!bytes) return { refused: 404, why: request.texts.web.refused.unknown };
      return { file: Buffer.from(bytes), contentType: 'image/jpeg', name: null };
    },
  },
];

const codeOf = ({ params }: WebRequest): string => params['code'] ?? '';

function senderOf(request: WebRequest): Sender {
  const { office, member } = memberOf(request);
  return { office: office.id, member: member.id };
}

/** @returns a route that takes JSON of this shape and nothing else. */
function changeRoute<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  change: (request: WebRequest, body: z.infer<Shape>) => Promise<WebAnswer>,
): Route {
  return {
    method: 'POST',
    path,
    may: 'form',
    takes: 'json',
    async answer(request) {
      const body = shape.safeParse(request.body);
      return body.success
        ? change(request, body.data)
        : { refused: 400, why: request.texts.web.refused.badForm };
    },
  };
}

/** The plan that was in use when the page was opened. */
const filledFor = z.object({ plan: id });

/** What was filled in for another plan than the one in use is refused: the code means another activity now. */
async function answered<T extends object>(
  request: WebRequest,
  decide: (asked: RequestContext) => Promise<Did<T>>,
): Promise<WebAnswer> {
  const filled = filledFor.safeParse(request.body);
  const done = await actAsMember(request, async (asked) =>
    filled.success && filled.data.plan !== asked.context.plan.id
      ? refuseForm('stale', asked.texts.form.otherPlan)
      : decide(asked),
  );
  if (!done.ok) return done.refusal;
  const { answer } = done;
  return isRefusal(answer) ? { refused: STATUS[answer.refused], why: answer.why } : { json: answer };
}

/** All parts are there: the file is judged, and evidence of the draft if it is taken. */
async function attach(
  request: WebRequest,
  { id, name, parts }: z.infer<typeof fileSchema>,
): Promise<WebAnswer> {
  const { texts, database, clock, visitor } = request;
  const shown = printable(name).slice(0, 120) || texts.files.photo;
  const put = await putTogether(database, senderOf(request), { id, parts });
  if (!put.ok) {
    if (put.reason === 'incomplete') return { refused: 409, why: texts.web.refused.badForm };
    const at = moment(clock.now(), visitor?.member?.language);
    return { refused: 422, why: texts.files.failed[put.reason](shown, at) };
  }
  const { file } = put;
  const activity = codeOf(request);
  const added = await answered(request, (asked) =>
    addFile(activity, id, file && nowEvidence(asked.context, id, file, { activity, name: shown }), asked),
  );
  if (!('json' in added)) return added;
  // only now is it among the files to be shown
  const read = await answered(request, (asked) => readForm(activity, asked));
  return 'json' in read ? { json: { ...(added.json as FormChanged), view: read.json } } : read;
}
