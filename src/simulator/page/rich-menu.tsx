/** The rich menu under a chat: a bar that opens and closes it, tap areas over its picture; used by chat.tsx. */
import type { VNode } from 'preact';
import type { SimRichMenu } from '../types.ts';
import type { LineAction } from './flex.ts';
import { pictureUrl, stringOf as text } from './flex-values.ts';
import { Icon } from './icons.tsx';
import { words } from './words.ts';

interface Props {
  menu: SimRichMenu;
  open: boolean;
  onToggle: () => void;
  onAction: (action: LineAction) => void;
}

/** Areas are placed in percent of the menu's own size; without a picture they show their names. */
export function RichMenu({ menu, open, onToggle, onAction }: Props): VNode {
  const { width, height } = menu.size;
  const picture = pictureUrl(menu.imageUrl);
  const label = menu.chatBarText;
  return (
    <div class="rich-menu">
      <button
        type="button"
        class="rich-bar"
        aria-expanded={open}
        aria-label={open ? words.menu.close(label) : words.menu.open(label)}
        onClick={onToggle}
      >
        <span>{label}</span> <Icon name={open ? 'down' : 'up'} />
      </button>
      {open && (
        <div
          class="rich-picture"
          role="group"
          aria-label={words.menu.picture}
          style={`aspect-ratio:${width} / ${height}`}
        >
          {picture && <img src={picture} alt="" />}
          {menu.areas.map(({ bounds, action }, index) => (
            <button
              type="button"
              key={index}
              class={picture ? 'area' : 'area area-named'}
              aria-label={nameOf(action) || words.menu.area(index + 1)}
              title={nameOf(action)}
              style={`left:${(100 * bounds.x) / width}%;top:${(100 * bounds.y) / height}%;width:${(100 * bounds.width) / width}%;height:${(100 * bounds.height) / height}%`}
              onClick={() => onAction(action)}
            >
              {!picture && (nameOf(action) || words.menu.area(index + 1))}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function nameOf(action: LineAction): string {
  return text(action.label) || text(action.displayText) || text(action.text);
}
