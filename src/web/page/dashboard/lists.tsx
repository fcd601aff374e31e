/** Obstacles by date, and who has reported this month. */
import { shortDate } from '../../../text/format.ts';
import type { Me } from '../api.ts';
import { Nudge } from './nudge.tsx';
import { type DashboardWords, type Overview, writePlace } from './view.ts';

interface Props {
  data: Overview;
  words: DashboardWords;
  me: Me;
}

/** The office's day of a moment: the pages are used in the office's own time zone or say the day all the same. */
const dayOf = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);

export function Obstacles({ data, words, me }: Props) {
  if (data.obstacles.length === 0) return <p>{words.obstacles.none}</p>;
  return (
    <ul class="obstacles">
      {data.obstacles.map(({ code, label, name, text, suggestion, by, at }) => (
        <li class="card" key={code}>
          <h3>
            <a href={writePlace({ activity: code })}>
              {label} {name}
            </a>
          </h3>
          <p class="text">{text}</p>
          {suggestion && (
            <p class="text">
              <strong>{words.obstacles.suggestion}:</strong> {suggestion}
            </p>
          )}
          {by && at && <p class="dim">{words.obstacles.by(by, shortDate(dayOf(at), me.language))}</p>}
        </li>
      ))}
    </ul>
  );
}

export function People({ data, words, me }: Props) {
  const { column, people: say } = words;
  if (data.people.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <Nudge label={words.nudge.all} whom={{ all: true }} me={me} />
      <div class="scroll" role="region" aria-label={words.view.people} tabIndex={0}>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{column.person}</th>
              <th scope="col">{column.activities}</th>
              <th scope="col">{column.missing}</th>
              <th scope="col">{column.seen}</th>
            </tr>
          </thead>
          <tbody>
            {data.people.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.activities > 0 ? <a href={writePlace({ person: one.id })}>{one.name}</a> : one.name}
                  {one.position && <span class="dim"> {one.position}</span>}
                  {one.awayUntil && (
                    <span class="dim"> ({say.away(shortDate(one.awayUntil, me.language))})</span>
                  )}
                </th>
                <td data-head={column.activities}>{say.count(one.activities)}</td>
                <td data-head={column.missing}>
                  {one.atWork === 0 ? (
                    say.nothing
                  ) : one.missing === 0 ? (
                    <span class="status completed">✓ {say.done}</span>
                  ) : (
                    <>
                      <span class="status overdue">! {say.missing(one.missing, one.atWork)}</span>
                      <Nudge label={words.nudge.one(one.name)} whom={{ member: one.id }} me={me} />
                    </>
                  )}
                </td>
                <td data-head={column.seen}>
                  {one.lastSeenAt ? shortDate(dayOf(one.lastSeenAt), me.language) : say.never}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
