/** Links for administrators that were just made: shown once, each with its code, and saved as a table; they stay until somebody says that they are kept. */
import { moment } from '../../../text/format.ts';
import type { MadeLink } from '../../../services/handed-links.ts';
import type { Sent } from '../console/view.ts';
import { useUnsaved } from '../unsaved.tsx';
import { type OperatorProps, saveTable } from './view.ts';

export type ShownLink = Sent<Omit<MadeLink, 'token'>> & { url: string };

export function Links({
  me,
  words,
  links,
  close,
}: OperatorProps & { links: readonly ShownLink[]; close: () => void }) {
  const say = words.links;
  useUnsaved(true);
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
      <p class="buttons">
        <button class="primary" onClick={() => saveTable([heads, ...rows], say.fileName)}>
          {say.save}
        </button>
        <button onClick={close}>{say.kept}</button>
      </p>
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
    </section>
  );
}
