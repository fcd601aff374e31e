/** The operators' page above the offices: one view a task, each with its own address. */
import { useEffect, useState } from 'preact/hooks';
import type { Me } from './api.ts';
import { mountPage } from './frame.tsx';
import { MakePage } from './offices/make.tsx';
import { OverviewPage } from './offices/overview.tsx';
import { ReportPage } from './offices/report.tsx';
import { TemplatePage } from './offices/template.tsx';
import { operatorWords, type OfficesView, OFFICES_VIEWS, readOfficesView } from './offices/view.ts';

mountPage('offices', Offices);

function Offices({ me }: { me: Me }) {
  const view = useView();
  const words = operatorWords(me);
  return (
    <>
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

function useView(): OfficesView {
  const [view, setView] = useState(() => readOfficesView(location.hash));
  useEffect(() => {
    const follow = (): void => setView(readOfficesView(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return view;
}
