/** The head of an activity's form: what the plan says of it, and what was last reported. */
import { baht, moment, quantity } from '../../../text/format.ts';
import { ActivityStanding } from './activity-list.tsx';
import type { FormWords, SentForm } from './data.ts';

export function AboutActivity({ view, words }: { view: SentForm; words: FormWords }) {
  const { activity, stands } = view;
  const { say, language } = words;
  const facts: [string, string | null][] = [
    [say.indicator, activity.indicator],
    [say.target, activity.target === null ? null : quantity(activity.target, activity.unit ?? '')],
    [say.budget, activity.budget === null ? null : baht(activity.budget, language)],
  ];
  return (
    <section class="card about">
      <h1>
        {activity.label} {activity.name}
      </h1>
      <ActivityStanding row={activity} words={words} />
      <dl>
        {facts.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
      <p class="dim">
        {stands.at && stands.by
          ? say.stands(moment(new Date(stands.at), language), stands.by)
          : say.standsNot}
      </p>
    </section>
  );
}
