/** The administrators' console: one page a task, each with its own address. */
import type { Me } from './api.ts';
import { ConnectionPage } from './console/connection.tsx';
import { Home } from './console/home.tsx';
import { OperationPage } from './console/operation.tsx';
import { OwnData } from './console/own-data.tsx';
import { PeoplePage } from './console/people.tsx';
import { PlanPage } from './console/plan.tsx';
import { SettingsPage } from './console/settings.tsx';
import { consoleWords, readView, CONSOLE_VIEWS } from './console/view.ts';
import { mountPage, wordsFor } from './frame.tsx';
import { LeaveQuestion, useView } from './unsaved.tsx';

mountPage('console', Console);

function Console({ me }: { me: Me }) {
  const { view, asking } = useView(readView);
  const words = consoleWords(me);
  if (me.suspended) return <Suspended me={me} />;
  return (
    <>
      {asking && <LeaveQuestion say={wordsFor(me.language).unsaved} {...asking} />}
      <h1>{words.home.title}</h1>
      <nav class="views" aria-label={words.home.menu}>
        {CONSOLE_VIEWS.map((one) => (
          <a key={one} class="button" href={`#${one}`} aria-current={one === view ? 'true' : undefined}>
            {words.home.view[one]}
          </a>
        ))}
      </nav>
      {view === 'home' && <Home me={me} words={words} />}
      {view === 'connection' && <ConnectionPage me={me} words={words} />}
      {view === 'plan' && <PlanPage me={me} words={words} />}
      {view === 'people' && <PeoplePage me={me} words={words} />}
      {view === 'operation' && <OperationPage me={me} words={words} />}
      {view === 'settings' && <SettingsPage me={me} words={words} />}
    </>
  );
}

/** Nothing is changed here, and what the office has is its own to take. */
function Suspended({ me }: { me: Me }) {
  const { home } = consoleWords(me);
  return (
    <>
      <h1>{home.title}</h1>
      <p role="status">{wordsFor(me.language).refused.suspended}</p>
      <OwnData me={me} />
    </>
  );
}
