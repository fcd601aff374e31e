/** The console's settings page: the report, reminding, the office's days, other systems, and how long things are kept, each behind its heading. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Refused } from '../api.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { AssistantSection } from './settings/assistant.tsx';
import { Days } from './settings/days.tsx';
import { type SectionName, SECTIONS, type SettingsData, type SettingsProps } from './settings/data.ts';
import { KeepingSection } from './settings/keeping.tsx';
import { OutsideSection } from './settings/outside.tsx';
import { Quota } from './settings/quota.tsx';
import { Reminders } from './settings/reminders.tsx';
import { ReportSection } from './settings/report.tsx';
import { SettingsSection, useOpenSection } from './settings/section.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useLoaded, type ViewProps } from './view.ts';

export function SettingsPage({ me, words }: ViewProps) {
  const { settings: say } = words;
  const { data, refused, load } = useLoaded<SettingsData>('/web/console/settings');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  /** Where something was typed, and over which settings. */
  const [touched, setTouched] = useState<Partial<Record<SectionName, string>>>({});
  const opening = useOpenSection(data !== null);
  const shared = wordsFor(me.language);
  const isUnsaved = (name: SectionName): boolean =>
    touched[name] !== undefined && touched[name] === data?.seen[name];
  useUnsaved(SECTIONS.some(isUnsaved));
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const propsOf = (name: SectionName): SettingsProps => ({
    data,
    say,
    me,
    touch: () => setTouched((now) => ({ ...now, [name]: data.seen[name] })),
    done() {
      setTouched(({ [name]: _, ...others }) => others);
      setTold({ text: say.saved, good: true });
      load();
    },
    // the form begins anew with what somebody else saved; what was typed is gone with a word, not silently
    failed(error: Refused) {
      setTold({ text: error.message || shared.offline, good: false });
      if (error.status === 409) load();
    },
  });
  const forms: Record<SectionName, ComponentChildren> = {
    report: <ReportSection key={data.seen.report} {...propsOf('report')} />,
    reminders: <Reminders key={data.seen.reminders} {...propsOf('reminders')} />,
    quota: <Quota key={data.seen.quota} {...propsOf('quota')} />,
    days: <Days {...propsOf('days')} />,
    assistant: <AssistantSection {...propsOf('assistant')} />,
    outside: <OutsideSection me={me} words={words} />,
    retention: <KeepingSection key={data.seen.retention} {...propsOf('retention')} />,
  };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      <p>{say.howToOpen}</p>
      {SECTIONS.map((name) => (
        <SettingsSection key={name} name={name} say={say} isUnsaved={isUnsaved(name)} {...opening}>
          {forms[name]}
        </SettingsSection>
      ))}
    </>
  );
}
