/** An office's data as one file: having it made, how far it is, and fetching it where that is allowed; the console and the operators' page show it. */
import { moment } from '../../text/format.ts';
import { change, type Me } from './api.ts';
import { wordsFor } from './frame.tsx';
import { inMegabytes, isUnderWay, type MadeFile, useMade } from './use-made.ts';

/** @param props.asked where its standing is read. @param props.file its address by its id; null where only the office may fetch it. */
export function Export({
  language,
  about,
  asked,
  make,
  file,
}: {
  language: Me['language'];
  about: string;
  asked: string;
  make: { path: string; form: object };
  file: ((id: string) => string) | null;
}) {
  const shared = wordsFor(language);
  const say = shared.taking;
  const { made, refused, refuse, look } = useMade(asked, shared.offline);
  const begin = (): void => {
    change(make.path, make.form).then(look, refuse);
  };
  const underWay = made !== null && isUnderWay(made);
  return (
    <>
      <p>{about}</p>
      <div role="status">
        {refused && <p class="bad">{refused}</p>}
        {made && (
          <p class={made.state === 'done' ? 'good' : made.state === 'failed' ? 'bad' : undefined}>
            {toldOf(made, language)}
          </p>
        )}
      </div>
      {underWay && <progress aria-label={say.waiting} />}
      <p class="buttons">
        <button disabled={underWay} onClick={begin}>
          {say.make}
        </button>
        {made?.state === 'done' && file && (
          <a class="button primary" href={file(made.id)} download>
            {say.download}
          </a>
        )}
      </p>
    </>
  );
}

function toldOf({ state, done, bytes, expiresAt }: MadeFile, language: Me['language']): string {
  const { taking: say } = wordsFor(language);
  if (state === 'done') return say.done(inMegabytes(bytes), moment(new Date(expiresAt), language));
  if (state === 'failed') return say.failed;
  return state === 'waiting' ? say.waiting : say.reading(done);
}
