/** One joint report in a fresh process: `URI xlsx|docx|pdf`; prints JSON. bench/sections/joint.ts starts it and weighs it with all it forks. */
import { connectDatabase } from '../src/db/connect.ts';
import { JOINT_SETTINGS } from '../src/reports/joint-content.ts';
import { type JointFormat, makeJointFile } from '../src/reports/joint-file.ts';
import { collectJointReport } from '../src/services/joint-report.ts';
import { NOW } from '../test/helpers/many-offices.ts';

const [uri = '', format = 'xlsx'] = process.argv.slice(2);
const connected = await connectDatabase(uri);
if (!connected.ok) throw new Error(connected.detail);
const began = performance.now();
const report = await collectJointReport(
  connected.database,
  { fiscalYear: 2564, half: 1, now: NOW },
  (fault) => {
    throw fault;
  },
);
const collected = performance.now();
const bytes = await makeJointFile({ report, format: format as JointFormat, settings: JOINT_SETTINGS });
const made = performance.now();
await connected.database.close();
console.log(
  JSON.stringify({
    leaves: report.totals.leaves,
    collecting: (collected - began) / 1000,
    seconds: (made - began) / 1000,
    bytes: bytes.length,
  }),
);
