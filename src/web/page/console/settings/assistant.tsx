/** Whether an AI helps to read messages: what that means, where they go, and how it is switched. */
import { change } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import type { SettingsProps } from './data.ts';

export function AssistantSection({ data, say: { assistant: say }, done, failed }: SettingsProps) {
  const { on, goesTo } = data.assistant;
  const turn = (to: boolean): void => {
    change('/web/console/settings/assistant', { seen: data.seen.assistant, on: to }).then(done, failed);
  };
  return (
    <>
      <p>{say.about}</p>
      <p>{goesTo ? say.goesTo(goesTo.host, goesTo.model) : say.absent}</p>
      <p>
        <strong>{on ? say.isOn : say.isOff}</strong>
      </p>
      {on && (
        <button type="button" onClick={() => turn(false)}>
          {say.switchOff}
        </button>
      )}
      {!on && goesTo && (
        <AskFirst
          kind="primary"
          label={say.switchOn}
          question={say.sure}
          yes={say.switchOnDo}
          no={say.cancel}
          act={() => turn(true)}
        />
      )}
    </>
  );
}
