/** An office's data as one file: having it made, how far it is, and fetching it where that is allowed; the console and the operators' page show it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DownloadStanding } from '../../services/downloads.ts';
import { moment } from '../../text/format.ts';
import { change, type Me, read, type Refused } from './api.ts';
import type { Sent } from './console/view.ts';
import { wordsFor } from './frame.tsx';

type Standing = Sent<DownloadStanding>;

const ASK_MS = 1_000;

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
  const [standing, setStanding] = useState<Standing | null>(null);
  const [refused, setRefused] = useState('');
  const timer = useRef(0);
  const shared = wordsFor(language);
  const say = shared.taking;
  const failed = (error: Refused): void => setRefused(error.message || shared.offline);
  const look = (): void => {
    clearTimeout(timer.current);
    read<{ export: Standing | null }>(asked).then(({ export: found }) => {
      setStanding(found);
      if (found && isUnderWay(found)) timer.current = window.setTimeout(look, ASK_MS);
    }, failed);
  };
  useEffect(() => {
    look();
    return () => clearTimeout(timer.current);
  }, [asked]);
  const begin = (): void => {
    setRefused('');
    change(make.path, make.form).then(look, failed);
  };
  const underWay = standing !== null && isUnderWay(standing);
  return (
    <>
      <p>{about}</p>
      <div role="status">
        {refused && <p class="bad">{refused}</p>}
        {standing && (
          <p class={standing.state === 'done' ? 'good' : standing.state === 'failed' ? 'bad' : undefined}>
            {toldOf(standing, language)}
          </p>
        )}
      </div>
      {underWay && <progress aria-label={say.waiting} />}
      <p class="buttons">
        <button disabled={underWay} onClick={begin}>
          {say.make}
        </button>
        {standing?.state === 'done' && file && (
          <a class="button primary" href={file(standing.id)} download>
            {say.download}
          </a>
        )}
      </p>
    </>
  );
}

const isUnderWay = ({ state }: Standing): boolean => state !== 'done' && state !== 'failed';

function toldOf({ state, done, bytes, expiresAt }: Standing, language: Me['language']): string {
  const { taking: say } = wordsFor(language);
  if (state === 'done') return say.done(inMegabytes(bytes), moment(new Date(expiresAt), language));
  if (state === 'failed') return say.failed;
  return state === 'waiting' ? say.waiting : say.reading(done);
}

/** At least a tenth. */
export const inMegabytes = (bytes: number | null): string =>
  Math.max(0.1, (bytes ?? 0) / 1_000_000).toFixed(1);
