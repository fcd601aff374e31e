/** The catalogue of faults in its order: a new one is a file beside this one and a row here. The runner and catalogue.test.ts read it. */
import { botKilled } from './f01-bot-killed.ts';
import { mongodKilled } from './f02-mongod-killed.ts';
import { namedPoints } from './f03-named-points.ts';
import { primaryKilled } from './f04-primary-killed.ts';
import { deliveredAgain } from './f05-delivered-again.ts';
import { botFrozen } from './f06-bot-frozen.ts';
import { hostileLine } from './f07-hostile-line.ts';
import { halfOpen } from './f08-half-open.ts';
import { jobsOfMany } from './f09-jobs.ts';
import { orphanedTransaction } from './f10-orphaned-transaction.ts';
import { sequences } from './f11-sequences.ts';
import { oddBodies } from './f12-odd-bodies.ts';
import { stoppedInOrder } from './f13-stopped-in-order.ts';
import { notDurable } from './f14-not-durable.ts';
import { unsent } from './f15-unsent.ts';
import { backlogLeft } from './f16-backlog.ts';
import { instanceKilled } from './f17-instance-killed.ts';
import type { Fault } from './fault.ts';

export const CATALOGUE: readonly Fault[] = [
  botKilled,
  mongodKilled,
  namedPoints,
  primaryKilled,
  deliveredAgain,
  botFrozen,
  hostileLine,
  halfOpen,
  jobsOfMany,
  orphanedTransaction,
  sequences,
  oddBodies,
  stoppedInOrder,
  notDurable,
  unsent,
  backlogLeft,
  instanceKilled,
];
