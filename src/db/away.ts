/** Tells an error of MongoDB being away or changing its primary from one that is of the command's own making; the workers ask. */
import mongoose from 'mongoose';
import { WaitOver } from '../waits.ts';

const {
  MongoBulkWriteError,
  MongoNetworkError,
  MongoServerSelectionError,
  MongoServerError,
  MongoNotConnectedError,
} = mongoose.mongo;

/** No primary, not any more, or going down; a majority that did not answer in time. */
const CODES = new Set([6, 7, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Of the driver's pool, which it does not hand out as classes. */
const NAMES = new Set(['MongoPoolClearedError', 'MongoPoolClosedError', 'MongoWaitQueueTimeoutError']);

/** @returns true where the same may succeed unchanged once MongoDB is back. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof WaitOver) return true;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof MongoNotConnectedError) return true;
  // what many writes met at once comes wrapped
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof Error)
    return isDatabaseAway(error.errorResponse);
  if (error instanceof MongoServerError) return CODES.has(Number(error.code));
  return error instanceof Error && NAMES.has(error.name);
}
