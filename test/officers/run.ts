/** `npm run officers -- SET…`: plays annotated sets through the whole bot, each report sent by an officer who answers honestly, and prints what is stored in the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpora } from '../../scripts/reader-training/corpora.ts';
import { startEmbedded } from '../../src/db/embedded.ts';
import { quietLog } from '../../src/log.ts';
import { type Played, playMessage } from '../helpers/honest-officer.ts';
import { openOffice } from '../helpers/office.ts';
import { beforeMessage, usePlanOf } from '../helpers/office-of-corpus.ts';

const HELP = `npm run officers -- SET… [--talk wrong,missing,answered,lost]
  SET          sets of test/fixtures/understand/train, as school or hospital2
  --talk KINDS what was said where it ended so
Reports of one activity, with one meaning to their annotator, are played.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { talk: { type: 'string', default: '' }, help: { type: 'boolean', default: false } },
});

/** How a play ended, in the order of the table. */
const KINDS = ['right at once', 'right when asked', 'missing', 'wrong', 'answered', 'lost'] as const;
type Kind = (typeof KINDS)[number];

function kindOf({ end, turns, wrong, missing }: Played): Kind {
  if (end === 'answered' || end === 'lost') return end;
  if (wrong.length > 0) return 'wrong';
  if (missing.length > 0 || end === 'not named') return 'missing';
  // the message, and บันทึก
  return turns === 2 ? 'right at once' : 'right when asked';
}

async function playSets(names: readonly string[]): Promise<void> {
  const sets = corpora().filter(({ name }) => names.includes(name));
  const unknown = names.filter((name) => !sets.some((set) => set.name === name));
  if (unknown.length > 0) throw new Error(`no set ${unknown.join(', ')}\n${HELP}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'kuebna-officers-'));
  const started = await startEmbedded({ dataDir, log: quietLog, language: 'en' });
  if (!started.ok) throw new Error(started.message);
  const all: Kind[] = [];
  try {
    for (const set of sets) {
      const uri = new URL(started.uri);
      uri.pathname = `officers_${set.name}`;
      const office = await openOffice(uri.href);
      await usePlanOf(office, set);
      const kinds: Kind[] = [];
      for (const message of set.messages) {
        const { intent, ambiguous, multiple } = message.expect;
        if (intent !== 'report' || ambiguous || multiple) continue;
        await beforeMessage(office, set, message);
        const played = await playMessage(office, message);
        const kind = kindOf(played);
        kinds.push(kind);
        if (values.talk.split(',').includes(kind))
          console.log(
            `== ${set.name} ${message.id}, ${kind} ${[...played.wrong, ...played.missing].join(', ')}\n${played.talk.join('\n')}`,
          );
      }
      await office.close();
      console.log(lineOf(set.name, kinds));
      all.push(...kinds);
    }
  } finally {
    await started.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  console.log(lineOf('all', all));
}

function lineOf(name: string, kinds: readonly Kind[]): string {
  const shares = KINDS.map((kind) => {
    const share = (100 * kinds.filter((one) => one === kind).length) / Math.max(1, kinds.length);
    return `${kind} ${share.toFixed(1)} %`;
  });
  return `${name.padEnd(14)} ${String(kinds.length).padStart(5)}  ${shares.join(', ')}`;
}

if (values.help || positionals.length === 0) console.log(HELP);
else await playSets(positionals);
