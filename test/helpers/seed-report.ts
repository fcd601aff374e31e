/** The real office's half-year report: told to the bot as its officers would, and what its table must say. */
import { type Script, type Flags, runScript } from '../../scripts/cli.ts';
import { office as seedOffice, seedActivities, seedReport, type SeedRow } from '../unit/report/sample.ts';
import { INVITE, SOMSRI, type TestOffice, WIPHA } from './office.ts';

export { seedOffice, seedReport, type SeedRow };

const BUTTON = { completed: 'เสร็จแล้ว', in_progress: 'กำลังดำเนินการ', cancelled: 'ไม่ได้ดำเนินการ' } as const;
const BARE = 'อยู่ในระหว่างการดำเนินงาน';
const NONE = 'ไม่มี';

/** Registers the second officer, who reports on 2 to 5. */
export async function register(office: TestOffice): Promise<void> {
  await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
  await office.tap(WIPHA, 'รับทราบและยินยอม');
}

/** Reports one row through the form: status, result, money, obstacle, photo; what the table does not say is skipped. */
export async function tell(office: TestOffice, row: SeedRow): Promise<void> {
  const user = row.code.startsWith('1') ? SOMSRI : WIPHA;
  await office.say(user, `รายงาน ${row.code}`);
  if (row.impliedStatus) await office.tap(user, BUTTON[row.impliedStatus]);
  else await office.say(user, 'ข้าม');
  await office.say(user, row.result === BARE ? 'ข้าม' : row.result);
  await office.say(user, 'ข้าม');
  const said = row.obstacleOrSuggestion;
  if (said === '-') await office.tap(user, NONE);
  else await office.say(user, said === '' ? 'ข้าม' : said);
  await office.say(user, 'ข้าม');
  await office.say(user, 'บันทึก');
}

export const resultOf = (row: SeedRow): string | null => (row.result === BARE ? null : row.result);
export const obstacleOf = ({ obstacleOrSuggestion: said }: SeedRow): string | null =>
  said === '' ? null : said === '-' ? '' : said;

/** The six cells of a row as the table prints them; the real one leaves blank, or dashes, what reads ไม่มี here. */
export function printed(row: SeedRow): string[] {
  const activity = seedActivities().find((one) => one.code === row.code);
  const asPrinted = (text: string): string => (text === '' || text === '-' ? NONE : text);
  return [
    activity?.label ?? '',
    activity?.name ?? '',
    row.budgetBaht.toLocaleString('en-US'),
    row.result,
    asPrinted(row.obstacleOrSuggestion),
    asPrinted(row.remark),
  ];
}

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs an administrators' command in this process; its database is the one in MONGODB_URI. */
export async function ran<F extends Flags>(command: Script<F>, ...argv: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runScript(command, argv, {
    log: (text) => out.push(text),
    error: (text) => err.push(text),
    ask: () => Promise.resolve(null),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
