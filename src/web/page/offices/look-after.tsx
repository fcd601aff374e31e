/** One office in an operator's hands: the link for its administrator, suspending and resuming it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { change, type Refused } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { Export } from '../export.tsx';
import { DeleteOffice } from './delete.tsx';
import { Links, type ShownLink } from './links.tsx';
import { type OperatorProps, type ShownOffice, shownMoment } from './view.ts';

interface LookAfterProps extends OperatorProps {
  office: ShownOffice;
  done: (text: string) => void;
  failed: (error: Refused) => void;
  close: () => void;
}

export function LookAfter({ me, words, office, done, failed, close }: LookAfterProps) {
  const [links, setLinks] = useState<ShownLink[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  // it opens above a list of which the row that was pressed may be far below
  useLayoutEffect(() => heading.current?.focus(), []);
  const say = words.office;
  return (
    <>
      <section class="card" aria-labelledby="look-after">
        <h2 id="look-after" tabIndex={-1} ref={heading}>
          {say.title(office.name)}
        </h2>
        <AdminLink me={me} words={words} office={office} done={done} failed={failed} show={setLinks} />
        <Suspend me={me} words={words} office={office} done={done} failed={failed} />
        {office.suspended && <DeleteOffice words={words} office={office} done={done} failed={failed} />}
        <h3>{say.export}</h3>
        <Export
          language={me.language}
          about={say.exportAbout}
          asked={`/web/offices/export/${office.id}`}
          make={{ path: '/web/offices/export', form: { office: office.id } }}
          file={null}
        />
        {office.suspended && <p class="dim">{say.move(`npm run backup -- --office ${office.id}`)}</p>}
        {links.length === 0 && (
          <p class="buttons">
            <button onClick={close}>← {say.close}</button>
          </p>
        )}
      </section>
      {links.length > 0 && <Links me={me} words={words} links={links} close={() => setLinks([])} />}
    </>
  );
}

/** How the link for its administrator stands, and making or taking it back. @param props.show shows what is shown this once. */
function AdminLink({
  me,
  words,
  office,
  done,
  failed,
  show,
}: Omit<LookAfterProps, 'close'> & { show: (links: ShownLink[]) => void }) {
  const [owner, setOwner] = useState(office.link.owner);
  const say = words.office;
  const { state, at } = office.link;
  const standing = {
    none: say.link.none,
    waiting: say.link.waiting(office.link.owner, shownMoment(at, me.language)),
    opened: say.link.opened(office.link.owner, shownMoment(at, me.language)),
    expired: say.link.expired(office.link.owner),
  }[state];
  const hand = (): void => {
    change<{ links: ShownLink[] }>('/web/offices/links', { to: [{ office: office.id, owner }] }).then(
      (made) => {
        show(made.links);
        done('');
      },
      failed,
    );
  };
  const takeBack = (): void => {
    change('/web/offices/links/take-back', { office: office.id }).then(() => {
      show([]);
      done(say.takenBack);
    }, failed);
  };
  return (
    <>
      <p>{standing}</p>
      {office.people.admins > 0 && <p>{say.link.administered}</p>}
      <div class="buttons">
        {office.people.admins === 0 && (
          <>
            <label class="field">
              {say.owner}
              <input value={owner} onInput={({ currentTarget }) => setOwner(currentTarget.value)} />
            </label>
            <button onClick={hand}>{state === 'none' ? say.make : say.makeAnew}</button>
          </>
        )}
        {(state === 'waiting' || state === 'opened') && (
          <AskFirst
            label={say.takeBack}
            question={say.takeBackAsk(office.link.owner)}
            yes={say.takeBackYes}
            no={say.cancel}
            act={takeBack}
          />
        )}
      </div>
    </>
  );
}

function Suspend({
  words,
  office: { id, name, suspended },
  done,
  failed,
}: OperatorProps & {
  office: ShownOffice;
  done: (text: string) => void;
  failed: (error: Refused) => void;
}) {
  const say = words.office;
  const set = (wanted: boolean): void => {
    change('/web/offices/suspend', { office: id, suspended: wanted }).then(
      () => done(wanted ? say.suspended : say.resumed),
      failed,
    );
  };
  return (
    <div class="buttons">
      {suspended ? (
        <button onClick={() => set(false)}>{say.resume}</button>
      ) : (
        <AskFirst
          label={say.suspend}
          question={say.suspendAsk(name)}
          yes={say.suspendYes}
          no={say.cancel}
          act={() => set(true)}
        />
      )}
    </div>
  );
}
