/** What is set at LINE by a button: the webhook's address with its test, and the menus under the chats with how far they are. */
import { useState } from 'preact/hooks';
import { change, Refused } from '../../api.ts';
import type { ConnectionProps } from './data.ts';

export function AtLine(props: ConnectionProps) {
  const { data, say } = props;
  const missing =
    data.source === 'none' || !data.readable
      ? say.accountFirst
      : data.isReachable || data.line === 'simulator'
        ? null
        : say.addressFirst;
  return (
    <>
      {data.line !== 'simulator' && (
        <section class="card">
          <h2>{say.webhook}</h2>
          {data.webhook && <p class="text">{say.webhookAbout(data.webhook)}</p>}
          <p>{say.webhookSwitch}</p>
          {missing ? <p class="dim">{missing}</p> : <WebhookSection {...props} />}
        </section>
      )}
      <section class="card">
        <h2>{say.menus}</h2>
        <p>{say.menusAbout}</p>
        {data.source === 'none' || !data.readable ? (
          <p class="dim">{say.accountFirst}</p>
        ) : (
          <Menus {...props} />
        )}
      </section>
    </>
  );
}

type Doing = Pick<ConnectionProps, 'say' | 'done' | 'failed'>;

export function WebhookSection({ say, done, failed }: Doing) {
  const [busy, setBusy] = useState(false);
  const set = (): void => {
    setBusy(true);
    change('/web/console/connection/webhook', {})
      .then(() => done(say.webhookDone), failed)
      .finally(() => setBusy(false));
  };
  return (
    <button class="primary" disabled={busy} onClick={set}>
      {busy ? say.webhookWorking : say.webhookSet}
    </button>
  );
}

export function Menus({ say, done, failed }: Doing) {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const install = async (): Promise<void> => {
    setProgress({ done: 0, of: 1 });
    try {
      for (let step = 0, of = 1; step < of; step++) {
        const now = await change<{ done: number; of: number }>('/web/console/connection/menus', { step });
        of = now.of;
        setProgress(now);
      }
      done(say.menusDone);
    } catch (error) {
      failed(error instanceof Refused ? error : new Refused(0, ''));
    }
    setProgress(null);
  };
  return (
    <>
      <button class="primary" disabled={progress !== null} onClick={() => void install()}>
        {say.menusInstall}
      </button>
      <div role="status">
        {progress && (
          <>
            <p>{say.menusWorking(progress.done, progress.of)}</p>
            <progress value={progress.done / progress.of} aria-label={say.menus} />
          </>
        )}
      </div>
    </>
  );
}
