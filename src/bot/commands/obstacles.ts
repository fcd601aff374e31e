/** ปัญหา: what is stuck, by date, with activity, person and day; of one activity or branch where one is named. */
import { dayInBangkok } from '../../domain/fiscal-year.ts';
import { covers } from '../../domain/plan.ts';
import { openObstacles } from '../../services/obstacles.ts';
import { shortDate } from '../../text/format.ts';
import { commandWords } from '../../text/command-words.ts';
import { say, show } from '../bot-result.ts';
import { mayNamePart, partBehind } from '../plan-part.ts';
import { refOf } from '../request-context.ts';
import { activityOf, isPage, looksLikeCode, paged, pageOf } from './arguments.ts';
import type { Command } from './command.ts';
import { notFound } from './not-found.ts';

export const obstaclesCommand: Command = {
  name: 'obstacles',
  asks: true,
  words: commandWords.obstacles,
  argument: 'optional',
  accepts: (argument, request) => {
    const { rest } = pageOf(argument);
    return isPage(argument) || looksLikeCode(rest, request) || mayNamePart(rest, request);
  },
  async run(argument, request) {
    const { context, texts } = request;
    const { managing, words } = texts;
    const asked = pageOf(argument);
    const typed = (name: string): string => words.command.ofPart(words.command.obstacles, name);
    const named = await partBehind(asked.rest, typed, request);
    if (named && !named.ok) return named.answer;
    const found = named || asked.rest === '' ? null : activityOf(asked.rest, request);
    if (found && !found.ok) return notFound(found, asked, words.command.obstaclesOf, request);
    const activity = found && found.activity;
    const part = named && named.part;
    const here = (await openObstacles(context)).filter(({ activity: { code } }) =>
      part ? part.leaves.has(code) : !activity || covers([activity.code], code),
    );
    if (here.length === 0) {
      if (part) return say(managing.part.nothing(part.name, managing.obstacles.open));
      return say(activity ? managing.obstacles.noneOf(activity.label) : managing.obstacles.none);
    }
    const { rows, ...pages } = paged(here, asked.page, ROWS);
    return show({
      type: 'card',
      card: {
        kind: 'obstacles',
        activity: activity && refOf(activity),
        ...(part && { whose: part.name }),
        rows: rows.map((one) => ({
          activity: refOf(one.activity),
          text: one.text,
          by: one.by,
          day: one.at && shortDate(dayInBangkok(one.at), context.language),
        })),
        ...pages,
        command: part
          ? typed(part.typed)
          : activity
            ? words.command.obstaclesOf(activity.code)
            : words.command.obstacles,
      },
    });
  },
};

/** Each has several lines. */
const ROWS = 8;
