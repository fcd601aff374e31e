/** Conversations begin with their office in the id: who belongs to several has one in each. */
import type { mongo } from 'mongoose';
import type { Migration } from './index.ts';

const MANY = 500;

export const conversationsByOffice: Migration = {
  name: '1-conversations-by-office',
  async up(db) {
    const conversations = db.collection<{ _id: string; office: string }>('conversations');
    // neither LINE's ids nor those of offices have a slash
    const before = conversations.find({ _id: { $not: /\// } });
    let moves: mongo.AnyBulkWriteOperation<{ _id: string; office: string }>[] = [];
    for await (const { _id, ...rest } of before) {
      const id = `${rest.office}/${_id}`;
      moves.push(
        { replaceOne: { filter: { _id: id }, replacement: rest, upsert: true } },
        { deleteOne: { filter: { _id } } },
      );
      if (moves.length >= MANY) {
        await conversations.bulkWrite(moves);
        moves = [];
      }
    }
    if (moves.length > 0) await conversations.bulkWrite(moves);
  },
};
