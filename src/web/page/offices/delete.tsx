/** Deleting an office that is suspended: what goes and what stays, its name typed, and asked once more. */
import { useState } from 'preact/hooks';
import { change, type Refused } from '../api.ts';
import type { OperatorProps, ShownOffice } from './view.ts';

export function DeleteOffice({
  words,
  office: { id, name },
  done,
  failed,
}: Pick<OperatorProps, 'words'> & {
  office: ShownOffice;
  done: (text: string) => void;
  failed: (error: Refused) => void;
}) {
  const [step, setStep] = useState<'none' | 'name' | 'sure'>('none');
  const [typed, setTyped] = useState('');
  const say = words.office.deleting;
  const over = (): void => {
    setStep('none');
    setTyped('');
  };
  const remove = (): void => {
    over();
    change<{ people: number }>('/web/offices/delete', { office: id, name: typed, sure: true }).then(
      ({ people }) => done(say.done(people)),
      failed,
    );
  };
  if (step === 'none')
    return (
      <p class="buttons">
        <button onClick={() => setStep('name')}>{say.begin}</button>
      </p>
    );
  return (
    <>
      <p class="bad">{step === 'name' ? say.about : say.sure(name)}</p>
      {step === 'name' && (
        <label class="field">
          {say.typeName(name)}
          <input value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
        </label>
      )}
      <p class="buttons">
        {step === 'name' ? (
          <button disabled={typed.trim() === ''} onClick={() => setStep('sure')}>
            {say.next}
          </button>
        ) : (
          <button class="danger" onClick={remove}>
            {say.yes}
          </button>
        )}
        <button onClick={over}>{words.office.cancel}</button>
      </p>
    </>
  );
}
