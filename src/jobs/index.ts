/** All jobs of the clockwork, in the order in which those of the same minute run; a new one is a file and a row. */
import { freeRides } from './free-rides.ts';
import type { Job } from './job.ts';
import { monthlySummary } from './monthly-summary.ts';
import { periodClose } from './period-close.ts';
import { reminders } from './reminders.ts';
import { retention } from './retention.ts';

export const jobs: readonly Job[] = [reminders, monthlySummary, periodClose, freeRides, retention];
