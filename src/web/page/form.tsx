/** The officers' form: their activities, what is due first; one of them by its address, to be filled in and stored. */
import { useEffect, useState } from 'preact/hooks';
import type { Me } from './api.ts';
import { ActivityForm } from './form/activity-form.tsx';
import { ActivityList } from './form/activity-list.tsx';
import { formWords } from './form/data.ts';
import { mountPage } from './frame.tsx';

mountPage('form', Form);

const activityIn = (hash: string): string =>
  new URLSearchParams(hash.replace(/^#/, '')).get('activity') ?? '';

function Form({ me }: { me: Me }) {
  const [code, setCode] = useState(() => activityIn(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setCode(activityIn(location.hash));
      scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const words = formWords(me);
  return code ? (
    <ActivityForm key={code} code={code} me={me} words={words} />
  ) : (
    <ActivityList me={me} words={words} />
  );
}
