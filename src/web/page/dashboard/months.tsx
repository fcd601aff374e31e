/** Plan and fact month by month: planned months as bars, months with a report as dots, by quarter. */
import { shortMonth } from '../../../text/format.ts';
import type { Me } from '../api.ts';
import { type DashboardWords, type Overview, type ActivityLine, writePlace } from './view.ts';

export function Months({
  rows,
  data,
  words,
  me,
}: {
  rows: ActivityLine[];
  data: Overview;
  words: DashboardWords;
  me: Me;
}) {
  const { months } = data;
  const today = data.now.slice(0, 7);
  const quarters = Array.from({ length: Math.ceil(months.length / 3) }, (_, index) => index + 1);
  return (
    <>
      <p class="legend">
        <span class="planned-mark" aria-hidden="true" /> {words.months.planned}
        <span class="reported-mark" aria-hidden="true">
          ●
        </span>{' '}
        {words.months.reported}
      </p>
      <div class="scroll" role="region" aria-label={words.months.caption} tabIndex={0}>
        <table class="months stacked">
          <caption>{words.months.caption}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {words.column.name}
              </th>
              {quarters.map((number) => (
                <th scope="colgroup" key={number} colSpan={Math.min(3, months.length - (number - 1) * 3)}>
                  {words.months.quarter(number)}
                </th>
              ))}
            </tr>
            <tr>
              {months.map((month) => (
                <th scope="col" key={month} aria-current={month === today ? 'date' : undefined}>
                  {shortMonth(month, me.language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code} class={row.leaf ? '' : 'branch'}>
                <th scope="row">
                  {row.label}{' '}
                  {row.leaf ? <a href={writePlace({ activity: row.code })}>{row.name}</a> : row.name}
                </th>
                {months.map((month) => (
                  <Month
                    key={month}
                    name={shortMonth(month, me.language)}
                    row={row}
                    month={month}
                    today={today}
                    words={words}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** @param props.name of the month, as its column is called. */
function Month({
  name,
  row,
  month,
  today,
  words,
}: {
  name: string;
  row: ActivityLine;
  month: string;
  today: string;
  words: DashboardWords;
}) {
  const planned = row.months.includes(month);
  const reported = row.reported.includes(month);
  const said = [planned && words.months.planned, reported && words.months.reported].filter(Boolean);

  const classes = ['month', planned && 'planned', month === today && 'today'].filter(Boolean).join(' ');
  return (
    <td class={classes} data-head={name}>
      {reported && <span aria-hidden="true">● </span>}
      {said.length > 0 && <span class="unseen">{said.join(' · ')}</span>}
    </td>
  );
}
