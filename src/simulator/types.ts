/** What the simulator's page and its server say to each other; shared by both sides. */

/** A person as LINE knows one. */
export interface SimPerson {
  userId: string;
  displayName: string;
  /** One line under the name: who this is in the demo. */
  role: string;
  /** Words to try, shown as chips over the keyboard of a chat that is still empty. */
  tries: string[];
  friend: boolean;
  blocked: boolean;
}

export interface SimGroup {
  groupId: string;
  name: string;
  members: string[];
  botInside: boolean;
}

/** One bubble in a chat, from either side. */
export interface SimMessage {
  id: string;
  /** Chat it stands in: a userId (one to one) or a groupId. */
  chat: string;
  /** userId of the sender, or 'bot', or 'system' for lines such as "joined". */
  from: string;
  /** Simulator time, ISO. */
  at: string;
  /**
   * LINE message object as sent, or for people's own: {type:'text',text,edited?} | {type:'image',url} |
   * {type:'file',fileName,fileSize,url} | {type:'sticker'}. Lines of 'system' are {type:'text',text,event,names}: English
   * words, and the act (`follow`, `bot-join`, …) with the names it is about, for a page that says it in its own.
   */
  message: Record<string, unknown>;
  /** Message this one quotes. */
  quotes: string | null;
  unsent: boolean;
  /** How the bot sent it. */
  via: 'reply' | 'push' | 'multicast' | null;
}

/** A line of the event log: what went over the wire, newest last. */
export interface SimLogEntry {
  id: number;
  at: string;
  /** webhook = LINE to bot, api = bot to LINE. */
  direction: 'webhook' | 'api';
  /** `message:text`, or `POST /v2/bot/message/reply`. */
  what: string;
  /** HTTP status answered, or null while under way, or 'timeout' | 'reset'. */
  status: number | string | null;
  milliseconds: number | null;
  request: unknown;
  response: unknown;
}

/** Switches for bad weather; all off at the start. */
export interface SimSwitches {
  /** Redeliver webhooks that were not answered 2xx (LINE's console switch). */
  redelivery: boolean;
  /** Deliver each webhook this many times (1 = normal). */
  duplicates: number;
  /** Deliver what one person does in quick succession in reverse order. */
  reorder: boolean;
  /** Milliseconds LINE waits before it answers the bot. */
  slowApi: number;
  /** What LINE answers the bot's sends with. */
  failApi: 'no' | '500' | '429-rate' | '429-monthly' | 'timeout-after-accept' | 'reset';
  /** Messages a month LINE allows to be pushed. */
  quotaLimit: number;
}

export interface SimRichMenu {
  richMenuId: string;
  name: string;
  chatBarText: string;
  size: { width: number; height: number };
  areas: {
    bounds: { x: number; y: number; width: number; height: number };
    action: Record<string, unknown>;
  }[];
  /** Where the page gets the picture, null until one was uploaded. */
  imageUrl: string | null;
}

export interface SimState {
  version: number;
  /** Simulator time, ISO. */
  now: string;
  people: SimPerson[];
  groups: SimGroup[];
  messages: SimMessage[];
  log: SimLogEntry[];
  switches: SimSwitches;
  quota: { limit: number; used: number };
  /** Chats in which the loading sign shows. */
  loading: string[];
  /** Rich menu shown to each person, after LINE's rules of precedence. */
  richMenus: Record<string, SimRichMenu | null>;
  bot: { userId: string; displayName: string };
}

/** What a person does on the page; POSTed as JSON to `/simulator/act`, answered with {ok:true} or {ok:false, reason}. */
export type SimAct =
  | { act: 'text'; user: string; chat: string; text: string; quote?: string; mentionBot?: boolean }
  /** base64 of the bytes; contentType as the browser gave it. */
  | { act: 'image'; user: string; chat: string; base64: string; contentType: string }
  | { act: 'file'; user: string; chat: string; fileName: string; base64: string }
  | { act: 'sticker'; user: string; chat: string }
  /** A tap on a postback or datetimepicker action; `displayText` shows as the person's words. */
  | {
      act: 'postback';
      user: string;
      chat: string;
      data: string;
      displayText?: string;
      params?: Record<string, string>;
    }
  | { act: 'unsend'; user: string; message: string }
  | { act: 'edit'; user: string; message: string; text: string }
  | { act: 'follow' | 'block' | 'unblock'; user: string }
  | { act: 'bot-join' | 'bot-leave'; group: string }
  | { act: 'member-join' | 'member-leave'; group: string; user: string }
  /** ISO moment to move the clock to, or days to move on. */
  | { act: 'clock'; to?: string; days?: number }
  | { act: 'switches'; set: Partial<SimSwitches> }
  /** Sends a webhook of the log once more, as LINE's redelivery does. */
  | { act: 'redeliver'; log: number }
  | { act: 'new-person'; displayName: string }
  | { act: 'reset' };
