/** The one error a report can end with; services turn it into an answer. */

export type ReportFault = 'busy' | 'timeout' | 'failed';

export class ReportError extends Error {
  override readonly name = 'ReportError';
  /** busy: too many are waiting; timeout: took too long; failed: the format's library gave up. */
  readonly fault: ReportFault;

  constructor(fault: ReportFault, detail: string) {
    super(`report ${fault}: ${detail}`);
    this.fault = fault;
  }
}
