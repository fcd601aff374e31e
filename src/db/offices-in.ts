/** Which offices have rows in a collection: every index begins with the office, so work over all offices begins here. */
import type { Model } from 'mongoose';

/** @returns each office once, read from an index; '-' stands for rows of no office. */
export async function officesIn<T>(model: Model<T>): Promise<string[]> {
  return (await model.collection.distinct('office')) as string[];
}
