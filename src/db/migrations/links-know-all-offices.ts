/** Links of people name every office they belong to: until then joining a second one left the first without a way back. */
import type { Migration } from './index.ts';

interface Belonging {
  _id: string;
  all: { office: string; target: string }[];
}

export const linksKnowAllOffices: Migration = {
  name: '2-links-know-all-offices',
  async up(db) {
    const links = db.collection<{ _id: string; office: string; target: string }>('links');
    const several = db
      .collection('members')
      .aggregate<Belonging>([
        { $match: { state: { $ne: 'revoked' } } },
        { $sort: { joinedAt: 1, _id: 1 } },
        { $group: { _id: '$userId', all: { $push: { office: '$office', target: '$_id' } } } },
        { $match: { 'all.1': { $exists: true } } },
      ]);
    for await (const { _id, all } of several) {
      const link = await links.findOne({ _id });
      const others = all.filter(({ office }) => office !== link?.office);
      if (link) await links.updateOne({ _id }, { $set: { others } });
    }
  },
};
