/** The console's people page: who belongs to the office, codes for all owners at once or for one, codes that are open. */
import { useState } from 'preact/hooks';
import type { Refused } from '../api.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { InviteOne } from './people/invite-one.tsx';
import { InviteOwners } from './people/invite-owners.tsx';
import { Members } from './people/members.tsx';
import { OpenCodes } from './people/open-codes.tsx';
import { type PeopleData, type PeopleProps } from './people/data.ts';
import { useLoaded, type ViewProps } from './view.ts';

export function PeoplePage({ me, words: { people: say } }: ViewProps) {
  const { data, refused, load } = useLoaded<PeopleData>('/web/console/people');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  const shared = wordsFor(me.language);
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const done = (text: string): void => {
    setTold({ text, good: true });
    load();
  };
  // what somebody else saved is shown at once, beside the sentence that says so
  const failed = (error: Refused): void => {
    setTold({ text: error.message || shared.offline, good: false });
    if (error.status === 409) load();
  };
  const props: PeopleProps = { data, say, me, done, failed };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      <Members {...props} />
      <InviteOwners {...props} />
      <InviteOne {...props} />
      <OpenCodes {...props} />
    </>
  );
}
