/** The console's set-up page: office, LINE account, address, webhook, menus, in the order in which they are needed. */
import { useState } from 'preact/hooks';
import type { Refused } from '../api.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { AccountSection } from './connection/account.tsx';
import { Address } from './connection/address.tsx';
import { AtLine } from './connection/at-line.tsx';
import type { ConnectionData, ConnectionProps } from './connection/data.ts';
import { OfficeForm } from './connection/office.tsx';
import { useLoaded, type ViewProps } from './view.ts';

export function ConnectionPage({ me, words: { connection: say } }: ViewProps) {
  const { data, refused, load } = useLoaded<ConnectionData>('/web/console/connection');
  const [told, setTold] = useState<{ text: string; good: boolean } | null>(null);
  const shared = wordsFor(me.language);
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const props: ConnectionProps = {
    data,
    say,
    me,
    done(text) {
      setTold({ text, good: true });
      load();
    },
    failed: (error: Refused) => setTold({ text: error.message || shared.offline, good: false }),
  };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      <OfficeForm {...props} />
      <AccountSection {...props} />
      <Address key={data.publicUrl} {...props} />
      <AtLine {...props} />
      {data.office && (
        <p>
          <a class="button" href="#plan">
            {say.next}
          </a>
        </p>
      )}
    </>
  );
}
