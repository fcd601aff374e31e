/** The scrolling part of a chat: messages under their days, and the sign that the bot is busy; used by chat.tsx. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SimMessage } from '../types.ts';
import { usePage } from './context.ts';
import { dayOf, isoDayOf } from './dates.ts';
import type { LineAction } from './flex.ts';
import { Avatar, MessageRow } from './message-row.tsx';
import { messagesOf, type Seat } from './seats.ts';
import { words } from './words.ts';

interface Props {
  seat: Seat;
  onAction: (action: LineAction) => void;
  onReply: (message: SimMessage) => void;
  onEdit: (message: SimMessage) => void;
}

/** All messages of a chat; stays at the bottom unless the reader has scrolled up. */
export function MessageList({ seat, onAction, onReply, onEdit }: Props): VNode {
  const { state } = usePage();
  const messages = messagesOf(state, seat.chat);
  const busy = state.loading.includes(seat.chat);
  const box = useStickyBottom(messages, busy, seat.user.userId);
  const name = state.bot.displayName;
  return (
    <div class="messages" ref={box} role="log" tabIndex={0} aria-label={words.chat.messages}>
      {messages.length === 0 && (
        <p class="system">{seat.group ? words.chat.emptyGroup(state.bot.displayName) : words.chat.empty}</p>
      )}
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const newDay = !before || isoDayOf(before.at) !== isoDayOf(message.at);
        return (
          <div key={message.id}>
            {newDay && <p class="day">{dayOf(message.at)}</p>}
            <MessageRow
              message={message}
              viewer={seat.user.userId}
              quoted={messages.find((other) => other.id === message.quotes) ?? null}
              first={newDay || before.from !== message.from || before.unsent}
              mark={readMark(messages, index, seat)}
              onAction={onAction}
              onReply={() => onReply(message)}
              onEdit={() => onEdit(message)}
            />
          </div>
        );
      })}
      {busy && (
        <div class="row other first" role="status" aria-label={words.chat.writing(name)}>
          <Avatar name={name} bot />
          <div class="bubble dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        </div>
      )}
    </div>
  );
}

/** Whoever wrote later has read what stood before. */
function readMark(messages: SimMessage[], index: number, seat: Seat): string {
  const later = messages.slice(index + 1).map((message) => message.from);
  const readers = new Set(later.filter((from) => from !== 'system' && from !== seat.user.userId));
  if (readers.size === 0) return '';
  return seat.group ? words.chat.readBy(readers.size) : words.chat.read;
}

function useStickyBottom(
  messages: SimMessage[],
  busy: boolean,
  viewer: string,
): { current: HTMLDivElement | null } {
  const box = useRef<HTMLDivElement>(null);
  const last = messages.at(-1);
  const atBottom = useRef(true);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const remember = (): void => {
      atBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    };
    // A picture that loads late or a menu that opens must not push the newest message out of sight.
    const resized = new ResizeObserver(() => {
      if (atBottom.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', remember, { passive: true });
    element.addEventListener(
      'load',
      () => atBottom.current && (element.scrollTop = element.scrollHeight),
      true,
    );
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && (atBottom.current || last?.from === viewer)) element.scrollTop = element.scrollHeight;
  }, [last?.id, messages.length, busy, viewer]);
  return box;
}
