/** The report command for all offices in one: the half year joined in figures, with what is missing and from whom, as a file or as JSON. */
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/connect.ts';
import { bahtFromSatang } from '../src/domain/money.ts';
import { ReportError } from '../src/reports/failure.ts';
import { JOINT_SETTINGS } from '../src/reports/joint-content.ts';
import { JOINT_FORMATS, makeJointFile } from '../src/reports/joint-file.ts';
import { collectJointReport } from '../src/services/joint-report.ts';
import type { Flags, ScriptCall, ScriptOutcome } from './cli.ts';
import { refuseExisting, writeBytes } from './files.ts';
import type { ReportRequest } from './report-request.ts';

type JointCall = Pick<ScriptCall<Flags>, 'words' | 'say' | 'language'> & {
  values: { yes?: boolean; 'thai-digits'?: boolean };
};

export async function reportJoint(
  call: JointCall,
  database: Database,
  { fiscalYear, half, format: wanted, out }: ReportRequest,
): Promise<ScriptOutcome> {
  const words = call.words.report;
  const existing = out === null ? null : await refuseExisting(call, out);
  if (existing) return existing;
  const scope = { fiscalYear, half, now: systemClock.now() };
  const report = await collectJointReport(
    database,
    scope,
    ({ message }) => call.say([call.words.command.unreadable(message)]),
    (done, of) => {
      if (done === of) call.say([words.progress(done, of)]);
    },
  );
  const { offices, missing, totals } = report;
  const json = {
    fiscalYear,
    half,
    offices: offices.length,
    missing,
    totals: {
      ...totals,
      budget: bahtFromSatang(totals.budget),
      spent: bahtFromSatang(totals.spent),
    },
  };
  const lines = words.joint(
    offices.length,
    missing.plan.length,
    missing.closing.length,
    missing.reports.length,
  );
  const format = JOINT_FORMATS.find((one) => one === wanted);
  if (out === null || !format) return { exit: 'ok', lines: [JSON.stringify(json, null, 2)], json };
  const settings = {
    ...JOINT_SETTINGS,
    language: call.language,
    thaiDigits: call.values['thai-digits'] ?? false,
  };
  try {
    const bytes = await makeJointFile({ report, format, settings });
    const refusal = await writeBytes(call, out, bytes);
    if (refusal) return refusal;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const line = words.failed(out, words.fault[error.fault]);
    return { exit: 'refused', reason: error.fault, lines: [line] };
  }
  return { exit: 'ok', lines: [words.wroteJoint(out), lines], json: { ...json, format, file: out } };
}
