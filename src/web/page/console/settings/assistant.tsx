/** Whether an AI helps to read messages: what that means, where they go, and how it is switched. */
import { useState } from 'preact/hooks';
import { change } from '../../api.ts';
import type { SettingsProps } from './data.ts';

export function AssistantSection({ data, say: { assistant: say }, done, failed }: SettingsProps) {
  const { on, goesTo } = data.assistant;
  const [asking, setAsking] = useState(false);
  const turn = (to: boolean): void => {
    setAsking(false);
    change('/web/console/settings/assistant', { seen: data.seen.assistant, on: to }).then(done, failed);
  };
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      <p>{goesTo ? say.goesTo(goesTo.host, goesTo.model) : say.absent}</p>
      <p>
        <strong>{on ? say.isOn : say.isOff}</strong>
      </p>
      {asking && <p>{say.sure}</p>}
      <p class="buttons">
        {on && (
          <button type="button" onClick={() => turn(false)}>
            {say.switchOff}
          </button>
        )}
        {!on && goesTo && !asking && (
          <button type="button" onClick={() => setAsking(true)}>
            {say.switchOn}
          </button>
        )}
        {asking && (
          <button type="button" class="primary" onClick={() => turn(true)}>
            {say.switchOnDo}
          </button>
        )}
      </p>
    </section>
  );
}
