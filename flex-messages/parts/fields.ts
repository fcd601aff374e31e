/** Values of a report's fields as words; used by every card that shows what was said. */
import type { ActivityRef } from '../../src/bot/types.ts';
import { FIELD_NAMES, type FieldName, type Fields, TEXT_FIELDS } from '../../src/domain/activity.ts';
import { baht, decimal, quantity, shortDate } from '../../src/text/format.ts';
import { SHOWN_UNITS, tones } from '../theme.ts';
import type { Style } from '../types.ts';
import { isCut, oneLine } from './text.ts';

type Shown = Pick<ActivityRef, 'unfunded' | 'expected'>;

/** @returns the value in words, `ไม่มี` for one said to be none, null when nothing was said. */
export function fieldWords(name: FieldName, fields: Fields, activity: Shown, style: Style): string | null {
  const { words } = style.texts;
  switch (name) {
    case 'status':
      return fields.status && `${tones[fields.status].sign} ${words.status[fields.status]}`;
    case 'percent':
      return fields.percent === null ? null : `${decimal(fields.percent)}%`;
    case 'actual':
      return fields.actual && quantity(fields.actual.value, oneLine(fields.actual.unit, 30));
    case 'spent':
      if (fields.spent === null) return null;
      if (fields.spent > 0) return baht(fields.spent, style.language);
      return activity.unfunded ? words.noBudget : words.nothingSpent;
    case 'date': {
      const day = fields.date && shortDate(fields.date, style.language);
      return day && activity.expected ? style.texts.cards.expected[activity.expected](day) : day;
    }
    default:
      return fields[name] === '' ? words.none : fields[name];
  }
}

/** Fields that something was said about, in reading order. */
export function saidFields(fields: Fields): FieldName[] {
  return FIELD_NAMES.filter((name) => fields[name] !== null);
}

/** The likeliest gist of a report in one line: `ดำเนินการเสร็จสิ้น · 28,500 บาท`. */
export function gist(fields: Fields, activity: Shown, style: Style): string {
  const { words } = style.texts;
  const parts = saidFields(fields)
    .slice(0, 3)
    .map((name) =>
      name === 'status' && fields.status
        ? words.status[fields.status]
        : fieldWords(name, fields, activity, style),
    );
  if (parts.length === 0) return words.unsaid;
  return oneLine(parts.map((part) => oneLine(part ?? '', 60)).join(' · '), 160);
}

/** Whether a text of these fields is shown shortened when `units` of it are shown. */
export function anyCut(fields: Fields, units: number = SHOWN_UNITS.paragraph): boolean {
  return TEXT_FIELDS.some((name) => isCut(fields[name], units));
}
