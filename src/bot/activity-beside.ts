/** The activity that a short wish names by its code at either end, and the wish without it: "ลบความก้าวหน้า 2.3", "ปัญหา 2.6 หมดแล้ว"; interpreters of what is stored and the open card ask it. */
import { arabicDigits } from '../text/format.ts';
import { CODE_BESIDE } from '../text/typed.ts';
import { leafOf } from './commands/arguments.ts';
import type { RequestContext } from './request-context.ts';

export function activityBeside(
  typed: string,
  request: RequestContext,
): { code: string | null; rest: string } {
  const digits = arabicDigits(typed);
  const found = CODE_BESIDE.exec(digits);
  const label = found?.[1] ?? found?.[2];
  const meant = label === undefined ? null : leafOf(label, request);
  if (!found || label === undefined || !meant?.ok || !meant.activity.leaf) return { code: null, rest: typed };
  const at = found.index + found[0].lastIndexOf(label);
  const rest = `${digits.slice(0, at)} ${digits.slice(at + label.length)}`;
  return { code: meant.activity.code, rest: rest.replace(/\s+/g, ' ').trim() };
}
