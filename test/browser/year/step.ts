/** What a row of the year's tables says; walk.ts does it, year.test.ts looks at what became visible. */

/** Whose phone: the administrator's, two officers', the manager's; or the group, where the manager writes. */
export type Who = 'admin' | 'officer' | 'second' | 'manager' | 'group';

export interface Step {
  /** The office's time from here on, Bangkok's. */
  at?: string;
  who: Who;
  /** Typed words; `[label]` is a tap, `photo` a picture, `follow` adds the bot as a friend, `look` only looks, `job NAME` the clockwork's work of that moment. `{name}` is a code that was kept. */
  does: string;
  /** Words of the newest bubble on that phone that must stand where LINE shows them. */
  gist: string | readonly string[];
  /** Words of the whole answer. */
  says?: readonly string[];
  never?: readonly string[];
  /** Keeps the invitation's code of the answer under this name. */
  keeps?: string;
  stored?: Stored;
}

/** What the database holds after the step. */
export interface Stored {
  /** Reports that count. */
  reports?: number;
  /** By activity code: fields of its state. */
  states?: Record<string, Record<string, unknown>>;
  members?: readonly string[];
  groups?: number;
  /** Frozen versions, `1.2` = the second of the first half. */
  versions?: readonly string[];
  /** Messages that were paid for in the step itself. */
  paid?: number;
  evidence?: number;
}
