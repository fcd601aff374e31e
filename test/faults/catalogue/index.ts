/** The catalogue of faults in its order: a new one is a file beside this one and a row here. The runner and catalogue.test.ts read it. */
import { mongodKilled } from './f02-mongod-killed.ts';
import { primaryKilled } from './f04-primary-killed.ts';
import { botFrozen } from './f06-bot-frozen.ts';
import { halfOpen } from './f08-half-open.ts';
import { orphanedTransaction } from './f10-orphaned-transaction.ts';
import { notDurable } from './f14-not-durable.ts';
import type { Fault } from './fault.ts';

export const CATALOGUE: readonly Fault[] = [
  mongodKilled,
  primaryKilled,
  botFrozen,
  halfOpen,
  orphanedTransaction,
  notDurable,
];
