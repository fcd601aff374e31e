/** The joint report on the operators' page: which, how far it is, and the file, also after the page was left. */
import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../../domain/fiscal-year.ts';
import { moment } from '../../../text/format.ts';
import { change, type Me, type Refused } from '../api.ts';
import { wordsFor } from '../frame.tsx';
import { inMegabytes, isUnderWay, type MadeFile, useMade } from '../use-made.ts';
import type { OperatorProps, OperatorWords } from './view.ts';
import { type Wish, WishFields } from './wish-fields.tsx';

const PATH = '/web/offices/report';

type Words = OperatorWords['report']['page'];

export function ReportPage({ me, words: { report } }: OperatorProps) {
  const say = report.page;
  const { made, refused, refuse, look } = useMade(PATH, wordsFor(me.language).offline);
  /** As chosen here; null for what was asked for last. */
  const [own, setOwn] = useState<Wish | null>(null);
  const underWay = made !== null && isUnderWay(made);
  const asked = made && wishOf(made);
  const wish = (!underWay && own) || asked || firstWish(me);
  // what is shown as done is always what stands in the fields
  const shown = asked && isSame(wish, asked) ? made : null;
  const choose = (next: Wish): void => {
    setOwn(next);
    refuse(null);
  };
  const make = (): void => {
    change(PATH, { ...wish, fiscalYear: Number(wish.fiscalYear) }).then(look, (error: Refused) => {
      // what was asked for in another window is told of by how far it is
      if (error.status === 409) look();
      else refuse(error);
    });
  };
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      <div class="buttons">
        <WishFields say={say} wish={wish} choose={choose} disabled={underWay} />
        <button class={shown?.state === 'done' ? undefined : 'primary'} disabled={underWay} onClick={make}>
          {say.make}
        </button>
      </div>
      <div role="status">
        {refused && <p class="bad">{refused}</p>}
        {shown && (
          <p class={shown.state === 'done' ? 'good' : shown.state === 'failed' ? 'bad' : undefined}>
            {toldOf(shown, say, me.language)}
          </p>
        )}
      </div>
      {shown && isUnderWay(shown) && (
        <progress
          max={Math.max(1, shown.of)}
          value={shown.done > 0 ? shown.done : undefined}
          aria-label={say.title}
        />
      )}
      {shown?.state === 'done' && (
        <p>
          <a class="button primary" href={`${PATH}/${shown.id}/file`} download>
            {say.download}
          </a>
        </p>
      )}
    </section>
  );
}

const firstWish = ({ now }: Me): Wish => ({
  fiscalYear: String(fiscalYearOf(now.slice(0, 10))),
  half: 1,
  format: 'xlsx',
});

function wishOf({ wish }: MadeFile): Wish | null {
  return wish ? { fiscalYear: String(wish.fiscalYear), half: wish.half, format: wish.format } : null;
}

const isSame = (one: Wish, other: Wish): boolean =>
  one.fiscalYear === other.fiscalYear && one.half === other.half && one.format === other.format;

function toldOf(
  { state, done, of, bytes, expiresAt }: MadeFile,
  say: Words,
  language: Me['language'],
): string {
  if (state === 'done') return say.done(inMegabytes(bytes), moment(new Date(expiresAt), language));
  if (state === 'failed') return say.failed;
  // how many offices there are is known once they are counted
  if (state === 'waiting' || of === 0) return say.waiting;
  return state === 'reading' ? say.reading(done, of) : say.laying(done, of);
}
