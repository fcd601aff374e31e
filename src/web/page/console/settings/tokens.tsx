/** Tokens of the API on the settings page: what there are, a new one, and taking one away. */
import { useState } from 'preact/hooks';
import type { ListedToken } from '../../../../services/api-tokens.ts';
import { moment } from '../../../../text/format.ts';
import { change } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import { type Sent, useLoaded } from '../view.ts';
import type { OutsideProps } from './outside.tsx';

export function Tokens({ say, language, done, failed, reveal }: OutsideProps) {
  const { data, load } = useLoaded<{ tokens: Sent<ListedToken>[] }>('/web/console/tokens');
  const [name, setName] = useState('');
  const make = (event: Event): void => {
    event.preventDefault();
    change<{ token: string }>('/web/console/tokens', { name }).then(({ token }) => {
      setName('');
      reveal(token);
      load();
    }, failed);
  };
  const revoke = (id: string): void => {
    change('/web/console/tokens/revoke', { id }).then(() => {
      done(say.revoked);
      load();
    }, failed);
  };
  const when = (at: string): string => moment(new Date(at), language);
  return (
    <>
      <h3>{say.tokens}</h3>
      <p>{say.tokensAbout}</p>
      {data?.tokens.length === 0 && <p>{say.noTokens}</p>}
      <ul class="steps">
        {data?.tokens.map((token) => (
          <li key={token.id}>
            <span class="text">
              <strong>{token.name}</strong> {say.madeOn(when(token.createdAt))} ·{' '}
              {token.lastUsedAt ? say.usedOn(when(token.lastUsedAt)) : say.neverUsed}
            </span>
            <AskFirst
              label={say.revoke}
              of={token.name}
              question={say.revokeAsk}
              yes={say.revokeYes}
              no={say.keepToken}
              act={() => revoke(token.id)}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={make}>
        <label class="field">
          {say.tokenName}
          <input
            required
            maxLength={100}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <button class="primary">{say.makeToken}</button>
      </form>
    </>
  );
}
