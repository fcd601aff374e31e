/** A rich menu as LINE limits it; the rich-menu installer checks with it before it creates one, and so does the simulator. */
import { actions } from './actions.ts';
import { bad, closed, flag, type LimitProblem, listOf, problemsOf, whole } from './shape.ts';
import { clusters, LIMITS } from './values.ts';

const limits = LIMITS.richMenu;

const area = closed({
  bounds: closed({ x: whole(0), y: whole(0), width: whole(1), height: whole(1) }),
  action: actions.richMenu,
});

const richMenu = closed(
  {
    size: closed({
      width: whole(limits.minWidth, limits.maxWidth),
      height: whole(limits.minHeight),
    }),
    selected: flag,
    name: clusters(limits.name),
    chatBarText: clusters(limits.chatBarText),
    areas: listOf(area, 0, limits.areas),
  },
  ({ size, areas }, report) => {
    if (size.width / size.height < limits.minRatio) {
      bad(report, `width / height must be at least ${limits.minRatio}`, '.size');
    }
    for (const [index, { bounds }] of areas.entries()) {
      if (bounds.x + bounds.width > size.width || bounds.y + bounds.height > size.height) {
        bad(report, 'must lie inside the menu', `.areas[${index}].bounds`);
      }
    }
  },
);

/** @returns what LINE would refuse in a rich menu object; empty when it is good. */
export function checkRichMenu(value: unknown): LimitProblem[] {
  return problemsOf('', value, richMenu);
}
