/** The command that lists an activity's photos and files, each with a link of the reader's own. */
import type { Write } from '../../services/writes.ts';
import { evidenceOf } from '../../services/evidence.ts';
import { LINK_DAYS, makeLink } from '../../services/file-links.ts';
import { commandWords } from '../../text/command-words.ts';
import { refOf, refOfCode, type RequestContext } from '../request-context.ts';
import type { Card } from '../types.ts';
import { isPage, namesActivity, paged, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { ownLeaf } from './own-leaf.ts';

type Item = Extract<Card, { kind: 'evidence' }>['items'][number];

/** As many as one bubble shows well; each gets a link. */
const ITEMS_A_CARD = 5;

export const evidenceCommand: Command = {
  name: 'evidence',
  asks: true,
  words: commandWords.evidence,
  argument: 'optional',
  accepts: (argument, request) => isPage(argument) || namesActivity(pageOf(argument).rest, request),
  async run(argument, request) {
    const { texts } = request;
    const asked = pageOf(argument);
    const says = { typed: texts.words.command.evidence, notYours: texts.files.notYours };
    const found = await ownLeaf(asked, says, request);
    if (!found.ok) return found.answer;
    const { activity } = found;
    return list(activity.code, asked.page, request);
  },
};

async function list(code: string, page: number, request: RequestContext): Promise<Answer> {
  const { context } = request;
  const part = paged(await evidenceOf(context, code), page, ITEMS_A_CARD);
  const writes: Write[] = [];
  const items = part.rows.map(({ id, again, contentType, ...row }): Item => {
    let url: string | null = null;
    if (row.state === 'stored' && context.publicUrl) {
      const target = { kind: 'evidence', id } as const;
      const link = makeLink(context.office.id, context.member.id, target, context.now);
      writes.push(link.write);
      url = `${context.publicUrl}/files/${link.token}`;
    }
    const label = again?.activity ? refOfCode(request, again.activity).label : null;
    return {
      ...row,
      picture: contentType?.startsWith('image/') ?? row.kind === 'image',
      again: again && { at: again.at, label },
      url,
    };
  });
  const activity = context.plan.activities.find((one) => one.code === code)!;
  const card: Card = {
    kind: 'evidence',
    activity: refOf(activity),
    items,
    total: part.total,
    days: LINK_DAYS,
    page: part.page,
    pages: part.pages,
  };
  return {
    messages: [{ type: 'card', card, about: code }],
    writes,
    outcome: { kind: 'shows', activity: code },
  };
}
