/** Rows of chips over the text box: the bot's quick replies, and words to try while a chat is empty; used by chat.tsx. */
import type { VNode } from 'preact';
import type { SimMessage } from '../types.ts';
import type { LineAction } from './flex.ts';
import { pictureUrl, record, records, stringOf as text } from './flex-values.ts';
import { Icon, type IconName } from './icons.tsx';
import { words } from './words.ts';

/** Quick replies of a chat's last message; LINE shows no others. */
export function quickRepliesOf(messages: SimMessage[]): { message: string; items: QuickReply[] } | null {
  const last = messages.findLast((message) => message.from !== 'system');
  if (last?.from !== 'bot' || last.unsent) return null;
  const items = records(record(last.message.quickReply).items).map((item) => ({
    action: record(item.action),
    icon: pictureUrl(item.imageUrl),
  }));
  return items.length > 0 ? { message: last.id, items } : null;
}

interface QuickReply {
  action: LineAction;
  icon: string | null;
}

const signs: ReadonlyMap<unknown, IconName> = new Map([
  ['camera', 'camera'],
  ['cameraRoll', 'photo'],
  ['location', 'place'],
  ['datetimepicker', 'calendar'],
]);

export function QuickReplies({
  items,
  onTap,
}: {
  items: QuickReply[];
  onTap: (action: LineAction) => void;
}): VNode {
  return (
    <div class="chips" role="group" aria-label={words.composer.quickReplies}>
      {items.map(({ action, icon }, index) => (
        <button type="button" key={index} onClick={() => onTap(action)}>
          {icon && <img src={icon} alt="" />}
          {!icon && <Sign type={action.type} />}
          {text(action.label)}
        </button>
      ))}
    </div>
  );
}

function Sign({ type }: { type: unknown }): VNode | null {
  const name = signs.get(type);
  return name ? <Icon name={name} /> : null;
}

/** Examples a newcomer may tap; a tap sends the words. */
export function Tries({ texts, onTap }: { texts: string[]; onTap: (text: string) => void }): VNode {
  return (
    <div class="chips tries" role="group" aria-label={words.composer.tries}>
      {texts.map((one) => (
        <button type="button" key={one} onClick={() => onTap(one)}>
          {one}
        </button>
      ))}
    </div>
  );
}
