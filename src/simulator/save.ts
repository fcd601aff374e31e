/** Keeps the world in a JSON file, so that a restart finds the chats; used by the simulator only. */
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { World, WorldData, WorldSeed } from './world.ts';

/** Changes come in bursts; one write a quarter of a second is enough. */
const PAUSE = 250;
const SAVED_MESSAGES = 500;

const record = z.record(z.string(), z.unknown());
const saved = z.object({
  format: z.literal(1),
  now: z.iso.datetime(),
  people: z.array(z.looseObject({ userId: z.string() })),
  groups: z.array(z.looseObject({ groupId: z.string() })),
  messages: z.array(z.looseObject({ id: z.string(), message: record })),
  switches: record,
  used: z.record(z.string(), z.number()),
  wroteAt: z.record(z.string(), z.string()),
  replyTokens: record,
  retryKeys: record,
  richMenus: z.looseObject({ menus: z.array(record), aliases: record, links: record }),
});

/** @returns the saved world, or null when there is none or it cannot be read, which `log` hears. */
export function loadWorld(file: string, log: (line: string) => void): WorldData | null {
  try {
    return saved.parse(JSON.parse(readFileSync(file, 'utf8'))) as unknown as WorldData;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) log(`simulator: ${file} cannot be read, starting anew: ${String(error)}`);
    return null;
  }
}

/**
 * Brings a saved world up to the seed it is opened with: a newer demo may name its people anew or have more of them.
 * Friendships, blocks and memberships stay as they were left.
 */
export function refreshed(data: WorldData, seed: WorldSeed): WorldData {
  const people = seed.people.map((person) => {
    const { friend, blocked } = data.people.find(({ userId }) => userId === person.userId) ?? person;
    return { ...person, friend, blocked };
  });
  const seeded = new Set(people.map(({ userId }) => userId));
  const added = data.people.filter(({ userId }) => !seeded.has(userId));
  const known = new Set(data.groups.map(({ groupId }) => groupId));
  const groups = [...data.groups, ...seed.groups.filter(({ groupId }) => !known.has(groupId))];
  return { ...data, people: [...people, ...added], groups };
}

/** Writes the world after changes. @returns a function that writes for the last time and stops. */
export function keepSaved(world: World, file: string, log: (line: string) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const { data } = world;
    const messages = data.messages.slice(-SAVED_MESSAGES);
    const text = JSON.stringify({ ...data, messages, now: world.clock.now().toISOString() });
    try {
      await mkdir(path.dirname(file), { recursive: true });
      // A crash in the middle of a write must leave the old file whole.
      await writeFile(`${file}.new`, text);
      await rename(`${file}.new`, file);
    } catch (error) {
      log(`simulator: ${file} cannot be written: ${String(error)}`);
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  const stop = world.onChange(() => {
    timer ??= setTimeout(() => void flush(), PAUSE).unref();
  });
  return () => {
    stop();
    return flush();
  };
}
