/** All offices in figures, who needs help first; each is looked after from its row. */
import { useRef, useState } from 'preact/hooks';
import { baht, shortDate } from '../../../text/format.ts';
import type { OfficesOverview } from '../../../services/offices-overview.ts';
import type { Refused } from '../api.ts';
import { type Sent, useLoaded } from '../console/view.ts';
import { NotYet, wordsFor } from '../frame.tsx';
import { LookAfter } from './look-after.tsx';
import type { OperatorProps, OperatorWords, ShownOffice, ToldThere } from './view.ts';

/** Rows shown at first, and with each press more. */
const SHOWN = 50;

export function OverviewPage({ me, words }: OperatorProps) {
  const { data, refused, load } = useLoaded<Sent<OfficesOverview>>('/web/offices');
  const [find, setFind] = useState('');
  const [needing, setNeeding] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const [opened, setOpened] = useState<string | null>(null);
  const [told, setTold] = useState<ToldThere>(null);
  /** Whoever comes back is led to where they were in a long list. */
  const opener = useRef<HTMLElement | null>(null);
  const shared = wordsFor(me.language);
  const say = words.overview;
  if (refused || !data) return <NotYet language={me.language} refused={refused} load={load} />;
  const { offices, unreadable } = data;
  const found = offices.filter(
    ({ name, needs }) => name.includes(find.trim()) && (!needing || needs.length > 0),
  );
  const office = offices.find(({ id }) => id === opened);
  const done = (text: string): void => {
    setTold(text === '' ? null : { text, good: true });
    load();
  };
  const failed = (error: Refused): void => {
    setTold({ text: error.message || shared.offline, good: false });
    load();
  };
  return (
    <>
      <div role="status" class="told">
        {told && <p class={told.good ? 'good' : 'bad'}>{told.text}</p>}
      </div>
      {office && (
        <LookAfter
          key={office.id}
          me={me}
          words={words}
          office={office}
          done={done}
          failed={failed}
          close={() => {
            setOpened(null);
            opener.current?.focus();
          }}
        />
      )}
      {unreadable.length > 0 && <Unreadable words={words} offices={unreadable} />}
      <section class="card">
        <h2>{say.title(offices.length)}</h2>
        {offices.length === 0 ? (
          <a class="button primary" href="#make">
            {say.begin}
          </a>
        ) : (
          <>
            <p>{say.about}</p>
            <Filter say={say} find={find} setFind={setFind} needing={needing} setNeeding={setNeeding} />
            <p role="status">{find || needing ? say.found(found.length) : ''}</p>
            <Table
              me={me}
              words={words}
              rows={found.slice(0, most)}
              open={(id, button) => {
                opener.current = button;
                setOpened(id);
              }}
            />
            {found.length > most && (
              <button onClick={() => setMost(most + SHOWN)}>{say.more(found.length - most)}</button>
            )}
          </>
        )}
      </section>
    </>
  );
}

function Filter({
  say,
  find,
  setFind,
  needing,
  setNeeding,
}: {
  say: OperatorWords['overview'];
  find: string;
  setFind: (text: string) => void;
  needing: boolean;
  setNeeding: (only: boolean) => void;
}) {
  return (
    <div class="buttons">
      <label class="field">
        {say.find}
        <input type="search" value={find} onInput={({ currentTarget }) => setFind(currentTarget.value)} />
      </label>
      <label class="field">
        {say.only}
        <select
          value={needing ? 'needing' : ''}
          onChange={({ currentTarget }) => setNeeding(currentTarget.value !== '')}
        >
          <option value="">{say.all}</option>
          <option value="needing">{say.needing}</option>
        </select>
      </label>
    </div>
  );
}

function Unreadable({
  words: { overview: say },
  offices,
}: Pick<OperatorProps, 'words'> & { offices: OfficesOverview['unreadable'] }) {
  return (
    <section class="card">
      <h2>
        <span class="status overdue">! {say.unreadable}</span>
      </h2>
      <p>{say.unreadableAbout}</p>
      <ul>
        {offices.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function Table({
  me,
  words,
  rows,
  open,
}: OperatorProps & { rows: readonly ShownOffice[]; open: (id: string, button: HTMLElement) => void }) {
  const say = words.overview;
  const heads = [
    say.needs,
    say.plan,
    say.people,
    say.last,
    say.answered,
    say.late,
    say.money,
    say.quota,
    say.errors,
  ];
  return (
    <div class="scroll" role="region" aria-label={say.title(rows.length)} tabIndex={0}>
      <table class="stacked offices">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}{' '}
                <button onClick={({ currentTarget }) => open(row.id, currentTarget)}>
                  {words.office.manage} <span class="unseen">{row.name}</span>
                </button>
              </th>
              <td data-head={say.needs}>
                <Needs row={row} words={words} />
              </td>
              {figures(row, words, me.language).map((text, at) => (
                <td key={at} class={at > 1 ? 'number' : undefined} data-head={heads[at + 1]}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Needs({ row: { suspended, needs }, words }: { row: ShownOffice; words: OperatorWords }) {
  if (suspended) return <span class="status not-started">‖ {words.overview.suspended}</span>;
  const [first, ...more] = needs;
  if (!first) return <span class="status completed">✓ {words.overview.fine}</span>;
  return (
    <>
      <span class="status overdue">! {words.need[first]}</span>{' '}
      {more.map((need) => words.need[need]).join(', ')}
    </>
  );
}

/** In the order of the heads after the first. */
function figures(
  { plan, people, work, messages, errors }: ShownOffice,
  { overview: say }: OperatorWords,
  language: 'th' | 'en',
): string[] {
  const { total, overdue, answered, unanswered, budget, spent, lastReportAt } = work;
  const asked = answered + unanswered;
  return [
    plan ? say.year(plan.fiscalYear) : say.noPlan,
    say.peopleOf(people.officers, people.managers, people.admins),
    lastReportAt ? shortDate(lastReportAt.slice(0, 10), language) : say.never,
    asked > 0 ? say.answeredOf(answered, asked) : say.none,
    total > 0 ? say.lateOf(overdue, total) : say.none,
    budget > 0 || spent > 0 ? say.moneyOf(baht(spent, language), baht(budget, language)) : say.none,
    [say.quotaOf(messages.paid, messages.most), ...(messages.held > 0 ? [say.held(messages.held)] : [])].join(
      ' · ',
    ),
    errors > 0 ? String(errors) : say.none,
  ];
}
