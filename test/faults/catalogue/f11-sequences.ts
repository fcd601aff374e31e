/** F11: what two people do with their reports, in sequences left to chance, beside a model of what must be stored after each step. */
import fc from 'fast-check';
import { forgetAll, owns, stateOf } from '../../helpers/fresh-office.ts';
import { PRASERT, SOMSRI, type TestOffice } from '../../helpers/office.ts';
import { type Fault } from './fault.ts';
import { inOffice, missedBy } from './in-office.ts';

const PEOPLE = [
  { user: SOMSRI, code: '1.2.1', label: '1.2 1)' },
  { user: PRASERT, code: '1.1.1', label: '1.1 1)' },
] as const;

/** What is to be stored of one person's activity. */
interface Reported {
  /** Baht of each report that counts, the last one last. */
  stored: number[];
  /** Baht on the card that waits for its button. */
  draft: number | null;
}

type Model = [Reported, Reported];
type Step = fc.AsyncCommand<Model, TestOffice>;

export const sequences: Fault = {
  id: 'F11',
  breaks:
    'two people report, save, discard, correct, take back, at once and delivered again, across restarts',
  wanted: 'after every step what is stored is what a model of it says',
  rounds: { short: 15, whole: 10_000 },
  run: (rounds) =>
    inOffice(async (office) => {
      await office.database.models.members.updateMany({}, { roles: ['officer'] });
      for (const { user, code } of PEOPLE) await owns(office, user, [code]);
      const seed = Math.floor(Math.random() * 2 ** 31);
      let steps = 0;
      const missed = await missedBy(sequencesHold(office, rounds, seed, () => (steps += 1)));
      return { figures: `${rounds} sequences of ${steps} steps, seed ${seed}`, missed };
    }),
};

/** @throws with the shortest sequence found after which something else is stored. */
async function sequencesHold(
  office: TestOffice,
  numRuns: number,
  seed: number,
  stepped: () => void,
): Promise<void> {
  const who = fc.constantFrom(0 as const, 1 as const);
  const baht = fc.integer({ min: 1, max: 99_999 });
  const steps = [
    fc.tuple(who, baht).map((given) => say(...given)),
    who.map(save),
    who.map(save),
    who.map(discard),
    who.map(takeBack),
    fc.tuple(who, baht).map((given) => correct(...given)),
    fc.tuple(baht, baht).map((given) => atOnce(...given)),
    fc.constant(deliveredAgain()),
    fc.constant(restarted()),
  ];
  const checked = steps.map((step) => step.map((one) => andThenLook(one, stepped)));
  await fc.assert(
    fc.asyncProperty(fc.commands(checked, { maxCommands: 12, size: 'max' }), async (commands) => {
      await forgetAll(office);
      const model = (): Reported => ({ stored: [], draft: null });
      await fc.asyncModelRun(() => ({ model: [model(), model()] as Model, real: office }), commands);
    }),
    { numRuns, seed, endOnFailure: true },
  );
}

function andThenLook(step: Step, stepped: () => void): Step {
  return {
    check: (model) => step.check(model),
    async run(model, office) {
      await step.run(model, office);
      stepped();
      for (const [index, { code }] of PEOPLE.entries()) {
        const spent = ((await stateOf(office, code))['spent'] ?? null) as number | null;
        const wanted = model[index]!.stored.at(-1);
        const counted = await office.database.models.updates.countDocuments({ activity: code, voided: null });
        const holds = spent === (wanted === undefined ? null : wanted * 100);
        if (!holds || counted !== model[index]!.stored.length)
          throw new Error(
            `${code}: ${spent} satang by ${counted} reports, not ${model[index]!.stored.join(', ')} baht`,
          );
      }
    },
    toString: () => step.toString(),
  };
}

function step(name: string, check: (model: Model) => boolean, run: Step['run']): Step {
  return { check, run, toString: () => name };
}

const always = (): boolean => true;

function say(who: 0 | 1, baht: number): Step {
  return step(`say(${who}, ${baht})`, always, async (model, office) => {
    const { user, label } = PEOPLE[who];
    await office.say(user, `${label} ใช้ไป ${baht} บาท`);
    if (isLower(model[who], baht)) await office.say(user, IN_ALL);
    model[who].draft = baht;
  });
}

/** What it comes to in all, where a sum is lower than what is stored and might be a part. */
const IN_ALL = 'ยอดรวมทั้งหมด';

function isLower({ stored }: Reported, baht: number): boolean {
  return baht < (stored.at(-1) ?? 0);
}

function save(who: 0 | 1): Step {
  return step(`save(${who})`, always, async (model, office) => {
    await office.say(PEOPLE[who].user, 'บันทึก');
    const { draft, stored } = model[who];
    if (draft !== null) stored.push(draft);
    model[who].draft = null;
  });
}

function discard(who: 0 | 1): Step {
  return step(
    `discard(${who})`,
    (model) => model[who].draft !== null,
    async (model, office) => {
      await office.say(PEOPLE[who].user, 'ยกเลิก');
      model[who].draft = null;
    },
  );
}

/** Takes back the last report, and asks for it a second time as the impatient do. */
function takeBack(who: 0 | 1): Step {
  return step(
    `takeBack(${who})`,
    (model) => model[who].draft === null,
    async (model, office) => {
      const { user } = PEOPLE[who];
      await office.say(user, 'ยกเลิกรายงานล่าสุด');
      await office.say(user, 'ยืนยันการยกเลิก');
      model[who].stored.pop();
      await office.say(user, 'ยืนยันการยกเลิก');
    },
  );
}

function correct(who: 0 | 1, baht: number): Step {
  const check = (model: Model): boolean =>
    model[who].draft === null && model[who].stored.length > 0 && model[who].stored.at(-1) !== baht;
  return step(`correct(${who}, ${baht})`, check, async (model, office) => {
    const { user } = PEOPLE[who];
    await office.say(user, `แก้งบเป็น ${baht}`);
    await office.say(user, 'บันทึก');
    model[who].stored.push(baht);
  });
}

/** Both at the same time, each in their order: what LINE has to deliver a second time may come after what was said later. */
function atOnce(...baht: [number, number]): Step {
  return step(`atOnce(${baht.join(', ')})`, always, async (model, office) => {
    const { simulator, app } = office;
    const said: ((who: 0 | 1) => string | null)[] = [
      (who) => `${PEOPLE[who].label} ใช้ไป ${baht[who]} บาท`,
      (who) => (isLower(model[who], baht[who]) ? IN_ALL : null),
      () => 'บันทึก',
    ];
    for (const textOf of said) {
      for (const who of [0, 1] as const) {
        const { user } = PEOPLE[who];
        const text = textOf(who);
        if (text !== null) await simulator.act({ act: 'text', user, chat: user, text });
      }
      await simulator.waitIdle();
      await app.idle();
    }
    for (const who of [0, 1] as const) {
      model[who].stored.push(baht[who]);
      model[who].draft = null;
    }
  });
}

function deliveredAgain(): Step {
  return step('deliveredAgain', always, async (_model, { simulator, app }) => {
    const webhooks = simulator.state().log.filter(({ direction }) => direction === 'webhook');
    for (const { id } of webhooks.slice(-4).toReversed()) await simulator.act({ act: 'redeliver', log: id });
    await simulator.waitIdle();
    await app.idle();
  });
}

function restarted(): Step {
  return step('restarted', always, (_model, office) => office.restart());
}
