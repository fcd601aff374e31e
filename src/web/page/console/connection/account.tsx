/** The office's LINE account: secret and token pasted and checked, changed, withdrawn. */
import { useState } from 'preact/hooks';
import { change, type Refused } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import type { ConnectionProps } from './data.ts';

const LINE_CONSOLE = 'https://developers.line.biz/console/';

export function AccountSection(props: ConnectionProps) {
  const { data, say } = props;
  const [open, setOpen] = useState(false);
  return (
    <section class="card">
      <h2>{say.account}</h2>
      {data.line === 'simulator' ? (
        <p>{say.simulated}</p>
      ) : data.source === 'outside' ? (
        <p>{say.fromOutside}</p>
      ) : !data.office ? (
        <p class="dim">{say.officeFirst}</p>
      ) : (
        <>
          {!data.readable && <p class="bad">{say.unreadable}</p>}
          {data.account && data.readable && (
            <p>
              <span class="status completed">✓</span> {say.linked(data.account.name, data.account.basicId)}
            </p>
          )}
          {data.source === 'none' || open || !data.readable ? (
            <Credentials {...props} over={() => setOpen(false)} />
          ) : (
            <Change {...props} open={() => setOpen(true)} />
          )}
        </>
      )}
    </section>
  );
}

function Credentials({ data, say, done, failed, over }: ConnectionProps & { over: () => void }) {
  const [secret, setSecret] = useState('');
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  useUnsaved(secret !== '' || token !== '');
  const submit = (event: Event): void => {
    event.preventDefault();
    setBusy(true);
    change<{ name: string; basicId: string }>('/web/console/connection', { secret, token }).then(
      ({ name, basicId }) => {
        over();
        done(say.connected(name, basicId));
      },
      (error: Refused) => {
        setBusy(false);
        setWrong((error.details as { field?: string } | null)?.field ?? '');
        failed(error);
      },
    );
  };
  const field = (name: 'secret' | 'token', label: string, value: string, set: (value: string) => void) => (
    <label class="field">
      {label}
      <input
        required
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={2000}
        aria-invalid={wrong === name ? 'true' : undefined}
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </label>
  );
  return (
    <form onSubmit={submit}>
      <p>{say.accountAbout}</p>
      <p>
        <a href={LINE_CONSOLE} target="_blank" rel="noreferrer">
          {say.console}
        </a>
      </p>
      {field('secret', say.secret, secret, setSecret)}
      {field('token', say.token, token, setToken)}
      <p class="buttons">
        <button class="primary" disabled={busy}>
          {busy ? say.connecting : say.connect}
        </button>
        {data.account && (
          <button type="button" onClick={over}>
            {say.cancel}
          </button>
        )}
      </p>
    </form>
  );
}

function Change({ say, done, failed, open }: ConnectionProps & { open: () => void }) {
  const withdraw = (): void => {
    change('/web/console/connection/withdraw', {}).then(() => done(say.withdrawn), failed);
  };
  return (
    <div class="buttons">
      <button onClick={open}>{say.change}</button>
      <AskFirst
        label={say.withdraw}
        question={say.withdrawSure}
        yes={say.withdrawYes}
        no={say.cancel}
        act={withdraw}
      />
    </div>
  );
}
