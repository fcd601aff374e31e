/** Bytes in GridFS: one bucket for evidence, one for reports that were made, one for downloads; nothing of a file but its id, office and times stands here. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import type { Database } from './connect.ts';

export type BucketName = 'evidence' | 'reports' | 'downloads';

export interface StoredFile {
  id: string;
  bytes: number;
  storedAt: Date;
  facts: Record<string, unknown>;
}

export interface FileStore {
  /** Writes a new file. @throws when the id is taken. */
  put(id: string, content: Buffer | Readable, facts: Record<string, unknown>): Promise<void>;
  /** Facts of a file that is there in full, or null. */
  find(id: string): Promise<StoredFile | null>;
  /** Its bytes as they come; the stream fails when they are gone meanwhile. */
  open(id: string): Readable;
  read(id: string): Promise<Buffer | null>;
  /** Ids that begin so, also of files that were never finished. */
  idsFrom(prefix: string): Promise<string[]>;
  /** Takes files away with whatever there is of them; unknown ids do not matter. */
  remove(ids: readonly string[]): Promise<void>;
  /** Files stored before that moment, oldest first. */
  storedBefore(at: Date, most: number): Promise<StoredFile[]>;
}

interface FileDocument {
  _id: string;
  length: number;
  uploadDate: Date;
  metadata?: Record<string, unknown>;
}

export function fileStore(database: Database, bucketName: BucketName): FileStore {
  const db = database.connection.getClient().db(database.connection.name);
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName, writeConcern: { w: 'majority' } });
  const files = db.collection<FileDocument>(`${bucketName}.files`);
  const chunks = db.collection<{ files_id: string }>(`${bucketName}.chunks`);
  // the driver types ids as ObjectId, and takes any
  const asId = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  return {
    async put(id, content, facts) {
      const upload = bucket.openUploadStreamWithId(asId(id), id, { metadata: facts });
      await pipeline(content instanceof Readable ? content : [content], upload);
    },
    async find(id) {
      const found = await files.findOne({ _id: id });
      return found && storedFile(found);
    },
    open: (id) => bucket.openDownloadStream(asId(id)),
    async read(id) {
      if (!(await files.findOne({ _id: id }, { projection: { _id: 1 } }))) return null;
      const parts: Buffer[] = [];
      for await (const part of bucket.openDownloadStream(asId(id))) parts.push(part as Buffer);
      return Buffer.concat(parts);
    },
    async idsFrom(prefix) {
      const range = { $gte: prefix, $lt: `${prefix}\uffff` };
      const [finished, begun] = await Promise.all([
        files.distinct('_id', { _id: range }),
        chunks.distinct('files_id', { files_id: range }),
      ]);
      return [...new Set([...finished, ...begun])];
    },
    async remove(ids) {
      if (ids.length === 0) return;
      await files.deleteMany({ _id: { $in: [...ids] } });
      await chunks.deleteMany({ files_id: { $in: [...ids] } });
    },
    async storedBefore(at, most) {
      const found = await files
        .find({ uploadDate: { $lt: at } })
        .sort({ uploadDate: 1 })
        .limit(most)
        .toArray();
      return found.map(storedFile);
    },
  };
}

function storedFile({ _id, length, uploadDate, metadata }: FileDocument): StoredFile {
  return { id: _id, bytes: length, storedAt: uploadDate, facts: metadata ?? {} };
}
