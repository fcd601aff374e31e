/** Makes the joint report that an operator asked for; the download worker calls it. */
import { findFormat } from '../../reports/index.ts';
import { JOINT_SETTINGS } from '../../reports/joint-content.ts';
import { JOINT_FORMATS, makeJointFile } from '../../reports/joint-file.ts';
import type { HeldDownload } from '../../services/downloads.ts';
import { collectJointReport } from '../../services/joint-report.ts';
import { texts } from '../../text/index.ts';
import type { WebDeps } from '../route.ts';

/** @throws for a wish there cannot be. */
export async function makeJointDownload(
  { database, clock, log }: Pick<WebDeps, 'database' | 'clock' | 'log'>,
  held: HeldDownload,
  progress: (state: 'reading' | 'laying', done: number, of: number) => void,
): Promise<void> {
  const { wish } = held.row;
  const format = JOINT_FORMATS.find((one) => one === wish?.format);
  if (!wish || !format) throw new Error('a joint report without a wish');
  const { fiscalYear, half, language } = wish;
  const report = await collectJointReport(
    database,
    { fiscalYear, half, now: clock.now() },
    (error) => log.error('office-unreadable', { error }),
    (done, of) => progress('reading', done, of),
  );
  const settings = { ...JOINT_SETTINGS, language };
  const content = await makeJointFile({ report, format, settings }, (done, of) =>
    progress('laying', done, of),
  );
  const { extension = '', mediaType: contentType = '' } = findFormat(format) ?? {};
  const name = texts(language).operators.report.fileName(half, fiscalYear, extension);
  await held.end({ name, contentType, content });
}
