/** What becomes of people's work when another plan is used; the preview of a file and the list of plans show it. */
import type { SwitchView } from './asked.ts';

export function SwitchLines({ view: { told, losing, mend } }: { view: SwitchView }) {
  return (
    <>
      {told.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {losing.map(({ title, lines }) => (
        <details open key={title}>
          <summary class="bad">{title}</summary>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      {mend && <p>{mend}</p>}
    </>
  );
}
