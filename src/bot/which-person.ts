/** Asks which person is meant: everybody by taps, page by page, and by name; commands that need somebody ask it, and turn its pages. */
import type { Member } from '../domain/member.ts';
import type { Answer } from './commands/command.ts';
import { PAGE_VALUE, paged } from './commands/arguments.ts';
import { described, peopleNamed } from './people.ts';
import { ask, openConfirmation, type Subject } from './confirmations.ts';
import type { RequestContext } from './request-context.ts';

/** Subjects that choose somebody from those a name fits, or from all where it is ''. */
type Choosing = Extract<Subject, { named: string }>;

/** With the pages and the way out they fit on the screen; a name can be typed. */
const PEOPLE_A_PAGE = 4;

interface Question {
  title: string;
  question: string;
  /** Label of choosing nobody, where that is an answer too. */
  decline?: string;
}

/**
 * @param people whom it can be, all of them where the subject's name fits none.
 * @param turning a page of the question that is open: its earlier cards go on working.
 */
export function askWhich(
  about: Choosing,
  people: readonly Member[],
  question: Question,
  request: RequestContext,
  turning: number | null = null,
): Answer {
  const { chat, words } = request.texts;
  const named = about.named === '' ? [] : peopleNamed(about.named, people);
  const all = named.length > 0 ? named : people;
  const { rows, page, pages } = paged(all, turning ?? 1, PEOPLE_A_PAGE);
  const before = (page - 1) * PEOPLE_A_PAGE;
  const pageTo = (to: number, label: string) => ({ value: `${PAGE_VALUE}${to}`, label });
  return ask(
    about,
    {
      ...question,
      quote: null,
      rows: [],
      caution: pages > 1 ? chat.peopleShown(before + 1, before + rows.length, all.length) : null,
      options: [
        ...rows.map((one) => ({ value: one.id, label: one.name, say: described(one) })),
        ...(page < pages ? [pageTo(page + 1, words.button.more)] : []),
        ...(page > 1 ? [pageTo(page - 1, words.button.earlier)] : []),
      ],
      wide: true,
    },
    request,
    turning === null ? undefined : openConfirmation(request)?.id,
  );
}
