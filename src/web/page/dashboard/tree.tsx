/** The plan as a table: every node with status, progress, due day, money and who is in charge. */
import { decimal, money, shortDate } from '../../../text/format.ts';
import type { Me } from '../api.ts';
import { StatusMark } from './status-mark.tsx';
import { type DashboardWords, type Overview, type ActivityLine, writePlace } from './view.ts';

export function PlanTree({
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
  const { column } = words;
  return (
    <div class="scroll" role="region" aria-label={words.view.tree} tabIndex={0}>
      <table class="tree stacked">
        <thead>
          <tr>
            <th scope="col">{column.label}</th>
            <th scope="col">{column.name}</th>
            <th scope="col">{column.status}</th>
            <th scope="col">{column.percent}</th>
            <th scope="col">{column.due}</th>
            <th scope="col" class="number">
              {column.budget}
            </th>
            <th scope="col" class="number">
              {column.spent}
            </th>
            <th scope="col">{column.owner}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} class={row.leaf ? `level-${Math.min(row.level, 3)}` : 'branch'}>
              <td class="label">{row.label}</td>
              <th scope="row">
                {row.leaf ? <a href={writePlace({ activity: row.code })}>{row.name}</a> : row.name}
              </th>
              <td>
                <StatusMark row={row} words={words} />
              </td>
              <td data-head={column.percent}>
                {row.percent === null ? '' : words.share(decimal(row.percent))}
              </td>
              <td class="day" data-head={column.due}>
                {row.due && shortDate(row.due, me.language)}
              </td>
              <td class="number" data-head={column.budget}>
                {row.budget > 0 ? money(row.budget) : '-'}
              </td>
              <td class="number" data-head={column.spent}>
                {row.spent > 0 ? money(row.spent) : '-'}
                {row.over > 0 && <strong class="over over-sum">! {words.over(money(row.over))}</strong>}
              </td>
              <td data-head={column.owner}>
                {row.people.map((id) => data.names[id]).join(', ') || row.ownerGroup || ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
