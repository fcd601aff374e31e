/** The operators' page above the offices: one view a task, each with its own address. */
import type { Me } from './api.ts';
import { mountPage, wordsFor } from './frame.tsx';
import { MakePage } from './offices/make.tsx';
import { OverviewPage } from './offices/overview.tsx';
import { ReportPage } from './offices/report.tsx';
import { TemplatePage } from './offices/template.tsx';
import { operatorWords, OFFICES_VIEWS, readOfficesView } from './offices/view.ts';
import { LeaveQuestion, useView } from './unsaved.tsx';

mountPage('offices', Offices);

function Offices({ me }: { me: Me }) {
  const { view, asking } = useView(readOfficesView);
  const words = operatorWords(me);
  return (
    <>
      {asking && <LeaveQuestion say={wordsFor(me.language).unsaved} {...asking} />}
      <h1>{words.title}</h1>
      <nav class="views" aria-label={words.menu}>
        {OFFICES_VIEWS.map((one) => (
          <a key={one} class="button" href={`#${one}`} aria-current={one === view ? 'true' : undefined}>
            {words.view[one]}
          </a>
        ))}
      </nav>
      {view === 'overview' && <OverviewPage me={me} words={words} />}
      {view === 'make' && <MakePage me={me} words={words} />}
      {view === 'template' && <TemplatePage me={me} words={words} />}
      {view === 'report' && <ReportPage me={me} words={words} />}
    </>
  );
}
