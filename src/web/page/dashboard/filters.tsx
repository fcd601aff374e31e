/** The dashboard's filters: they change the address, and the page follows it. */
import { STATUSES } from '../../../domain/activity.ts';
import { type DashboardWords, type Overview, type DashboardAddress, writePlace } from './view.ts';

export function Filters({
  place,
  data,
  words,
  found,
}: {
  place: DashboardAddress;
  data: Overview;
  words: DashboardWords;
  found: number;
}) {
  const { filter } = words;
  const go = (change: Partial<DashboardAddress>): void => {
    location.hash = writePlace({ ...place, ...change });
  };
  const filtered = place.status || place.person || place.words;
  return (
    <fieldset class="filters">
      <legend>{filter.legend}</legend>
      <label>
        {filter.status}
        <select value={place.status} onChange={({ currentTarget }) => go({ status: currentTarget.value })}>
          <option value="">{filter.all}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {words.status[status]}
            </option>
          ))}
          <option value="overdue">{filter.overdue}</option>
          <option value="unreported">{filter.unreported}</option>
        </select>
      </label>
      <label>
        {filter.person}
        <select value={place.person} onChange={({ currentTarget }) => go({ person: currentTarget.value })}>
          <option value="">{filter.everyone}</option>
          {data.people
            .filter(({ activities }) => activities > 0)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label>
        {filter.words}
        <input
          type="search"
          value={place.words}
          onChange={({ currentTarget }) => go({ words: currentTarget.value })}
        />
      </label>
      {filtered && (
        <a class="button" href={writePlace({ view: place.view })}>
          {filter.clear}
        </a>
      )}
      <p role="status">{filtered ? (found > 0 ? filter.found(found) : filter.none) : ''}</p>
    </fieldset>
  );
}
