/** What becomes of people's work when another plan is used, in words: the command prints it, the console's plan page shows it. */
import { invitesLosing, membersKeeping, membersLosing, type PlanSwitch } from '../../services/plan-switch.ts';
import type { Lost } from '../../plan-import/same-work.ts';
import { shorten } from '../../text/format.ts';
import type { Texts } from '../../text/index.ts';

/** Letters of an activity's name that tell it apart. */
const NAME_LETTERS = 60;

export interface SwitchView {
  told: string[];
  /** Who loses what, a line each, under a title with their number. */
  losing: { title: string; lines: string[] }[];
  /** What to do about it; null where nobody loses anything. */
  mend: string | null;
}

export function switchView(leaving: PlanSwitch, { leaving: say }: Texts['admin']['importPlan']): SwitchView {
  const [losing, invites] = [membersLosing(leaving), invitesLosing(leaving)];
  const [keeping, back] = [false, true].map((one) => membersKeeping(leaving, one).length);
  const lineOf = (who: string, lost: readonly Lost[]): string =>
    say.lost(
      who,
      lost.map(({ label, name }) => `${label} ${shorten(name, NAME_LETTERS)}`.trim()).join(' · '),
    );
  const groups = [
    {
      title: say.losing(losing.length),
      lines: losing.map(({ of, lost }) => lineOf(of.name, lost)),
    },
    {
      title: say.invites(invites.length),
      lines: invites.map(({ of, lost }) => lineOf(say.inviteOf(of.owner), lost)),
    },
  ].filter(({ lines }) => lines.length > 0);
  return {
    told: [
      say.ends(leaving.from.title, leaving.from.fiscalYear),
      ...(leaving.drafts > 0 ? [say.drafts(leaving.drafts)] : []),
      ...(keeping ? [say.keeping(keeping)] : []),
      ...(back ? [say.back(back)] : []),
    ],
    losing: groups,
    mend: groups.length > 0 ? say.mend : null,
  };
}

/** The same as lines of a terminal. */
export function switchLines({ told, losing, mend }: SwitchView): string[] {
  return [
    ...told.map((line) => `! ${line}`),
    ...losing.flatMap(({ title, lines }) => [`! ${title}`, ...lines.map((line) => `    ${line}`)]),
    ...(mend ? [`  ${mend}`] : []),
  ];
}
