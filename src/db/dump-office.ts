/** Which rows of each collection are an office's own, so that it can be taken to an installation of its own; dump.ts asks. */
import type { mongo } from 'mongoose';
import { SCHEMA } from './migrate.ts';

/** What opens something here and nowhere else: credentials, links, sessions. What is about to be done is done here. */
const LEFT_BEHIND = new Set([
  'apitokens',
  'channels',
  'deliveries',
  'filelinks',
  'inbox',
  'slots',
  'weblinks',
  'websessions',
]);
/** The form of the database, which whoever reads it must know. */
const WHOLE = new Set([SCHEMA]);

/** @returns the stages that find an office's rows of a collection, ordered by id; null for none of them. */
export async function officeRows(
  db: mongo.Db,
  session: mongo.ClientSession,
  name: string,
  office: string,
): Promise<mongo.BSON.Document[] | null> {
  const sorted = { $sort: { _id: 1 } };
  if (LEFT_BEHIND.has(name)) return null;
  if (WHOLE.has(name)) return [{ $match: { _id: { $ne: 'lease' } } }, sorted];
  // its webhooks, with their secrets, are told of from here
  if (name === 'offices') return [{ $match: { _id: office } }, { $unset: 'settings.outside' }];
  // what is still to be sent is sent from here
  if (name === 'outbox') return [{ $match: { office, state: { $in: ['sent', 'cancelled'] } } }, sorted];
  if (name === 'links') return [...linksTo(office), sorted];
  const bucket = /^(.+)\.(files|chunks)$/.exec(name);
  if (bucket?.[2] === 'files') return [{ $match: { 'metadata.office': office } }, sorted];
  if (bucket?.[2] === 'chunks') {
    const files = db.collection(`${bucket[1]}.files`);
    const ids = await files.distinct('_id', { 'metadata.office': office }, { session });
    return [{ $match: { files_id: { $in: ids } } }, sorted];
  }
  return [{ $match: { office } }, sorted];
}

/** People of several offices belong to this one alone there. */
function linksTo(office: string): mongo.BSON.Document[] {
  const here = { $filter: { input: { $ifNull: ['$others', []] }, cond: { $eq: ['$$this.office', office] } } };
  const other = { $first: { $map: { input: here, in: '$$this.target' } } };
  return [
    { $match: { $or: [{ office }, { 'others.office': office }] } },
    {
      $project: {
        office: { $literal: office },
        kind: 1,
        target: { $cond: [{ $eq: ['$office', office] }, '$target', other] },
      },
    },
  ];
}
