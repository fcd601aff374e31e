/** One field of the form: what is asked, what stands, where to type, and what is wrong with it. */
import type { ComponentChildren } from 'preact';
import { tones } from '../../../../flex-messages/theme.ts';
import { type FieldName, isTextField, type Status } from '../../../domain/activity.ts';
import { quantity } from '../../../text/format.ts';
import { saidValue } from '../said.ts';
import { type SentForm, type FormWords, saidWords } from './data.ts';
import type { DraftKeeper } from './use-draft.ts';

interface Props {
  name: FieldName;
  draft: DraftKeeper;
  view: SentForm;
  words: FormWords;
}

/** The likeliest first, as the chat offers them. */
const OFFERED: readonly Status[] = ['completed', 'in_progress', 'not_started', 'cancelled'];
const LONG_ROWS = { result: 5, obstacle: 3, suggestion: 3, remark: 2 };

export function Field({ name, draft, view, words }: Props) {
  const { say, ask } = words;
  const standing = saidValue(view.stands, name, saidWords(words), words.language);
  const problem = draft.problems[name];
  const replaced = draft.replaced[name];
  const readAs = draft.readAs[name];
  const about: ComponentChildren = (
    <>
      <span class="dim ask" id={`ask-${name}`}>
        {ask[name]}
        {standing !== null && <span class="standing text">{say.standing(standing)}</span>}
      </span>
    </>
  );
  const below: ComponentChildren = (
    <div id={`said-${name}`}>
      {problem && <p class="bad">{problem}</p>}
      {readAs && <p class="dim">{say.readAs(readAs)}</p>}
      {replaced && (
        <p class="caution">
          {say.replaced(replaced)}{' '}
          <button
            type="button"
            onClick={() => {
              draft.type(name, replaced);
              void draft.keep();
            }}
          >
            {say.useOther}
          </button>
        </p>
      )}
    </div>
  );
  if (name === 'status')
    return (
      <StatusField draft={draft} words={words}>
        {about}
        {below}
      </StatusField>
    );
  return (
    <div class="field" data-field={name}>
      <label for={`field-${name}`}>{words.words.field[name]}</label>
      {about}
      <Input name={name} draft={draft} view={view} words={words} />
      {below}
    </div>
  );
}

function Input({ name, draft, view, words: { say, words } }: Props) {
  const common = {
    id: `field-${name}`,
    value: draft.typed[name],
    'aria-describedby': `ask-${name} said-${name}`,
    'aria-invalid': draft.problems[name] !== undefined,
    autocomplete: 'off',
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      draft.type(name, currentTarget.value),
    onChange: () => void draft.keep(),
  };
  const put = (value: string): void => {
    draft.type(name, value);
    void draft.keep();
  };
  if (isTextField(name))
    return (
      <>
        <textarea {...common} rows={LONG_ROWS[name]} />
        {(name === 'obstacle' || name === 'suggestion') && draft.typed[name] === '' && (
          <span class="buttons">
            <button type="button" onClick={() => put(words.none)}>
              {words.none}
            </button>
          </span>
        )}
      </>
    );
  if (name === 'date')
    return (
      <span class="with-unit">
        <input {...common} placeholder={say.date} />
        <button type="button" onClick={() => put(say.today)}>
          {say.today}
        </button>
        <button type="button" onClick={() => put(say.yesterday)}>
          {say.yesterday}
        </button>
      </span>
    );
  const unit =
    name === 'percent' ? say.unit.percent : name === 'spent' ? say.unit.baht : (view.activity.unit ?? '');
  // as it is written with its number
  const isFirst = quantity(1, unit).startsWith(unit);
  return (
    <span class="with-unit">
      {unit && isFirst && <span>{unit}</span>}
      <input {...common} inputMode="decimal" />
      {unit && !isFirst && <span>{unit}</span>}
    </span>
  );
}

function StatusField({
  draft,
  words: { say, words },
  children,
}: {
  draft: DraftKeeper;
  words: FormWords;
  children: ComponentChildren;
}) {
  const choose = (value: string): void => {
    draft.type('status', value);
    void draft.keep();
  };
  return (
    <fieldset class="field choice" data-field="status" aria-describedby="ask-status said-status">
      <legend>{words.field.status}</legend>
      {children}
      {OFFERED.map((status) => (
        <label key={status} class={`check status-choice ${status.replace('_', '-')}`}>
          <input
            type="radio"
            name="status"
            value={status}
            checked={draft.typed.status === status}
            onChange={() => choose(status)}
          />
          <span>
            <span aria-hidden="true">{tones[status].sign}</span> {words.status[status]}
          </span>
        </label>
      ))}
      {draft.typed.status !== '' && (
        <span class="buttons">
          <button type="button" onClick={() => choose('')}>
            {say.unset}
          </button>
        </span>
      )}
    </fieldset>
  );
}
