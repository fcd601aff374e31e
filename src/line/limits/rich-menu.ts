/** A rich menu as LINE limits it; the rich-menu installer checks with it before it creates one, and so does the simulator. */
import { z } from 'zod';
import { actions } from './actions.ts';
import { type LimitProblem, problemsOf } from './problems.ts';
import { clusters, LIMITS } from './values.ts';

const limits = LIMITS.richMenu;

const richMenu = z
  .strictObject({
    size: z.strictObject({
      width: z.int().min(limits.minWidth).max(limits.maxWidth),
      height: z.int().min(limits.minHeight),
    }),
    selected: z.boolean(),
    name: clusters(limits.name),
    chatBarText: clusters(limits.chatBarText),
    areas: z
      .array(
        z.strictObject({
          bounds: z.strictObject({
            x: z.int().min(0),
            y: z.int().min(0),
            width: z.int().min(1),
            height: z.int().min(1),
          }),
          action: actions.richMenu,
        }),
      )
      .max(limits.areas),
  })
  .check((context) => {
    const { size, areas } = context.value;
    const bad = (message: string, path: (string | number)[]): void => {
      context.issues.push({ code: 'custom', message, path, input: context.value });
    };
    if (size.width / size.height < limits.minRatio) {
      bad(`width / height must be at least ${limits.minRatio}`, ['size']);
    }
    for (const [index, { bounds }] of areas.entries()) {
      if (bounds.x + bounds.width > size.width || bounds.y + bounds.height > size.height) {
        bad('must lie inside the menu', ['areas', index, 'bounds']);
      }
    }
  });

/** @returns what LINE would refuse in a rich menu object; empty when it is good. */
export function checkRichMenu(value: unknown): LimitProblem[] {
  const result = richMenu.safeParse(value, { reportInput: true });
  return result.success ? [] : problemsOf('', result.error.issues);
}
