/** Asks for the date or time a datetimepicker action wants; used by chat.tsx. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dateFieldOf, thaiDayOfField } from './dates.ts';
import type { LineAction } from './flex.ts';
import { Dialog } from './popup.tsx';
import { words } from './words.ts';

interface Props {
  action: LineAction;
  /** Simulator time, ISO: what is offered when the action names no first value. */
  now: string;
  /** @param params as LINE sends them: {date}, {time} or {datetime}, Gregorian. */
  onPick: (params: Record<string, string>) => void;
  onClose: () => void;
}

const kinds = {
  date: { input: 'date', title: words.action.pickDate, from: 0, to: 10 },
  time: { input: 'time', title: words.action.pickTime, from: 11, to: 16 },
  datetime: { input: 'datetime-local', title: words.action.pickMoment, from: 0, to: 16 },
} as const;

/** The native field of the action's mode, with the B.E. date written beside it. */
export function DateDialog({ action, now, onPick, onClose }: Props): VNode {
  const mode = action.mode === 'time' || action.mode === 'datetime' ? action.mode : 'date';
  const kind = kinds[mode];
  const [value, setValue] = useState(
    fieldValue(action.initial) ?? dateFieldOf(now).slice(kind.from, kind.to),
  );
  const thai = thaiDayOfField(value);
  return (
    <Dialog
      title={kind.title}
      yes={words.page.ok}
      onClose={onClose}
      onYes={() => value && onPick({ [mode]: value })}
    >
      <label class="field">
        <span>{typeof action.label === 'string' && action.label ? action.label : kind.title}</span>
        <input
          type={kind.input}
          value={value}
          required
          {...limits(action)}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      {thai && (
        <p class="hint">
          {words.action.gregorian} <strong>{thai}</strong>
        </p>
      )}
    </Dialog>
  );
}

// LINE accepts a small t between date and time; native fields do not.
function fieldValue(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.replace('t', 'T') : null;
}

function limits(action: LineAction): { min?: string; max?: string } {
  const min = fieldValue(action.min);
  const max = fieldValue(action.max);
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
}
