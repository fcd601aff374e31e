/** Bytes of what people and the bot upload (photos, files, rich-menu pictures), in memory and beside the saved world. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Media {
  bytes: Buffer;
  contentType: string;
}

export interface MediaStore {
  put(id: string, media: Media): void;
  get(id: string): Media | null;
  remove(id: string): void;
  /** Takes away everything but what `keep` names. */
  clear(keep: readonly string[]): void;
}

/** Ids are ours, but they come back in addresses: nothing else may become a path. */
const SAFE = /^[\w-]+$/;

/** @param folder where bytes are kept for the next start; null keeps them in memory only. */
export function createMedia(folder: string | null): MediaStore {
  const held = new Map<string, Media>();

  const file = (id: string): string => path.join(folder ?? '', id);

  function fromDisk(id: string): Media | null {
    if (folder === null) return null;
    try {
      const contentType = readFileSync(`${file(id)}.type`, 'utf8');
      const media = { bytes: readFileSync(file(id)), contentType };
      held.set(id, media);
      return media;
    } catch {
      return null;
    }
  }

  function remove(id: string): void {
    held.delete(id);
    if (folder === null || !SAFE.test(id)) return;
    rmSync(file(id), { force: true });
    rmSync(`${file(id)}.type`, { force: true });
  }

  return {
    put(id, media) {
      held.set(id, media);
      if (folder === null) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(file(id), media.bytes);
      writeFileSync(`${file(id)}.type`, media.contentType);
    },
    get: (id) => (SAFE.test(id) ? (held.get(id) ?? fromDisk(id)) : null),
    remove,
    clear(keep) {
      const kept = keep.flatMap((id) => {
        const media = held.get(id) ?? fromDisk(id);
        return media ? [{ id, media }] : [];
      });
      held.clear();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      for (const { id, media } of kept) this.put(id, media);
    },
  };
}
