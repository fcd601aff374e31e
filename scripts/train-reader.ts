/** `npm run train-reader`: trains what the reader decides by on the annotated messages of the repository; `-- --measure` leaves one office out at a time instead and prints how the others' weights read it. */
import { writeFileSync } from 'node:fs';
import { pack, WEIGHTS_FILE } from '../src/understand/learn/weights.ts';
import { corpora, everydayMessages } from './reader-training/corpora.ts';
import { fingerprint } from './reader-training/fingerprint.ts';
import { leaveOneOut, tableOf } from './reader-training/measure.ts';
import { trainWeights } from './reader-training/train.ts';

const sets = corpora();
if (process.argv.includes('--measure'))
  console.log(tableOf(await leaveOneOut(sets, everydayMessages())).join('\n'));
else {
  const bytes = pack(await trainWeights(sets, everydayMessages(), fingerprint()));
  writeFileSync(WEIGHTS_FILE, bytes);
  const messages = sets.reduce((sum, set) => sum + set.messages.length, 0);
  console.log(`${messages} messages of ${sets.length} sets → ${bytes.length} bytes`);
}
