/** Photos and files of the draft: from the camera or the album, several at once, each with how far it is and a way to take it out. */
import { FileButton } from '../file-button.tsx';
import type { SentFile, SentForm, FormWords } from './data.ts';
import type { Upload } from './use-uploads.ts';

interface Props {
  view: SentForm;
  words: FormWords;
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  drop: (id: string) => void;
  remove: (id: string) => void;
}

export function Files({ view, words, uploads, add, drop, remove }: Props) {
  const { files: say } = words.say;
  const files = view.draft?.files ?? [];
  const nameOf = (file: SentFile, index: number): string => file.name ?? say.photo(index + 1);
  return (
    <fieldset class="field files">
      <legend>{say.title}</legend>
      <span class="dim">
        {say.hint}
        {view.stands.files > 0 && <> · {say.stored(view.stands.files)}</>}
      </span>
      <div class="buttons">
        <FileButton label={say.camera} accept="image/*" capture choose={add} />
        <FileButton
          label={say.choose}
          accept="image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.txt"
          many
          choose={add}
        />
      </div>
      <ul class="gallery">
        {files.map((file, index) => (
          <li key={file.id}>
            {file.picture ? (
              <img
                src={`/web/files/${file.id}`}
                alt={nameOf(file, index)}
                width={160}
                height={120}
                loading="lazy"
              />
            ) : (
              <p class="text">{file.pending ? say.pending : nameOf(file, index)}</p>
            )}
            <button type="button" onClick={() => remove(file.id)}>
              {say.remove} <span class="unseen">{nameOf(file, index)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        <ul class="uploads">
          {uploads.map((one) => (
            <li key={one.id}>
              <span class={one.state === 'refused' ? 'bad text' : 'text'}>{sentence(one, words)}</span>
              {(one.state === 'sending' || one.state === 'paused') && (
                <progress value={one.share} aria-label={one.name} />
              )}
              <button type="button" onClick={() => drop(one.id)}>
                {say.stop} <span class="unseen">{one.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </fieldset>
  );
}

function sentence({ state, name, share, why }: Upload, { say: { files: say } }: FormWords): string {
  switch (state) {
    case 'waiting':
      return say.waiting(name);
    case 'sending':
      return say.sending(name, Math.round(share * 100));
    case 'checking':
      return say.checking(name);
    case 'paused':
      return say.paused(name);
    case 'refused':
      return `! ${why}`;
  }
}
