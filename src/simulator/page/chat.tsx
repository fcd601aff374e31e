/** One phone: a chat as one person sees and uses it; used by app.tsx. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { SimMessage } from '../types.ts';
import { followAction, type Phone } from './actions.ts';
import { ChatHeader } from './chat-header.tsx';
import { QuickReplies, quickRepliesOf, Tries } from './chips.tsx';
import { Composer, type UnsentMessage, NOTHING_TYPED } from './composer.tsx';
import { usePage } from './context.ts';
import { DateDialog } from './date-dialog.tsx';
import type { LineAction } from './flex.ts';
import { stringOf as text } from './flex-values.ts';
import { inShort } from './message-body.tsx';
import { MessageList } from './message-list.tsx';
import { RichMenu } from './rich-menu.tsx';
import { messagesOf, type Seat } from './seats.ts';
import { words } from './words.ts';

interface Props {
  seat: Seat;
  /** The one shown where only one has room. */
  active: boolean;
  /** There is no room for it beside the others. */
  hidden: boolean;
  onViewer: (user: string) => void;
}

export function ChatPhone({ seat, active, hidden, onViewer }: Props): VNode {
  const { state, act, notify } = usePage();
  const { user, group, chat } = seat;
  const [draft, setDraft] = useState<UnsentMessage>(NOTHING_TYPED);
  const [usedReplies, setUsedReplies] = useState('');
  const [dateAction, setDateAction] = useState<LineAction | null>(null);
  const [menuOpen, setMenuOpen] = useState(() => innerHeight >= 780);
  const box = useRef<HTMLTextAreaElement>(null);
  const photo = useRef<HTMLInputElement>(null);

  const messages = messagesOf(state, chat);
  const replies = quickRepliesOf(messages);
  const isNew = !group && !messages.some((message) => message.from === user.userId);
  const menu = group ? null : (state.richMenus[user.userId] ?? null);

  const phone: Phone = {
    user: user.userId,
    chat,
    act,
    notify,
    fill: (words) => {
      setDraft({ ...draft, about: null, text: words });
      focusEnd(box.current, words.length);
    },
    showMenu: setMenuOpen,
    choosePhoto: () => photo.current?.click(),
    chooseDate: setDateAction,
    open: openAsLine,
  };
  const tap = (action: LineAction): void => followAction(action, phone);
  const about = (message: SimMessage, edit: boolean): void => {
    setDraft({ ...draft, about: { message, edit }, text: edit ? inShort(message.message) : draft.text });
    focusEnd(box.current, edit ? inShort(message.message).length : draft.text.length);
  };

  return (
    <section
      class={active ? 'phone active' : 'phone'}
      aria-label={group ? words.chat.groupLabel(group.name) : user.displayName}
      data-chat={chat}
      hidden={hidden}
    >
      <ChatHeader seat={seat} onViewer={onViewer} />
      <Banner seat={seat} />
      <MessageList
        seat={seat}
        onAction={tap}
        onReply={(message) => about(message, false)}
        onEdit={(message) => about(message, true)}
      />
      {replies && replies.message !== usedReplies && (
        <QuickReplies
          items={replies.items}
          onTap={(action) => {
            setUsedReplies(replies.message);
            tap(action);
          }}
        />
      )}
      {isNew && !replies && user.tries.length > 0 && (
        <Tries
          texts={user.tries}
          onTap={(one) => void act({ act: 'text', user: user.userId, chat, text: one })}
        />
      )}
      {!user.blocked && (
        <Composer
          seat={seat}
          draft={draft}
          setDraft={setDraft}
          box={box}
          photo={photo}
          onFocus={() => matchMedia('(max-width: 767px)').matches && setMenuOpen(false)}
        />
      )}
      {menu && (
        <RichMenu menu={menu} open={menuOpen} onToggle={() => setMenuOpen(!menuOpen)} onAction={tap} />
      )}
      {dateAction && (
        <DateDialog
          action={dateAction}
          now={state.now}
          onClose={() => setDateAction(null)}
          onPick={(params) => {
            setDateAction(null);
            void act({ act: 'postback', user: user.userId, chat, data: text(dateAction.data), params });
          }}
        />
      )}
    </section>
  );
}

/** What stands between the person and the bot, with the button that changes it. */
function Banner({ seat: { user, group } }: { seat: Seat }): VNode | null {
  const { act } = usePage();
  const banner = (note: string, label: string, run: () => void): VNode => (
    <div class="banner">
      <p>{note}</p>
      <button type="button" class="strong" onClick={run}>
        {label}
      </button>
    </div>
  );
  if (group) {
    const id = group.groupId;
    if (!group.botInside)
      return banner(
        words.chat.botOutside,
        words.chat.inviteBot,
        () => void act({ act: 'bot-join', group: id }),
      );
    if (group.members.includes(user.userId)) return null;
    const join = (): void => void act({ act: 'member-join', group: id, user: user.userId });
    return banner(words.chat.notMember, words.chat.join(user.displayName), join);
  }
  if (user.blocked)
    return banner(
      words.chat.blocked,
      words.chat.unblock,
      () => void act({ act: 'unblock', user: user.userId }),
    );
  if (user.friend) return null;
  return banner(
    words.chat.notFriend,
    words.chat.follow,
    () => void act({ act: 'follow', user: user.userId }),
  );
}

/** A window of a phone's size, as LINE shows pages over the chat; a page that asks for the phone's own browser gets a tab. */
function openAsLine(url: string): void {
  const outside = URL.canParse(url) && new URL(url).searchParams.get('openExternalBrowser') === '1';
  const small = !outside && matchMedia('(min-width: 768px)').matches;
  window.open(url, '_blank', small ? 'noopener,popup,width=390,height=760' : 'noopener');
}

function focusEnd(box: HTMLTextAreaElement | null, at: number): void {
  // After the words have been drawn into the box.
  requestAnimationFrame(() => {
    box?.focus();
    box?.setSelectionRange(at, at);
  });
}
