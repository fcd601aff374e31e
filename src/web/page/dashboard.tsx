/** The managers' dashboard: the year at a glance, then activities, months, obstacles and people; one activity by its address. */
import { useEffect, useState } from 'preact/hooks';
import { type Me, read, type Refused } from './api.ts';
import { ActivityPage } from './dashboard/activity.tsx';
import { FiguresSection } from './dashboard/figures.tsx';
import { Filters } from './dashboard/filters.tsx';
import { Obstacles, People } from './dashboard/lists.tsx';
import { Months } from './dashboard/months.tsx';
import { PlanTree } from './dashboard/tree.tsx';
import {
  dashboardWords,
  fitting,
  type Overview,
  readPlace,
  DASHBOARD_VIEWS,
  writePlace,
} from './dashboard/view.ts';
import { mountPage, NotYet } from './frame.tsx';

/** As the programs that open them are called. */
const FORMATS = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' } as const;

mountPage('dashboard', Dashboard);

function Dashboard({ me }: { me: Me }) {
  const place = usePlace();
  const [data, setData] = useState<Overview | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const load = (): void => {
    setRefused(null);
    read<Overview>('/web/overview').then(setData, setRefused);
  };
  useEffect(load, []);
  const words = dashboardWords(me);
  if (place.activity) return <ActivityPage code={place.activity} words={words} me={me} />;
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const rows = fitting(data.rows, place);
  const all = { data, words, me };
  return (
    <>
      <h1>{words.title}</h1>
      <FiguresSection {...all} />
      <nav class="views" aria-label={words.title}>
        {DASHBOARD_VIEWS.map((view) => (
          <a
            key={view}
            class="button"
            href={writePlace({ ...place, view })}
            aria-current={view === place.view ? 'true' : undefined}
          >
            {words.view[view]}
          </a>
        ))}
      </nav>
      <section class="card">
        <h2>{words.view[place.view]}</h2>
        {(place.view === 'tree' || place.view === 'months') && (
          <Filters place={place} data={data} words={words} found={rows.filter(({ leaf }) => leaf).length} />
        )}
        {place.view === 'tree' && <PlanTree rows={rows} {...all} />}
        {place.view === 'months' && <Months rows={rows} {...all} />}
        {place.view === 'obstacles' && <Obstacles {...all} />}
        {place.view === 'people' && <People {...all} />}
      </section>
      <section class="card reports">
        <h2>{words.report}</h2>
        {([1, 2] as const).flatMap((half) =>
          (['pdf', 'docx', 'xlsx'] as const).map((format) => (
            <a class="button" key={`${half}${format}`} href={`/web/report/${half}/${format}`}>
              {words.reportOf(half, FORMATS[format])}
            </a>
          )),
        )}
        <button onClick={() => print()}>{words.print}</button>
      </section>
    </>
  );
}

function usePlace() {
  const [place, setPlace] = useState(() => readPlace(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(readPlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
