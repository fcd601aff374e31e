/** The address by which LINE and everybody's phone open this installation. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import { useUnsaved } from '../../unsaved.tsx';
import type { ConnectionProps } from './data.ts';

export function Address({ data, say, done, failed }: ConnectionProps) {
  const isPublic = data.publicUrl.startsWith('https:');
  const stored = isPublic ? data.publicUrl : '';
  const [url, setUrl] = useState(stored);
  useUnsaved(url !== stored);
  const submit = (event: Event): void => {
    event.preventDefault();
    change<{ url: string }>('/web/console/connection/address', { url }).then(({ url: saved }) => {
      setUrl(saved);
      done(say.addressSaved(saved));
    }, failed);
  };
  return (
    <section class="card">
      <h2>{say.address}</h2>
      <p class="text">
        {isPublic && <span class="status completed">✓</span>} {say.addressNow(data.publicUrl)}
        {!isPublic && ` ${say.addressLocal}`}
      </p>
      {data.addressGiven ? (
        <p class="dim">{say.addressFromOutside}</p>
      ) : !data.office ? (
        <p class="dim">{say.officeFirst}</p>
      ) : !data.mayTellAddress ? (
        <p class="dim">{say.addressOfAll}</p>
      ) : (
        <form onSubmit={submit}>
          <p>{say.addressAbout}</p>
          <label class="field">
            {say.addressField}
            <input
              required
              inputMode="url"
              autocapitalize="off"
              spellcheck={false}
              maxLength={500}
              placeholder="https://"
              value={url}
              onInput={({ currentTarget }) => setUrl(currentTarget.value)}
            />
          </label>
          <button class={isPublic ? undefined : 'primary'}>{say.addressSave}</button>
        </form>
      )}
    </section>
  );
}
