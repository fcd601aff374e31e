/** The first screen of the dashboard: the answer in a line, counts by status, money against time. */
import { STATUSES } from '../../../domain/activity.ts';
import { decimal, money, moment } from '../../../text/format.ts';
import type { Me } from '../api.ts';
import { StatusMark } from './status-mark.tsx';
import { type DashboardWords, type Overview, percent, writePlace } from './view.ts';

export function FiguresSection({ data, words, me }: { data: Overview; words: DashboardWords; me: Me }) {
  const { counts, total, overdue, unreported, budget, spent, over, elapsed } = data;
  const share = budget > 0 ? spent / budget : 0;
  return (
    <section class="card figures" aria-label={words.title}>
      <p class="headline">{words.headline(counts.completed, total)}</p>
      <p class="dim">
        {data.title} · {words.asOf(moment(new Date(data.now), me.language))}
      </p>
      <ul class="counts">
        {STATUSES.map((status) => (
          <li key={status}>
            <a href={writePlace({ status })}>
              <StatusMark row={{ status, overdue: false }} words={words} />
              <strong>{decimal(counts[status])}</strong>
            </a>
          </li>
        ))}
        <li>
          <a href={writePlace({ status: 'overdue' })}>
            <StatusMark row={{ status: 'not_started', overdue: true }} words={words} />
            <strong>{decimal(overdue)}</strong>
          </a>
        </li>
        <li>
          <a href={writePlace({ status: 'unreported' })}>
            <span class="status not-started">{words.unreported}</span>
            <strong>{decimal(unreported)}</strong>
          </a>
        </li>
      </ul>
      <h2>{words.money}</h2>
      <p>
        {words.moneyIs(money(spent), money(budget))}
        {budget > 0 && ` (${words.share(percent(share))})`}
        {over > 0 && <strong class="over"> ! {words.over(money(over))}</strong>}
      </p>
      <meter class="bar" min={0} max={1} value={Math.min(1, share)} aria-label={words.money} />
      <p class="dim">{words.time(percent(elapsed))}</p>
      <meter class="bar time" min={0} max={1} value={elapsed} aria-label={words.time(percent(elapsed))} />
    </section>
  );
}
