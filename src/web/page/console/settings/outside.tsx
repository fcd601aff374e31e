/** Other systems: whether they get names, webhooks and how they went, tokens of the API; asked for by itself, as it changes by itself. */
import { useState } from 'preact/hooks';
import type { ShownHook } from '../../../../services/webhook-settings.ts';
import { change, type Refused } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import { wordsFor } from '../../frame.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import { type ConsoleWords, type Sent, useLoaded, type ViewProps } from '../view.ts';
import { HookItem } from './hook.tsx';
import { Tokens } from './tokens.tsx';

export interface OutsideData {
  names: boolean;
  seen: string;
  hooks: Sent<ShownHook>[];
  hasKey: boolean;
}

export interface OutsideProps {
  say: ConsoleWords['outside'];
  language: ViewProps['me']['language'];
  /** Tells how it went, and asks for what there is now. */
  done: (text: string) => void;
  failed: (error: Refused) => void;
  /** Shows what is shown this once. */
  reveal: (secret: string) => void;
}

export function OutsideSection({ me, words }: ViewProps) {
  const say = words.outside;
  const { data, load } = useLoaded<OutsideData>('/web/console/outside');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  useUnsaved(secret !== null);
  if (!data) return null;
  const props: OutsideProps = {
    say,
    language: me.language,
    done(text) {
      setTold({ text, good: true });
      load();
    },
    failed(error) {
      setTold({ text: error.message || wordsFor(me.language).offline, good: false });
      if (error.status === 409) load();
    },
    reveal(one) {
      setSecret(one);
      setTold(null);
      load();
    },
  };
  return (
    <>
      <p>{say.about}</p>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
        {secret && (
          <p>
            {say.secret} <code class="secret">{secret}</code>{' '}
            <button type="button" onClick={() => setSecret(null)}>
              {say.secretKept}
            </button>
          </p>
        )}
      </div>
      <Names key={data.seen} data={data} {...props} />
      <Hooks data={data} noKey={words.connection.noKey} {...props} />
      <Tokens {...props} />
    </>
  );
}

function Names({ data, say, done, failed }: OutsideProps & { data: OutsideData }) {
  const turn = (on: boolean): void => {
    change('/web/console/outside/names', { seen: data.seen, on }).then(() => done(say.saved), failed);
  };
  return (
    <>
      <p>
        <strong>{data.names ? say.namesOn : say.namesOff}</strong>
      </p>
      {data.names ? (
        <button type="button" onClick={() => turn(false)}>
          {say.holdNames}
        </button>
      ) : (
        <AskFirst
          kind="primary"
          label={say.giveNames}
          question={say.giveNamesSure}
          yes={say.giveNamesDo}
          no={say.cancel}
          act={() => turn(true)}
        />
      )}
    </>
  );
}

/** @param props.noKey told where the server could keep no secret. */
function Hooks({ data, noKey, ...props }: OutsideProps & { data: OutsideData; noKey: string }) {
  const { say, reveal, failed } = props;
  const [url, setUrl] = useState('');
  const add = (event: Event): void => {
    event.preventDefault();
    change<{ secret: string }>('/web/console/outside/hooks', { url }).then(({ secret }) => {
      setUrl('');
      reveal(secret);
    }, failed);
  };
  return (
    <>
      <h3>{say.hooks}</h3>
      <p>{say.hooksAbout}</p>
      {data.hooks.length === 0 && <p>{say.none}</p>}
      <ul class="steps">
        {data.hooks.map((hook) => (
          <HookItem key={hook.id} hook={hook} {...props} />
        ))}
      </ul>
      {data.hasKey ? (
        <form onSubmit={add}>
          <label class="field">
            {say.url}
            <input
              type="url"
              required
              maxLength={500}
              value={url}
              onInput={({ currentTarget }) => setUrl(currentTarget.value)}
            />
          </label>
          <button class="primary">{say.add}</button>
        </form>
      ) : (
        <p>{noKey}</p>
      )}
    </>
  );
}
