/** The cards' theme as CSS variables, so that pages and cards have one look; assets.ts puts them before the style. */
import { colours, tones } from '../../flex-messages/theme.ts';

/** @returns `:root{--completed-fill:#17703A;…}`: a variable a colour, statuses with fill, on-fill, ink and soft. */
export function tokensCss(): string {
  const plain = Object.entries(colours).map(([name, value]) => `--${name}:${value}`);
  const toned = Object.entries(tones).flatMap(([name, { fill, onFill, ink, soft }]) => {
    const tone = name.replace('_', '-');
    return [
      `--${tone}-fill:${fill}`,
      `--${tone}-on:${onFill}`,
      `--${tone}-ink:${ink}`,
      `--${tone}-soft:${soft}`,
    ];
  });
  return `:root{${[...plain, ...toned].join(';')}}\n`;
}
