/** The page's own line drawings, so that no sign depends on which emoji fonts a machine has. */
import type { VNode } from 'preact';

const paths = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  photo: 'M4 5h16v14H4zM4 17l5-5 4 4 3-3 4 4M9 9h.01',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  smile:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14c1 1.7 2.2 2.3 3.5 2.300s2.5-.6 3.5-2.300M9 9.500h.01M15 9.500h.01',
  place: 'M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11zM12 10h.01',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  send: 'M4 12l16-8-6 16-3-6z',
  sliders: 'M4 7h8M18 7h2M4 17h2M12 17h8M15 4.500v5M9 14.500v5',
  reply: 'M9 7l-5 5 5 5M4 12h10c4 0 6 2 6 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  edit: 'M4 20l1-5L16 4l4 4L9 19z',
  bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
} as const;

export type IconName = keyof typeof paths;

/** A drawing as high as its line of text; hidden from screen readers. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
