/** The card by which an office takes its data with it: on the operation page, and alone on the console of an office that is suspended. */
import type { Me } from '../api.ts';
import { Export } from '../export.tsx';
import { consoleWords } from './view.ts';

export function OwnData({ me }: { me: Me }) {
  const { operation: say } = consoleWords(me);
  if (!me.rights.includes('export')) return null;
  return (
    <section class="card">
      <h2>{say.whole}</h2>
      <Export
        language={me.language}
        about={say.wholeAbout}
        asked="/web/console/export"
        make={{ path: '/web/console/export', form: {} }}
        file={(id) => `/web/console/export/${id}`}
      />
    </section>
  );
}
