/** Codes that still open something, and taking one back. */
import { moment } from '../../../../text/format.ts';
import { change } from '../../api.ts';
import { AskFirst } from '../../ask-first.tsx';
import type { PeopleProps } from './data.ts';

export function OpenCodes({ data, say, me, done, failed }: PeopleProps) {
  const takeBack = (id: string): void => {
    change('/web/console/invites/take-back', { id }).then(() => done(say.takenBack), failed);
  };
  return (
    <section class="card">
      <h2>{data.invites.length > 0 ? say.open(data.invites.length) : say.openNone}</h2>
      {data.invites.length > 0 && (
        <div class="scroll" role="region" aria-label={say.open(data.invites.length)} tabIndex={0}>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">{say.openFor}</th>
                <th scope="col">{say.role}</th>
                <th scope="col">{say.used}</th>
                <th scope="col">{say.until}</th>
                <th scope="col">{say.takeBack}</th>
              </tr>
            </thead>
            <tbody>
              {data.invites.map(({ id, owner, role, used, uses, expiresAt }) => (
                <tr key={id}>
                  <th scope="row">{owner ?? say.anyone}</th>
                  <td data-head={say.role}>{say.roles[role]}</td>
                  <td data-head={say.used}>{say.usedOf(used, uses)}</td>
                  <td data-head={say.until}>{moment(new Date(expiresAt), me.language)}</td>
                  <td>
                    <AskFirst
                      label={say.takeBack}
                      of={owner ?? say.anyone}
                      question={say.takeBackAsk(owner ?? say.anyone)}
                      yes={say.takeBackYes}
                      no={say.cancel}
                      act={() => takeBack(id)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
