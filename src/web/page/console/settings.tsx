/** The console's settings page: the report, reminding, the office's days, other systems, and how long things are kept. */
import { useState } from 'preact/hooks';
import type { Refused } from '../api.ts';
import { PageNote, wordsFor } from '../frame.tsx';
import { AssistantSection } from './settings/assistant.tsx';
import { Days } from './settings/days.tsx';
import type { SettingsData, SettingsProps } from './settings/data.ts';
import { KeepingSection } from './settings/keeping.tsx';
import { OutsideSection } from './settings/outside.tsx';
import { Quota } from './settings/quota.tsx';
import { Reminders } from './settings/reminders.tsx';
import { ReportSection } from './settings/report.tsx';
import { useLoaded, type ViewProps } from './view.ts';

export function SettingsPage({ me, words }: ViewProps) {
  const { settings: say } = words;
  const { data, refused, load } = useLoaded<SettingsData>('/web/console/settings');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  const shared = wordsFor(me.language);
  if (refused)
    return <PageNote text={refused.message || shared.offline} button={shared.retry} press={load} />;
  if (!data) return <PageNote text={shared.loading} />;
  const done = (): void => {
    setTold({ text: say.saved, good: true });
    load();
  };
  // the form begins anew with what somebody else saved; what was typed is gone with a word, not silently
  const failed = (error: Refused): void => {
    setTold({ text: error.message || shared.offline, good: false });
    if (error.status === 409) load();
  };
  const props: SettingsProps = { data, say, me, done, failed };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      <ReportSection key={`report ${data.seen.report}`} {...props} />
      <Reminders key={`reminders ${data.seen.reminders}`} {...props} />
      <Quota key={`quota ${data.seen.quota}`} {...props} />
      <Days {...props} />
      <AssistantSection {...props} />
      <OutsideSection me={me} words={words} />
      <KeepingSection key={`keeping ${data.seen.retention}`} {...props} />
    </>
  );
}
