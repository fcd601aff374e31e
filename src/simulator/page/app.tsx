/** The simulator's page: phones side by side, one at a time where there is little room, and the side panel; used by main.tsx. */
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SimAct, SimState } from '../types.ts';
import { ChatPhone } from './chat.tsx';
import { useConnection } from './connection.ts';
import { PageContext, usePage } from './context.ts';
import { Icon } from './icons.tsx';
import { Avatar } from './message-row.tsx';
import { Panel } from './panel.tsx';
import { Dialog } from './popup.tsx';
import { fitsPanel, leftmost, useRoom } from './room.ts';
import { messagesOf, type Seat, seatsOf } from './seats.ts';
import { reasonWords, words } from './words.ts';

export function SimulatorPage(): VNode {
  const { state, online, act: send } = useConnection();
  const [notice, notify] = useNotice();
  const act = useCallback(
    async (what: SimAct): Promise<boolean> => {
      const answer = await send(what);
      if (answer.ok) return true;
      notify(`${words.page.failed}: ${reasonWords(answer.reason)}`);
      return false;
    },
    [send, notify],
  );
  const page = useMemo(() => state && { state, act, notify }, [state, act, notify]);
  return (
    <>
      {page ? (
        <PageContext.Provider value={page}>
          <Phones state={page.state} />
        </PageContext.Provider>
      ) : (
        <main class="waiting">
          <h1>{words.page.title}</h1>
          <p role="status">{online ? words.page.loading : words.page.lost}</p>
        </main>
      )}
      <div class="notices" role="status">
        {page && !online && <p>{words.page.lost}</p>}
        {notice && <p>{notice}</p>}
      </div>
    </>
  );
}

function useNotice(): [string, (text: string) => void] {
  const [notice, setNotice] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const notify = useCallback((text: string): void => {
    clearTimeout(timer.current);
    setNotice(text);
    timer.current = setTimeout(() => setNotice(''), 5000);
  }, []);
  return [notice, notify];
}

function Phones({ state }: { state: SimState }): VNode {
  const [viewers, setViewers] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState('');
  const [panel, setPanel] = useState(() => fitsPanel(innerWidth));
  const [adding, setAdding] = useState(false);
  const seats = seatsOf(state, viewers);
  const active = seats.find((seat) => seat.chat === chosen) ?? seats[0];
  const unread = useUnread(state, active?.chat);

  const [place, room] = useRoom();
  const before = useRef(0);
  const at = active ? seats.indexOf(active) : 0;
  const first = leftmost(before.current, at, room, seats.length);
  before.current = first;
  const inView = (seat: Seat): boolean => {
    const index = seats.indexOf(seat);
    return index >= first && index < first + room;
  };
  const write = (event: Event): void => {
    event.preventDefault();
    const chat = `[data-chat="${CSS.escape(active?.chat ?? '')}"]`;
    document.querySelector<HTMLElement>(`${chat} textarea`)?.focus();
  };
  return (
    <div class={panel ? 'page with-panel' : 'page'}>
      <a class="skip" href="#write" onClick={write}>
        {words.page.skip}
      </a>
      <header class="top">
        <h1>
          {words.page.title} <small>{words.page.note}</small>
        </h1>
        <nav aria-label={words.page.chats}>
          {seats.map((seat) => (
            <Tab
              key={seat.chat}
              seat={seat}
              active={seat === active}
              shown={inView(seat)}
              unread={inView(seat) ? 0 : unread(seat)}
              onTap={() => setChosen(seat.chat)}
            />
          ))}
          <button type="button" class="tab" onClick={() => setAdding(true)}>
            <Icon name="plus" /> {words.page.addPerson}
          </button>
        </nav>
        <button type="button" class="tab panel-toggle" aria-expanded={panel} onClick={() => setPanel(!panel)}>
          <Icon name="sliders" /> <span class="toggle-word">{words.page.openPanel}</span>
        </button>
      </header>
      <main class="phones" id="write" tabIndex={-1} ref={place}>
        {seats.map((seat) => (
          <ChatPhone
            key={`${seat.chat} ${seat.user.userId}`}
            seat={seat}
            active={seat === active}
            hidden={!inView(seat)}
            onViewer={(user) => setViewers({ ...viewers, [seat.chat]: user })}
          />
        ))}
      </main>
      {panel && <Panel onClose={() => setPanel(false)} />}
      {adding && <NewPerson onClose={() => setAdding(false)} />}
    </div>
  );
}

function Tab(props: {
  seat: Seat;
  active: boolean;
  shown: boolean;
  unread: number;
  onTap: () => void;
}): VNode {
  const { group, user } = props.seat;
  const name = group?.name ?? user.displayName;
  return (
    <button
      type="button"
      class={props.shown ? 'tab shown' : 'tab'}
      aria-current={props.active}
      onClick={props.onTap}
    >
      <Avatar name={name} />
      <span class="tab-name">{name}</span>
      {props.unread > 0 && (
        <span class="unread" role="img" aria-label={words.page.unread(props.unread)}>
          {props.unread}
        </span>
      )}
    </button>
  );
}

/** Counts what came into the chats that are not in front, after the last message seen there. */
function useUnread(state: SimState, active: string | undefined): (seat: Seat) => number {
  const last = (chat: string): string => messagesOf(state, chat).at(-1)?.id ?? '';
  const [seen, setSeen] = useState<Record<string, string>>(() =>
    Object.fromEntries(seatsOf(state, {}).map((seat) => [seat.chat, last(seat.chat)])),
  );
  const here = active ? last(active) : '';
  useEffect(() => {
    if (active) setSeen((before) => ({ ...before, [active]: here }));
  }, [active, here]);
  return ({ chat }) => {
    if (chat === active) return 0;
    const messages = messagesOf(state, chat);
    return messages.length - 1 - messages.findIndex((message) => message.id === seen[chat]);
  };
}

function NewPerson({ onClose }: { onClose: () => void }): VNode {
  const { act } = usePage();
  const [name, setName] = useState('');
  return (
    <Dialog
      title={words.page.addPerson}
      yes={words.page.ok}
      onClose={onClose}
      onYes={() => {
        if (name.trim() === '') return;
        void act({ act: 'new-person', displayName: name.trim() });
        onClose();
      }}
    >
      <label class="field">
        <span>{words.page.personName}</span>
        <input required maxLength={20} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
    </Dialog>
  );
}
