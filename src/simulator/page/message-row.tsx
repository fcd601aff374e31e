/** One message in a chat: sender, quote, content, time, marks and what can be done with it; used by message-list.tsx. */
import type { VNode } from 'preact';
import type { SimMessage } from '../types.ts';
import { copy } from './actions.ts';
import { type Page, usePage } from './context.ts';
import { clockOf } from './dates.ts';
import type { LineAction } from './flex.ts';
import { inShort, isBare, MessageBody } from './message-body.tsx';
import { type MenuItem, MenuButton } from './popup.tsx';
import { hueOf, initialOf, senderName } from './seats.ts';
import { eventWords, words } from './words.ts';

interface Props {
  message: SimMessage;
  /** Who looks at it. */
  viewer: string;
  quoted: SimMessage | null;
  /** Shows avatar and name: the first of several by one sender. */
  first: boolean;
  /** What stands over the time of one's own message. */
  mark: string;
  onAction: (action: LineAction) => void;
  onReply: () => void;
  onEdit: () => void;
}

/** A message as its viewer sees it: own ones right and green, others left with name and picture. */
export function MessageRow(props: Props): VNode {
  const { message, viewer, first, mark } = props;
  const page = usePage();
  const { state } = page;
  const own = message.from === viewer;
  const name = senderName(state, message.from);
  if (message.from === 'system') {
    const { event, names } = message.message;
    return <p class="system">{eventWords(event, names, inShort(message.message))}</p>;
  }
  if (message.unsent)
    return <p class="system">{own ? words.message.unsentBySelf : words.message.unsentBy(name)}</p>;

  const bare = isBare(message.message);
  const edited = message.message.edited === true;
  return (
    <div class={`row ${own ? 'own' : 'other'} ${first ? 'first' : ''}`} id={rowId(viewer, message.id)}>
      {!own && (first ? <Avatar name={name} bot={message.from === 'bot'} /> : <span class="avatar-room" />)}
      <div class="row-main">
        {!own && first && <p class="sender">{name}</p>}
        <div class={`bubble-line ${bare ? 'wide' : ''}`}>
          <div class={bare ? 'bare' : 'bubble'}>
            {message.quotes !== null && <Quote {...props} />}
            <MessageBody message={message.message} onAction={props.onAction} />
          </div>
          <div class="meta">
            <MenuButton
              label={words.message.options}
              icon="more"
              className="row-menu"
              items={choices(props, own, page)}
            />
            {edited && <span>{words.chat.edited}</span>}
            {own && mark && <span>{mark}</span>}
            <time dateTime={message.at}>{words.chat.time(clockOf(message.at))}</time>
          </div>
        </div>
      </div>
    </div>
  );
}

/** Id of a message's row, different on each phone that shows it. */
export function rowId(viewer: string, message: string): string {
  return `message-${viewer}-${message}`;
}

/** Round picture with a name's first letter; the bot's has its own look. */
export function Avatar({ name, bot = false }: { name: string; bot?: boolean }): VNode {
  return (
    <span
      class={bot ? 'avatar avatar-bot' : 'avatar'}
      style={bot ? '' : `background:hsl(${hueOf(name)} 45% 32%)`}
      aria-hidden="true"
    >
      {initialOf(name)}
    </span>
  );
}

function choices(props: Props, own: boolean, page: Page): MenuItem[] {
  const { message, viewer } = props;
  const items: MenuItem[] = [{ label: words.message.reply, icon: 'reply', run: props.onReply }];
  const text = message.message.type === 'text';
  if (text)
    items.push({
      label: words.message.copy,
      icon: 'copy',
      run: () => void copy(inShort(message.message), page.notify),
    });
  // LINE lets people edit texts in groups only.
  if (own && text && message.chat !== viewer)
    items.push({ label: words.message.edit, icon: 'edit', run: props.onEdit });
  if (own)
    items.push({
      label: words.message.unsend,
      icon: 'bin',
      run: () => void page.act({ act: 'unsend', user: viewer, message: message.id }),
    });
  return items;
}

function Quote({ quoted, viewer }: Props): VNode {
  const { state } = usePage();
  if (!quoted) return <p class="quote">{words.message.lostQuote}</p>;
  const goTo = (): void =>
    document
      .getElementById(rowId(viewer, quoted.id))
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  return (
    <button type="button" class="quote" aria-description={words.message.toQuote} onClick={goTo}>
      <strong>{senderName(state, quoted.from)}</strong>
      <span>{quoted.unsent ? words.message.lostQuote : inShort(quoted.message)}</span>
    </button>
  );
}
