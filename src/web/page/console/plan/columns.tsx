/** The columns of the file, each with what it was taken for, and a choice; what nobody reads is said in words and red. */
import type { PlanField } from '../../../../plan-import/mapping.ts';
import type { ConsoleWords } from '../view.ts';
import type { ColumnView, PlanView, StoredPlans } from './asked.ts';

interface Props {
  view: PlanView;
  say: ConsoleWords['plan'];
  fields: StoredPlans['fields'];
  choose: (column: ColumnView, field: PlanField | null) => void;
}

/** From so many on, columns that are a month each are read at once. */
const MANY = 3;

export function Columns({ view, ...props }: Props) {
  const { say } = props;
  return (
    <section class="card">
      <h2>{say.columns}</h2>
      {view.tables.map(({ name, columns }) => {
        const months = columns.filter(({ field }) => field === 'month');
        const folded = months.length >= MANY ? months : [];
        return (
          <div key={name}>
            <Table
              {...props}
              title={say.table(name)}
              columns={columns.filter((one) => !folded.includes(one))}
            />
            {folded.length > 0 && (
              <details>
                <summary>
                  {say.monthColumns(folded.length, folded.map(({ heading }) => heading).join(' · '))}
                </summary>
                <Table {...props} title={say.monthTable(name)} columns={folded} />
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}

function Table({
  title,
  columns,
  say,
  fields,
  choose,
}: Omit<Props, 'view'> & { title: string; columns: readonly ColumnView[] }) {
  return (
    <div class="scroll" role="region" aria-label={title} tabIndex={0}>
      <table class="stacked mapping">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say.column}</th>
            <th scope="col">{say.heading}</th>
            <th scope="col">{say.useAs}</th>
            <th scope="col">{say.samples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.key} class={column.unread ? 'unread' : ''}>
              <td data-head={say.column}>{column.letter}</td>
              <th scope="row">{column.heading}</th>
              <td>
                <select
                  aria-label={say.choose(column.letter, column.heading)}
                  value={column.field}
                  onChange={({ currentTarget: { value } }) =>
                    choose(column, value === '' ? null : (value as PlanField))
                  }
                >
                  <option value="">{say.unused}</option>
                  {column.field === 'month' && <option value="month">{say.month}</option>}
                  {fields.map(({ field, name: shown }) => (
                    <option key={field} value={field}>
                      {shown}
                    </option>
                  ))}
                </select>
                <UseNote column={column} say={say} />
              </td>
              <td data-head={say.samples}>
                {column.samples}
                {column.sum && <div class="dim">{say.sum(column.sum)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UseNote({ column, say }: { column: ColumnView; say: Props['say'] }) {
  if (column.unread)
    return (
      <div>
        <span class="status cancelled">{say.unread}</span> {column.use}
      </div>
    );
  if (column.field === '') return <div class="dim">{say.why(column.use)}</div>;
  return column.field === 'month' ? <div class="dim">{column.use}</div> : null;
}
