/** One webhook on the settings page: its address, what can be done with it, and its last outcomes. */
import type { ShownHook } from '../../../../services/webhook-settings.ts';
import { moment } from '../../../../text/format.ts';
import { change } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import type { Sent } from '../view.ts';
import type { OutsideProps } from './outside.tsx';

export function HookItem({ hook, say, language, ...act }: OutsideProps & { hook: Sent<ShownHook> }) {
  const send = <T,>(what: string): Promise<T> =>
    change<T>('/web/console/outside/hooks/change', { id: hook.id, act: what });
  const doing = (what: string, text: string) => (): void =>
    void send(what).then(() => act.done(text), act.failed);
  const rotate = (): void =>
    void send<{ secret: string }>('rotate').then(({ secret }) => act.reveal(secret), act.failed);
  const when = (at: string): string => moment(new Date(at), language);
  return (
    <li>
      <span class="text">
        <strong>{hook.url}</strong> {hook.gone && <span class="bad">{say.isGone}</span>}{' '}
        {hook.overlapUntil && say.overlap(when(hook.overlapUntil))}
      </span>
      {hook.gone ? (
        <button type="button" onClick={doing('switch-on', say.switchedOn)}>
          {say.switchOn}
        </button>
      ) : (
        <button type="button" onClick={doing('test', say.tested)}>
          {say.test}
        </button>
      )}
      <AskFirst
        kind="primary"
        label={say.rotate}
        of={hook.url}
        question={say.rotateAsk}
        yes={say.rotateYes}
        no={say.cancel}
        act={rotate}
      />
      <AskFirst
        label={say.remove}
        of={hook.url}
        question={say.removeAsk}
        yes={say.removeYes}
        no={say.cancel}
        act={doing('remove', say.removed)}
      />
      <details>
        <summary>{say.outcomes}</summary>
        {hook.outcomes.length === 0 && <p>{say.noOutcomes}</p>}
        <ul>
          {hook.outcomes.map(({ id, at, event, state, attempts, error, nextAt }) => (
            <li key={id}>
              {when(at)} ·{' '}
              {say.outcomeLine(
                say.event[event],
                say.outcome[state],
                attempts,
                [error && say.reason(error), nextAt && attempts > 0 ? say.nextTry(when(nextAt)) : null]
                  .filter(Boolean)
                  .join(' · '),
              )}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
