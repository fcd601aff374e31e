/** Top of a phone: whose it is, whom it talks to, and what can be done with the chat; used by chat.tsx. */
import type { VNode } from 'preact';
import { type Page, usePage } from './context.ts';
import { Avatar } from './message-row.tsx';
import { type MenuItem, MenuButton } from './popup.tsx';
import type { Seat } from './seats.ts';
import { words } from './words.ts';

interface Props {
  seat: Seat;
  /** Looks at a group through another member's phone. */
  onViewer: (user: string) => void;
}

export function ChatHeader({ seat, onViewer }: Props): VNode {
  const page = usePage();
  const { user, group } = seat;
  const inside = page.state.people.filter((person) => group?.members.includes(person.userId));
  return (
    <header class="chat-header">
      {group ? (
        <div class="owner">
          <label>
            <span>{words.chat.seenAs}</span>
            <select value={user.userId} onChange={(event) => onViewer(event.currentTarget.value)}>
              {(inside.length > 0 ? inside : page.state.people).map((person) => (
                <option key={person.userId} value={person.userId}>
                  {person.displayName}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : (
        <div class="owner">
          <Avatar name={user.displayName} />
          <p>
            <strong>{user.displayName}</strong>
            <span>{user.role}</span>
          </p>
        </div>
      )}
      <div class="partner">
        <h2>
          {group
            ? words.chat.group(group.name, group.members.length + (group.botInside ? 1 : 0))
            : page.state.bot.displayName}
        </h2>
        {!group && <span class="official">{words.chat.official}</span>}
        <MenuButton
          label={words.chat.menu}
          icon="menu"
          items={group ? groupItems(seat, page) : ownItems(seat, page)}
        />
      </div>
    </header>
  );
}

function ownItems({ user }: Seat, { act }: Page): MenuItem[] {
  const run = (what: 'follow' | 'block' | 'unblock') => (): void =>
    void act({ act: what, user: user.userId });
  if (user.blocked) return [{ label: words.chat.unblock, icon: 'plus', run: run('unblock') }];
  const block: MenuItem = { label: words.chat.block, icon: 'block', run: run('block') };
  return user.friend ? [block] : [{ label: words.chat.follow, icon: 'plus', run: run('follow') }, block];
}

function groupItems({ group }: Seat, { state, act }: Page): MenuItem[] {
  if (!group) return [];
  const { groupId } = group;
  const bot: MenuItem = group.botInside
    ? {
        label: words.chat.removeBot,
        icon: 'block',
        run: () => void act({ act: 'bot-leave', group: groupId }),
      }
    : { label: words.chat.inviteBot, icon: 'plus', run: () => void act({ act: 'bot-join', group: groupId }) };
  const people = state.people.map(({ userId, displayName }): MenuItem => {
    const inside = group.members.includes(userId);
    return {
      label: inside ? words.chat.leave(displayName) : words.chat.join(displayName),
      icon: inside ? 'minus' : 'plus',
      run: () => void act({ act: inside ? 'member-leave' : 'member-join', group: groupId, user: userId }),
    };
  });
  return [bot, ...people];
}
