/** What a route of the pages is, what it is answered from, and what it may answer; routes.ts lists them all. */
import type { Readable } from 'node:stream';
import type { Push } from '../bot/types.ts';
import type { Clock } from '../clock.ts';
import type { Language } from '../domain/member.ts';
import type { AddressRules } from '../domain/webhook.ts';
import type { LoadContext } from '../services/loaders.ts';
import type { LineConnection } from '../line/connection.ts';
import type { lineDesk } from '../line/desk.ts';
import type { ChannelKeeper } from '../services/channel-keeper.ts';
import type { PublicAddress } from '../services/public-address.ts';
import type { Trial } from '../services/trial.ts';
import type { Holder, Visitor } from '../services/web-sessions.ts';
import type { Write } from '../services/writes.ts';
import type { Log } from '../log.ts';
import type { Texts } from '../text/index.ts';
import type { PageName } from './assets.ts';
import type { Right } from './rights.ts';

type LineDesk = ReturnType<typeof lineDesk>;

/** How a page sends in chat: rows stored with what was decided. */
export interface Sending {
  push(push: Push): Write[];
  /** Waits for the person's next answer, at no cost. */
  ride(push: Push): Write[];
  /** Sends at once what was stored. */
  flush(): Promise<void>;
  /** Real time. */
  realNow(): Date;
}

/** What every route may use. `Database` stays unknown here: routes hand it to services. */
export interface WebDeps {
  database: Parameters<typeof import('../services/web-sessions.ts').findVisitor>[0];
  /** The office's clock, by which links and sessions end too: may be the simulator's. */
  clock: Clock;
  /** What addresses begin with. */
  address: PublicAddress;
  log: Log;
  /** What the console asks of an office's LINE. */
  line: (office: string) => LineDesk;
  /** Connecting offices to LINE. */
  connection: LineConnection;
  channels: ChannelKeeper;
  /** Of the bot's own database, null where it is somebody else's. */
  dataDir: string | null;
  /** The file that remembers erasures beside the database; null where there is none. */
  ledger: string | null;
  sending: Sending;
  /** Where offices' webhooks may lead, and who sends what is due there. */
  webhooks: { rules: AddressRules; deliveries: { wake(): void; tryNow(hook: string): Promise<void> } };
  /** Takes up files that are to be made in the background. */
  downloads: { wake(): void };
  /** How an office comes about that is made here: by a trial without a real LINE account, or in earnest. */
  trial: Trial | null;
  /** Where messages go that the assistant helps to read; null where the server has none. */
  assistant: { host: string; model: string } | null;
}

export interface WebRequest extends WebDeps {
  /** What addresses begin with now, without a slash at the end. */
  publicUrl: string;
  /** null on routes that anyone may visit. */
  visitor: Visitor | null;
  /** Reads what a person's request is answered from, as the chat does. */
  load: LoadContext;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Parsed JSON of a change; undefined where none came. */
  body: unknown;
  /** What an upload brought; empty elsewhere. */
  bytes: Buffer;
  /** Headers a route may look at, by lower-case name. */
  header(name: string): string | undefined;
  texts: Texts;
}

export type WebAnswer =
  | { json: unknown; status?: number; cookie?: string | null }
  | { page: PageName }
  | { html: string; status?: number; cookie?: string | null }
  | { redirect: string; cookie?: string | null }
  | {
      file: Buffer;
      contentType: string;
      /** Saved under this name; shown in the page where null. */
      name: string | null;
      /** `immutable` for what never changes under its address. */
      keep?: 'never' | 'immutable' | { etag: string; seconds: number };
      /** Any site may show it in a frame. */
      framed?: true;
    }
  /** A stored file as it comes, saved under its name. */
  | { stream: { bytes: number; name: string; contentType: string; open(): Readable } }
  /** What was asked is refused: why, in a sentence for the person. */
  | { refused: number; why: string; details?: unknown };

export interface Route {
  method: 'GET' | 'POST';
  /** As Express writes it: `/web/activities/:code`. */
  path: string;
  may: Right;
  /** Also while the office is suspended: its data stay its own to fetch. */
  whileSuspended?: true;
  /** How a change is brought; `bytes` for uploads of at most so many. None for GET. */
  takes?: 'json' | { bytes: number };
  answer(request: WebRequest): Promise<WebAnswer> | WebAnswer;
}

/** @returns what a page without its own choice says things in. */
export function languageOf({ visitor }: Pick<WebRequest, 'visitor'>): Language {
  return visitor?.member?.language ?? visitor?.operator?.language ?? visitor?.office?.language ?? 'th';
}

/** Under which names the audit knows whoever came by a link from the terminal, or by one an operator handed them. */
export const SET_UP = 'set-up';
const HANDED = 'handed';

/** Whoever looks after an office on the console. @returns null while there is no office. */
export function adminOf({
  visitor,
}: WebRequest): { office: NonNullable<Visitor['office']>; by: string } | null {
  return visitor?.office
    ? { office: visitor.office, by: visitor.member?.id ?? (visitor.terminal ? SET_UP : HANDED) }
    : null;
}

/** A visitor who belongs to an office; routes of the pages always have one. */
export function memberOf(request: WebRequest): {
  office: NonNullable<Visitor['office']>;
  member: NonNullable<Visitor['member']>;
} {
  const { office, member } = request.visitor ?? {};
  if (!office || !member) throw new Error('a route for members was answered to somebody else');
  return { office, member };
}

/** An operator; routes above the offices always have one. */
export function operatorOf({ visitor }: WebRequest): NonNullable<Visitor['operator']> {
  if (!visitor?.operator) throw new Error('a route for operators was answered to somebody else');
  return visitor.operator;
}

/** @returns what a session or a link is called where no name is known. */
export function nameOf(holder: Holder, { web }: Texts): string {
  return holder === null ? web.setUpPerson : (holder.name ?? web.handedPerson);
}
