/** Links for administrators that were just made: shown once, each with its code, and saved as a table. */
import { moment } from '../../../text/format.ts';
import type { MadeLink } from '../../../services/handed-links.ts';
import type { Sent } from '../console/view.ts';
import { type OperatorProps, saveTable } from './view.ts';

export type ShownLink = Sent<Omit<MadeLink, 'token'>> & { url: string };

export function Links({ me, words, links }: OperatorProps & { links: readonly ShownLink[] }) {
  const say = words.links;
  const heads = [words.overview.name, say.owner, say.url, say.code, say.until];
  const rows = links.map(({ name, owner, url, code, until }) => [
    name,
    owner,
    url,
    code,
    moment(new Date(until), me.language),
  ]);
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      <div class="scroll" role="region" aria-label={say.title} tabIndex={0}>
        <table class="stacked links">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...rest], row) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                {rest.map((text, at) => (
                  <td key={at} data-head={heads[at + 1]}>
                    {at === 1 ? <code>{text}</code> : text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="buttons">
        <button onClick={() => saveTable([heads, ...rows], say.fileName)}>{say.save}</button>
      </p>
    </section>
  );
}
