/** F15: a message and a photo unsent before or after they were taken in, saved, undone or delivered again. */
import { unsentInAnyOrder } from '../unsent.ts';
import type { Fault } from './fault.ts';
import { inOffice, missedBy } from './in-office.ts';

export const unsent: Fault = {
  id: 'F15',
  breaks: 'a message and a photo sent, unsent, saved, undone and delivered again in an order left to chance',
  wanted: 'no word and no byte of them is left anywhere in the database',
  rounds: { short: 0, whole: 1_000 },
  shortIn: 'test/flow/unsend.test.ts',
  run: (rounds) =>
    inOffice(async (office) => {
      const missed = await missedBy(unsentInAnyOrder(office, rounds));
      return { figures: `${rounds} orders, ${missed.length === 0 ? 'nothing' : 'something'} left`, missed };
    }),
};
