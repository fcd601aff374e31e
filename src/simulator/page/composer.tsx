/** The line at the bottom of a chat: attachments, mention, text box, what is being answered or edited; used by chat.tsx. */
import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SimMessage } from '../types.ts';
import { usePage } from './context.ts';
import { Icon } from './icons.tsx';
import { inShort } from './message-body.tsx';
import { MenuButton } from './popup.tsx';
import { type Seat, senderName } from './seats.ts';
import { words } from './words.ts';

/** What a person has begun to write. */
export interface UnsentMessage {
  text: string;
  /** Message being answered, or being edited. */
  about: { message: SimMessage; edit: boolean } | null;
  mention: boolean;
}

export const NOTHING_TYPED: UnsentMessage = { text: '', about: null, mention: false };

interface Props {
  seat: Seat;
  draft: UnsentMessage;
  setDraft: (draft: UnsentMessage) => void;
  box: RefObject<HTMLTextAreaElement | null>;
  photo: RefObject<HTMLInputElement | null>;
  onFocus: () => void;
}

const largest = 10 * 1024 * 1024;

/** Text box with its buttons. Enter sends, Shift and Enter begin a new line. */
export function Composer({ seat, draft, setDraft, box, photo, onFocus }: Props): VNode {
  const { state, act, notify } = usePage();
  const file = useRef<HTMLInputElement>(null);
  const { userId: user } = seat.user;
  const { chat } = seat;
  const bot = state.bot.displayName;

  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${Math.min(box.current.scrollHeight, 120)}px`;
  }, [draft.text, box]);

  const send = async (): Promise<void> => {
    const { about, mention } = draft;
    // Typing the bot's name by hand mentions it too; the server puts the name in front.
    const named = seat.group !== null && draft.text.includes(`@${bot}`);
    const text = named ? draft.text.replace(`@${bot}`, '').trim() : draft.text;
    if (text.trim() === '') return;
    setDraft({ ...NOTHING_TYPED, mention });
    const accepted = about?.edit
      ? await act({ act: 'edit', user, message: about.message.id, text })
      : await act({
          act: 'text',
          user,
          chat,
          text,
          ...(about ? { quote: about.message.id } : {}),
          ...(seat.group && (mention || named) ? { mentionBot: true } : {}),
        });
    if (!accepted) setDraft(draft);
  };

  const attach = async (input: HTMLInputElement, kind: 'image' | 'file'): Promise<void> => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    for (const one of chosen) {
      if (one.size > largest) {
        notify(words.composer.tooLarge(one.name));
        continue;
      }
      const base64 = await base64Of(one);
      await act(
        kind === 'image'
          ? { act: 'image', user, chat, base64, contentType: one.type }
          : { act: 'file', user, chat, fileName: one.name, base64 },
      );
    }
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {draft.about && (
        <About {...draft.about} onClose={() => setDraft({ ...NOTHING_TYPED, mention: draft.mention })} />
      )}
      {seat.group && (
        <button
          type="button"
          class="mention"
          aria-pressed={draft.mention}
          title={words.composer.mentionHint(bot)}
          onClick={() => setDraft({ ...draft, mention: !draft.mention })}
        >
          {words.composer.mention(bot)}
        </button>
      )}
      <div class="composer-line">
        <MenuButton
          label={words.composer.attach}
          icon="plus"
          items={[
            { label: words.composer.photo, icon: 'photo', run: () => photo.current?.click() },
            { label: words.composer.file, icon: 'file', run: () => file.current?.click() },
            {
              label: words.composer.sticker,
              icon: 'smile',
              run: () => void act({ act: 'sticker', user, chat }),
            },
          ]}
        />
        <input
          ref={photo}
          hidden
          type="file"
          accept="image/*"
          multiple
          aria-label={words.composer.choosePhoto}
          onChange={(event) => void attach(event.currentTarget, 'image')}
        />
        <input
          ref={file}
          hidden
          type="file"
          aria-label={words.composer.chooseFile}
          onChange={(event) => void attach(event.currentTarget, 'file')}
        />
        <textarea
          ref={box}
          rows={1}
          maxLength={5000}
          aria-label={words.composer.box}
          placeholder={words.composer.box}
          value={draft.text}
          onFocus={onFocus}
          onInput={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <button
          type="submit"
          class="icon-button send"
          aria-label={words.composer.send}
          disabled={!draft.text.trim()}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

function About({
  message,
  edit,
  onClose,
}: {
  message: SimMessage;
  edit: boolean;
  onClose: () => void;
}): VNode {
  const { state } = usePage();
  return (
    <div class="about">
      <p>
        <strong>
          {edit ? words.composer.editing : words.composer.replyingTo(senderName(state, message.from))}
        </strong>
        <span>{inShort(message.message)}</span>
      </p>
      <button type="button" class="icon-button" aria-label={words.page.cancel} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // In pieces: a call with millions of arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
