/** Child process of embedded-fetch: has mongodb-memory-server download one mongod and prints where it lies. */
import { parseArgs } from 'node:util';
import { MongoBinary } from 'mongodb-memory-server-core';

const { positionals } = parseArgs({ allowPositionals: true });
const [downloadDir, version] = positionals;
if (!downloadDir || !version) throw new Error('usage: embedded-download.ts DIRECTORY VERSION');
const path = await MongoBinary.getPath({ downloadDir, version, checkMD5: true });
process.stdout.write(`\n${path}\n`);
