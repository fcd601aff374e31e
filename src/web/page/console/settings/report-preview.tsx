/** The report as it would be printed with what stands in the form, a moment after the last change. */
import { useEffect, useState } from 'preact/hooks';
import { change, type Refused } from '../../api.ts';
import type { SettingsProps } from './data.ts';

interface Preview {
  item: string | null;
  heading: string[];
  title: string;
  heads: string[];
  rows: { text: string; span: number }[][];
  signatures: string[][];
}

const WAIT_MS = 400;

export function ReportPreview({ say, settings }: Pick<SettingsProps, 'say'> & { settings: object }) {
  const [view, setView] = useState<Preview | null>(null);
  const [why, setWhy] = useState('');
  const asked = JSON.stringify(settings);
  useEffect(() => {
    const timer = setTimeout(() => {
      change<Preview>('/web/console/settings/report/preview', { settings: JSON.parse(asked) as object }).then(
        (found) => {
          setView(found);
          setWhy('');
        },
        (error: Refused) => setWhy(error.message),
      );
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <div class="paper" role="region" aria-label={say.preview} tabIndex={0}>
      <h3>{say.preview}</h3>
      {why && <p class="bad">{why}</p>}
      {view && (
        <>
          {view.item && <p class="number">{view.item}</p>}
          <div class="heading">
            {view.heading.map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </div>
          <p>{view.title}</p>
          <table>
            <thead>
              <tr>
                {view.heads.map((head, at) => (
                  <th scope="col" key={at}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map(({ text, span }, at) => (
                    <td key={at} colSpan={span}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p class="dim">{say.previewMore}</p>
          <div class="signatures">
            {view.signatures.map((lines, at) => (
              <p key={at} class="text">
                {lines.join('\n')}
              </p>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
