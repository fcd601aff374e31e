/** The one error a report can end with; services turn it into an answer. */
import { ChildFault } from '../ask-child.ts';

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

/** What became of the process that made it, as a report's error. @throws always; whatever else it is as it is. */
export function asReportError(error: unknown): never {
  throw error instanceof ChildFault ? new ReportError(error.fault, error.message) : error;
}
