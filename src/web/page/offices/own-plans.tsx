/** Offices' own plans, many files at once: what is good goes in, of each other file it is said why not. */
import { useState } from 'preact/hooks';
import { FileButton } from '../file-button.tsx';
import type { Refused } from '../api.ts';
import { wordsFor } from '../frame.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { sendPlan } from './send-plan.ts';
import type { OperatorProps } from './view.ts';

interface OwnOutcome {
  ok: boolean;
  text: string;
  details: string[];
}

export function OwnPlans({ me, words: { template }, done }: OperatorProps & { done: () => void }) {
  const say = template.own;
  const shared = wordsFor(me.language);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [outcomes, setOutcomes] = useState<(OwnOutcome & { file: string })[]>([]);
  // whoever leaves would not see which files were not taken
  useUnsaved(progress !== null);
  const bring = async (files: readonly File[]): Promise<void> => {
    const told: (OwnOutcome & { file: string })[] = [];
    for (const file of files) {
      setProgress({ done: told.length, of: files.length });
      const outcome = await sendPlan<OwnOutcome>('/web/offices/plans/own', file).catch(
        (error: Refused): OwnOutcome => ({ ok: false, text: error.message || shared.offline, details: [] }),
      );
      told.push({ ...outcome, file: file.name });
      setOutcomes([...told]);
    }
    setProgress(null);
    done();
  };
  const broken = outcomes.filter(({ ok }) => !ok);
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      <div class="buttons">
        <FileButton
          label={say.files}
          accept=".docx,.xlsx,.ods,.odt,.csv,.json"
          many
          disabled={progress !== null}
          choose={(files) => void bring([...files])}
        />
      </div>
      <div role="status">
        {progress && <p>{say.progress(progress.done, progress.of)}</p>}
        {!progress && outcomes.length > 0 && (
          <p class={broken.length > 0 ? 'bad' : 'good'}>
            {say.outcome(outcomes.length - broken.length, broken.length)}
          </p>
        )}
      </div>
      {broken.length > 0 && (
        <>
          <h3>{say.brokenTitle}</h3>
          <ul>
            {broken.map(({ file, text, details }) => (
              <li key={file}>
                {file}: {text}
                {details.length > 0 && (
                  <ul>
                    {details.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
