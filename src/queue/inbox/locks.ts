/** Locks by key, within this process: whoever changes the same thing goes one after the other, in the order of asking. Pure; the inbox worker uses it. */

export interface Locks {
  /** @returns what gives them back, or null when one of them is held or waited for. */
  take(keys: readonly string[]): (() => void) | null;
  /** Waits for its turn on all of them. @returns what gives them back. */
  wait(keys: readonly string[]): Promise<() => void>;
}

/** What one piece of work holds of them: all it took once, until it gives back or ends. */
export interface LockHold {
  /** @returns whether it holds them, or what it took before; false when one of them is held or waited for by others. */
  take(keys: readonly string[]): boolean;
  /** Takes them when it is its turn. */
  wait(keys: readonly string[]): Promise<void>;
  giveBack(): void;
  /** Gives back for good: what it still waits for goes on to the next. */
  end(): void;
  ended(): boolean;
}

export function locks(): Locks {
  /** Who waits, by key; a key that is held is present. */
  const held = new Map<string, (() => void)[]>();

  function free(keys: readonly string[]): void {
    for (const key of keys) {
      const next = held.get(key)?.shift();
      if (next) next();
      else held.delete(key);
    }
  }

  return {
    take(keys) {
      if (keys.some((key) => held.has(key))) return null;
      for (const key of keys) held.set(key, []);
      return () => free(keys);
    },
    async wait(keys) {
      // always in the same order: two that want the same ones never hold one each
      const inOrder = [...new Set(keys)].toSorted();
      for (const key of inOrder) {
        const waiting = held.get(key);
        if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
        else held.set(key, []);
      }
      return () => free(inOrder);
    },
  };
}

export function lockHold(all: Locks): LockHold {
  let release: (() => void) | null = null;
  let ended = false;

  function giveBack(): void {
    release?.();
    release = null;
  }

  return {
    take(keys) {
      release ??= all.take(keys);
      return release !== null;
    },
    async wait(keys) {
      release = await all.wait(keys);
      if (ended) giveBack();
    },
    giveBack,
    end() {
      ended = true;
      giveBack();
    },
    ended: () => ended,
  };
}
