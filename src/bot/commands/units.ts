/** สรุปรายฝ่าย: the units of the plan beside each other, in the order that is asked for; each leads to what is asked of it alone. */
import { moneyByNode } from '../../domain/budget.ts';
import { inOrder, unitStanding, type UnitOrder } from '../../domain/unit-standing.ts';
import { unreportedHere } from '../../services/asking.ts';
import { askingWords } from '../../text/asking-words.ts';
import { comparisonAsked, IS_ORDER, orderIn } from '../../text/questions-of-units.ts';
import { planRows } from '../activity-rows.ts';
import { say, show } from '../bot-result.ts';
import type { RequestContext } from '../request-context.ts';
import { unitsOf } from '../units.ts';
import { isPage, paged, pageOf } from './arguments.ts';
import type { Command } from './command.ts';

export const unitsCommand: Command = {
  name: 'units',
  asks: true,
  words: askingWords.units,
  argument: 'optional',
  accepts: (argument) => isPage(argument) || IS_ORDER.test(pageOf(argument).rest),
  async run(argument, request) {
    const { context, texts } = request;
    const { page, rest } = pageOf(argument);
    const order = comparisonAsked(rest) ?? orderIn(rest);
    const units = unitsOf(context.plan);
    if (units.length === 0) return say(texts.managing.units.none);
    const [rows, states, unreported] = await Promise.all([
      planRows(request),
      context.states(),
      unreportedHere(context),
    ]);
    const spent = new Map(rows.map((row) => [row.code, row.spent]));
    const counted = units.flatMap(({ leaves }) => leaves);
    const named = new Set(counted);
    const standing = (name: string | null, leaves: ReadonlySet<string>) =>
      unitStanding(
        name,
        rows.filter(({ code }) => leaves.has(code)),
        moneyByNode(
          states,
          (leaf) => spent.get(leaf) ?? null,
          (leaf) => leaves.has(leaf),
        ).get(null)!,
        unreported,
      );
    const nobodys = rows.flatMap(({ code }) => (named.has(code) ? [] : [code]));
    const all = inOrder(
      units.map(({ name, leaves }) => standing(name, new Set(leaves))),
      order,
    );
    const shown = paged([...all, ...(nobodys.length > 0 ? [standing(null, new Set(nobodys))] : [])], page);
    return show({
      type: 'card',
      card: {
        kind: 'units',
        order,
        ...shown,
        rows: shown.rows.map((row) => ({ ...row, typed: row.name && typedFor(row.name, order, request) })),
        total: units.length,
        shared: counted.length - named.size,
        command: `${texts.words.command.units} ${texts.managing.units.typed[order.by][order.first]}`.trim(),
      },
    });
  },
};

/** The command of one unit that says more of what was asked. */
function typedFor(name: string, { by }: UnitOrder, { texts: { words } }: RequestContext): string {
  const { command } = words;
  if (by === 'plan' || by === 'done') return command.status(name);
  const narrowed = { spent: 'budget', left: 'budget', overdue: 'overdue', unreported: 'missing' } as const;
  return command.ofPart(command[narrowed[by]], name);
}
