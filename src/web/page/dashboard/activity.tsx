/** One activity: what the plan says, the gallery of evidence, every report with its values. */
import { useEffect, useState } from 'preact/hooks';
import { FIELD_NAMES } from '../../../domain/activity.ts';
import { decimal, moment, money, quantity, shortDate, shortMonth } from '../../../text/format.ts';
import { type Me, read, type Refused } from '../api.ts';
import { NotYet } from '../frame.tsx';
import { saidValue } from '../said.ts';
import { Nudge } from './nudge.tsx';
import { StatusMark } from './status-mark.tsx';
import { type DashboardWords, type Detail, writePlace } from './view.ts';

export function ActivityPage({ code, words, me }: { code: string; words: DashboardWords; me: Me }) {
  const [detail, setDetail] = useState<Detail | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const load = (): void => {
    setRefused(null);
    setDetail(null);
    read<Detail>(`/web/activities/${encodeURIComponent(code)}`).then(setDetail, setRefused);
  };
  useEffect(load, [code]);
  const back = (
    <p>
      <a class="button" href={writePlace({})}>
        ← {words.activity.back}
      </a>
    </p>
  );
  if (refused || !detail)
    return (
      <>
        {back}
        <NotYet language={me.language} refused={refused} load={load} />
      </>
    );
  return (
    <>
      {back}
      <section class="card">
        <h1>
          {detail.activity.label} {detail.activity.name}
        </h1>
        <Facts detail={detail} words={words} me={me} />
        {detail.activity.leaf && <Nudge label={words.nudge.owners} whom={{ activity: code }} me={me} />}
      </section>
      <Gallery detail={detail} words={words} me={me} />
      <History detail={detail} words={words} me={me} />
    </>
  );
}

/** How far it is, then what the plan says of it. */
function Facts({ detail: { activity, row }, words, me }: { detail: Detail; words: DashboardWords; me: Me }) {
  const say = words.activity;
  const { column } = words;
  const facts: [string, string][] = [
    [column.percent, row.percent === null ? '' : words.share(decimal(row.percent))],
    [column.due, shortDate(row.due, me.language)],
    [say.said.spent, row.spent > 0 ? words.baht(money(row.spent)) : ''],
    [say.indicator, activity.indicator ?? say.none],
    [say.target, activity.target === null ? say.none : quantity(activity.target, activity.unit ?? '')],
    [say.budget, activity.budget === null ? say.none : words.baht(money(activity.budget))],
    [say.months, activity.months.map((month) => shortMonth(month, me.language)).join(', ') || say.none],
    [say.owner, activity.ownerGroup ?? say.none],
  ];
  return (
    <>
      <p>
        <StatusMark row={row} words={words} />
        {row.over > 0 && <strong class="over"> ! {words.over(money(row.over))}</strong>}
      </p>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function Gallery({ detail, words, me }: { detail: Detail; words: DashboardWords; me: Me }) {
  const say = words.activity;
  return (
    <section class="card">
      <h2>{say.evidence}</h2>
      {detail.evidence.length === 0 && <p>{say.noEvidence}</p>}
      <ul class="gallery">
        {detail.evidence.map(({ id, picture, name, at, by }) => {
          const title = say.picture(by, moment(new Date(at), me.language));
          return (
            <li key={id}>
              {picture ? (
                <a href={`/web/pictures/${id}/report`} target="_blank" rel="noopener">
                  <img
                    src={`/web/pictures/${id}/thumb`}
                    alt={title}
                    loading="lazy"
                    width={160}
                    height={120}
                  />
                </a>
              ) : (
                <p>
                  {name} <span class="dim">{say.file}</span>
                </p>
              )}
              <p class="dim">{title}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function History({ detail, words, me }: { detail: Detail; words: DashboardWords; me: Me }) {
  const say = words.activity;
  return (
    <section class="card">
      <h2>{say.history}</h2>
      {detail.history.length === 0 && <p>{say.noHistory}</p>}
      <ol class="history" reversed>
        {detail.history.map((entry) => (
          <li key={entry.id} class={entry.voided ? 'voided' : ''}>
            <p>
              <strong>{moment(new Date(entry.at), me.language)}</strong> {entry.by} {entry.position}
              {entry.corrects && <span class="dim"> ({say.correction})</span>}
            </p>
            <dl>
              {FIELD_NAMES.flatMap((field) => {
                const value = saidValue(entry.said, field, { ...words, nothing: say.nothing }, me.language);
                return value === null
                  ? []
                  : [
                      <div key={field}>
                        <dt>{say.said[field]}</dt>
                        <dd class="text">{value}</dd>
                      </div>,
                    ];
              })}
            </dl>
            {entry.voided && (
              <p class="dim">
                ✕ {say.voided(entry.voided.by, moment(new Date(entry.voided.at), me.language))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
