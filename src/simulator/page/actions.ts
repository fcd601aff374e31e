/** Carries out a LINE action that was tapped on a card, a quick reply or a rich menu; used by chat.tsx. */
import type { SimAct } from '../types.ts';
import type { LineAction } from './flex.ts';
import { stringOf as text } from './flex-values.ts';
import { words } from './words.ts';

/** What an action may do to the phone it was tapped on. */
export interface Phone {
  user: string;
  chat: string;
  act: (act: SimAct) => Promise<boolean>;
  notify: (text: string) => void;
  /** Puts words into the text box and the cursor behind them. */
  fill: (text: string) => void;
  showMenu: (open: boolean) => void;
  choosePhoto: () => void;
  chooseDate: (action: LineAction) => void;
  open: (url: string) => void;
}

/** Does what LINE does on a tap. Actions LINE knows but the page does not are named in a notice. */
export function followAction(action: LineAction, phone: Phone): void {
  const { user, chat } = phone;
  switch (action.type) {
    case 'message':
      void phone.act({ act: 'text', user, chat, text: text(action.text) });
      return;
    case 'postback':
      postback(action, phone);
      return;
    case 'uri':
      openLink(text(action.uri), phone);
      return;
    case 'datetimepicker':
      phone.chooseDate(action);
      return;
    case 'camera':
    case 'cameraRoll':
      phone.choosePhoto();
      return;
    case 'clipboard':
      void copy(text(action.clipboardText), phone.notify);
      return;
    case 'richmenuswitch':
      void phone.act({
        act: 'postback',
        user,
        chat,
        data: text(action.data),
        params: { newRichMenuAliasId: text(action.richMenuAliasId), status: 'SUCCESS' },
      });
      return;
    case 'location':
      phone.notify(words.action.location);
      return;
    default:
      phone.notify(words.action.unknown(text(action.type)));
  }
}

function postback(action: LineAction, phone: Phone): void {
  const shown = text(action.displayText);
  void phone.act({
    act: 'postback',
    user: phone.user,
    chat: phone.chat,
    data: text(action.data),
    ...(shown ? { displayText: shown } : {}),
  });
  if (action.inputOption === 'openRichMenu') phone.showMenu(true);
  if (action.inputOption === 'closeRichMenu') phone.showMenu(false);
  if (action.inputOption === 'openKeyboard') phone.fill(text(action.fillInText));
}

function openLink(uri: string, phone: Phone): void {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'http') phone.open(uri);
  else if (scheme === 'tel') phone.notify(words.action.call(uri.slice(4)));
  else if (scheme === 'line') phone.notify(words.action.inLine(uri));
  else phone.notify(words.action.badLink);
}

/** Copies text and says whether that worked. */
export async function copy(value: string, notify: (text: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(value);
    notify(words.action.copied);
  } catch {
    notify(words.action.cannotCopy);
  }
}
