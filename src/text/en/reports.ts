/** English sentences: reports. */
import type { reports as thai } from '../th/reports.ts';

export const reports: typeof thai = {};
