/** The catalogue of faults in its order: a new one is a file beside this one and a row here. The runner and catalogue.test.ts read it. */
import { primaryKilled } from './f04-primary-killed.ts';
import type { Fault } from './fault.ts';

export const CATALOGUE: readonly Fault[] = [primaryKilled];
