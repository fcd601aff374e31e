/** Which offices have rows in a collection: every index begins with the office, so work over all offices begins here. */
import type { Model } from 'mongoose';

/** @returns each office once, read from an index; '-' stands for rows of no office. */
export async function officesIn<T>(model: Model<T>): Promise<string[]> {
  return (await model.collection.distinct('office')) as string[];
}

/** For a query over all offices that goes on with another field: without a bound on the office its index is read from end to end. */
export const ANY_OFFICE = { $gt: '' };
