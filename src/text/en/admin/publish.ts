/** English sentences of the publish command. */
import { publish as thai } from '../../th/admin/publish.ts';

export const publish: typeof thai = {
  summary: 'Writes the public page of a closed half year as a folder, for the office’s own site',
  usage: ['npm run publish -- --fiscal-year 2564 --half 1 --out DIR'],
  options: {
    'fiscal-year': 'fiscal year, Buddhist era, for instance 2564',
    half: '1 = 6 months  2 = 12 months',
    out: 'folder to write to',
    yes: 'overwrite files that are there (for scripts)',
    office: 'id of the office (not needed where there is only one)',
  },
  needOut: '--out DIR is needed',
  notClosed: (half) => `The ${half * 6}-month period is not closed; only closed versions are published`,
  wrote: (out, version) => `Wrote the page of version ${version} to ${out}; open index.html to check it`,
  fingerprint: (sha256) => `Fingerprint (SHA-256 of report.json): ${sha256}`,
};
