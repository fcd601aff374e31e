/** Lets an operation on MongoDB or a call to LINE hang for ever, once, as a connection does that swallows everything. */
import type { Database } from '../../src/db/connect.ts';
import type { LineClient } from '../../src/line/client.ts';

export interface Hangs {
  /** From now on notes what is asked. */
  record(): void;
  /** @returns each kind once: `inbox.find`, `a transaction`, `line.send`. */
  recorded(): string[];
  /** The next one of that kind never ends. */
  once(operation: string): void;
  /** None hangs that is yet to come. */
  release(): void;
  /** How much is under way that does not hang. */
  underWay(): number;
  /** Takes the traps out. */
  restore(): void;
}

const METHODS = [
  'find',
  'findOne',
  'aggregate',
  'countDocuments',
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'deleteMany',
  'bulkWrite',
] as const;

export function hangs(database: Database, line: LineClient): Hangs {
  const noted = new Set<string>();
  const undo: (() => void)[] = [];
  let recording = false;
  let armed: string | null = null;
  let underWay = 0;

  function isCaught(operation: string): boolean {
    if (recording) noted.add(operation);
    if (armed !== operation) return false;
    armed = null;
    return true;
  }

  function counted(result: unknown): unknown {
    if (!(result instanceof Promise)) return result;
    underWay += 1;
    const over = (): void => void (underWay -= 1);
    result.then(over, over);
    return result;
  }

  function trap(
    object: object,
    method: string,
    operation: string,
    hung: () => unknown,
    which: (args: unknown[]) => boolean = () => true,
  ): void {
    const holder = object as Record<string, (...args: unknown[]) => unknown>;
    const original = holder[method]!;
    holder[method] = function (this: unknown, ...args: unknown[]) {
      if (which(args) && isCaught(operation)) return hung();
      const result = counted(original.apply(this, args));
      // a cursor's end, and a transaction's
      const found = result as Record<string, (...args: unknown[]) => unknown> | null;
      for (const later of ['toArray', 'commitTransaction', 'abortTransaction']) {
        const ends = found?.[later]?.bind(found);
        if (ends) found![later] = (...its) => counted(ends(...its));
      }
      return result;
    };
    undo.push(() => (holder[method] = original));
  }

  for (const [name, model] of Object.entries(database.models))
    for (const method of METHODS)
      trap(
        model.collection,
        method,
        `${name}.${method}`,
        method === 'find' || method === 'aggregate' ? cursor : never,
      );
  const client = database.connection.getClient();
  trap(
    client,
    'startSession',
    'a transaction',
    () => ({ withTransaction: never, endSession: never }),
    isOurs,
  );
  for (const call of ['send', 'showLoading', 'quota', 'profileName'] as const)
    trap(line, call, `line.${call}`, never);

  return {
    record: () => void (recording = true),
    recorded() {
      recording = false;
      return [...noted];
    },
    once: (operation) => void (armed = operation),
    release: () => void (armed = null),
    underWay: () => underWay,
    restore: () => undo.forEach((one) => one()),
  };
}

/** The driver makes sessions for its own use too. */
function isOurs([options]: unknown[]): boolean {
  return options === undefined;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Whatever it is asked for in between, its end never comes. */
function cursor(): unknown {
  const self: Record<string, unknown> = {};
  for (const method of ['hint', 'limit', 'sort', 'project', 'skip']) self[method] = () => self;
  for (const method of ['toArray', 'next', 'hasNext']) self[method] = never;
  return self;
}
