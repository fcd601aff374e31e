/** Who signs the report: as what, with which name and position. */
import type { Signature } from '../../../../reports/settings.ts';
import type { SettingsProps } from './data.ts';

const MOST = 6;

export function Signatories({
  say,
  list,
  change,
}: Pick<SettingsProps, 'say'> & { list: readonly Signature[]; change: (list: Signature[]) => void }) {
  const set = (at: number, part: Partial<Signature>): void =>
    change(list.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const field = (at: number, name: keyof Signature, label: string) => (
    <label class="field">
      {label}
      <input
        value={list[at]?.[name] ?? ''}
        maxLength={200}
        required={name === 'role'}
        onInput={({ currentTarget }) => set(at, { [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <>
      {list.map((_, at) => (
        <fieldset key={at}>
          <legend>{say.signer(at + 1)}</legend>
          {field(at, 'role', say.signRole)}
          {field(at, 'name', say.signName)}
          {field(at, 'position', say.signPosition)}
          <button type="button" onClick={() => change(list.filter((_one, index) => index !== at))}>
            {say.remove} <span class="unseen">{say.signer(at + 1)}</span>
          </button>
        </fieldset>
      ))}
      {list.length < MOST && (
        <p>
          <button type="button" onClick={() => change([...list, { role: '', name: '', position: '' }])}>
            {say.addSigner}
          </button>
        </p>
      )}
    </>
  );
}
