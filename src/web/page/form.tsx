/** The officers' form: their activities, what is due first; one of them by its address, to be filled in and stored. */
import { useEffect } from 'preact/hooks';
import type { Me } from './api.ts';
import { ActivityForm } from './form/activity-form.tsx';
import { ActivityList } from './form/activity-list.tsx';
import { formWords } from './form/data.ts';
import { mountPage, wordsFor } from './frame.tsx';
import { LeaveQuestion, useView } from './unsaved.tsx';

mountPage('form', Form);

const activityIn = (hash: string): string =>
  new URLSearchParams(hash.replace(/^#/, '')).get('activity') ?? '';

function Form({ me }: { me: Me }) {
  const { view: code, asking } = useView(activityIn);
  useEffect(() => scrollTo(0, 0), [code]);
  const words = formWords(me);
  return (
    <>
      {asking && <LeaveQuestion say={wordsFor(me.language).unsaved} {...asking} />}
      {code ? (
        <ActivityForm key={code} code={code} me={me} words={words} />
      ) : (
        <ActivityList me={me} words={words} />
      )}
    </>
  );
}
