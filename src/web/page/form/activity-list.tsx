/** The person's activities to report on: what is due first, what was begun marked. */
import { useEffect, useState } from 'preact/hooks';
import { tones } from '../../../../flex-messages/theme.ts';
import { shortDate } from '../../../text/format.ts';
import { type Me, read, type Refused } from '../api.ts';
import { NotYet } from '../frame.tsx';
import { type FormList, type FormWords, addressOfForm } from './data.ts';

type Row = FormList['rows'][number];

export function ActivityList({ me, words }: { me: Me; words: FormWords }) {
  const [list, setList] = useState<FormList | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const load = (): void => {
    setRefused(null);
    read<FormList>('/web/form').then(setList, setRefused);
  };
  useEffect(load, []);
  const { say } = words;
  if (refused || !list) return <NotYet language={me.language} refused={refused} load={load} />;
  return (
    <>
      <h1>{say.title}</h1>
      <p>{list.rows.length > 0 ? say.intro : say.none}</p>
      {list.unplaced && <p class="bad">{say.unplaced}</p>}
      <ul class="activities">
        {list.rows.map((row) => (
          <li key={row.code}>
            <a class="card" href={addressOfForm(row.code)}>
              <strong>
                {row.label} {row.name}
              </strong>
              <ActivityStanding row={row} words={words} />
              {row.begun && <span class="status in-progress">{say.begun}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How far it is, and when it is due. */
export function ActivityStanding({
  row: { status, overdue, due },
  words: { say, words, language },
}: {
  row: Pick<Row, 'status' | 'overdue' | 'due'>;
  words: FormWords;
}) {
  const tone = overdue ? 'overdue' : status;
  const day = shortDate(due, language);
  return (
    <span class="standing">
      <span class={`status ${status.replace('_', '-')}`}>
        <span aria-hidden="true">{tones[status].sign}</span> {words.status[status]}
      </span>{' '}
      <span class={overdue ? 'status overdue day' : 'dim day'}>
        {overdue && <span aria-hidden="true">{tones[tone].sign} </span>}
        {overdue ? say.overdue(day) : say.due(day)}
      </span>
    </span>
  );
}
