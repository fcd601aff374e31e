/** Activities that are otherwise in one plan than in another, line by line; the console's import and the operators' differences show them. */
import type { ShownChanges } from '../console/plan-words.ts';
import { apartIn } from './apart.ts';

/** @param props.before what each plan is called beside its value. */
export function ChangedActivities({
  list,
  before,
  after,
}: {
  list: readonly ShownChanges[];
  before: string;
  after: string;
}) {
  if (list.length === 0) return null;
  return (
    <ul class="changed">
      {list.map(({ name, fields }) => (
        <li key={name}>
          <strong>{name}</strong>
          <dl>
            {fields.map(({ field, from, to }) => {
              const [old, own] = apartIn(from, to);
              return (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <Value of={before} parts={old} />
                    <Value of={after} parts={own} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Value({ of, parts: [same, apart, rest] }: { of: string; parts: readonly [string, string, string] }) {
  return (
    <span class="value">
      <span class="dim">{of}</span> {same}
      {apart && <mark>{apart}</mark>}
      {rest}
    </span>
  );
}

/** Activities that are in one plan alone. */
export function ActivityLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
