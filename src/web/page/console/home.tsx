/** The console's first page: what is there, and what is still to be done, each with the way to it. */
import type { ConsoleHome } from '../../../services/console.ts';
import { NotYet } from '../frame.tsx';
import { ChecksCard } from './checks.tsx';
import { type ConsoleWords, useLoaded, type ViewProps } from './view.ts';

/** Data or null where there is no office; wrapped, because null also means that nothing has come yet. */
export function Home({ me, words }: ViewProps) {
  const { data, refused, load } = useLoaded<{ home: ConsoleHome | null }>('/web/console');
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const { home } = data;
  return (
    <>
      <section class="card">
        <h2>{words.home.view.home}</h2>
        <ul class="steps">
          {stepsOf(home, words).map(({ name, done, text, view }) => (
            <li key={name}>
              <span class={`status ${done ? 'completed' : 'overdue'}`}>
                {done ? '✓' : '!'} {done ? words.home.state.ok : words.home.state.todo}
              </span>
              <strong>{name}</strong> <span>{text}</span>
              {!done && (
                <a class="button" href={`#${view}`}>
                  {words.checks.cure[view]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
      {home && <ChecksCard me={me} words={words} />}
    </>
  );
}

function stepsOf(home: ConsoleHome | null, { home: say }: ConsoleWords) {
  const { officer = 0, manager = 0, admin = 0 } = home?.people ?? {};
  const plan = home?.plan ?? null;
  return [
    {
      name: say.step.office,
      done: home !== null,
      text: home?.office ?? say.noOffice,
      view: 'connection' as const,
    },
    {
      name: say.step.plan,
      done: plan !== null,
      text: plan ? say.plan(plan.title, plan.fiscalYear, plan.activities) : say.noPlan,
      view: 'plan' as const,
    },
    {
      name: say.step.admins,
      done: admin > 0,
      text: admin > 0 ? say.admins(admin) : say.noAdmin,
      view: 'people' as const,
    },
    {
      name: say.step.people,
      done: officer + manager > 0,
      text: officer + manager > 0 ? say.people(officer, manager) : say.noPeople,
      view: 'people' as const,
    },
  ];
}
