/** Runs the fitting of models side by side on two threads; what each gives does not depend on the order they end in. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Linear } from '../../src/understand/learn/linear.ts';
import type { Trees } from '../../src/understand/learn/trees.ts';
import { fit, type FitOptions, predict, type BagTable } from './fit.ts';
import { fitNames, type NameTable } from './fit-names.ts';
import { fitTrees, type SignRow, type TreeOptions } from './fit-trees.ts';

interface LinearJob {
  kind: 'linear';
  classes: readonly string[];
  table: BagTable;
  /** Examples to learn from, and examples whose probabilities are asked for. */
  rows: readonly number[];
  asked: readonly number[];
  options: FitOptions;
}

interface TreesJob {
  kind: 'trees';
  classes: readonly string[];
  rows: readonly SignRow[];
  options: TreeOptions;
}

interface NamesJob {
  kind: 'names';
  tables: readonly NameTable[];
}

export interface Fitted {
  model: Linear;
  /** Of the examples asked for, one class after the other. */
  chances: Float32Array;
}

const THREADS = 2;
const FILE = new URL(import.meta.url);

/** Fits models as they are asked for, two at a time. */
export interface Fitters {
  linear: (job: Omit<LinearJob, 'kind'>) => Promise<Fitted>;
  trees: (job: Omit<TreesJob, 'kind'>) => Promise<Trees>;
  names: (job: Omit<NamesJob, 'kind'>) => Promise<number[]>;
  close: () => Promise<void>;
}

export function openFitters(): Fitters {
  const workers = Array.from({ length: THREADS }, () => {
    const worker = new Worker(FILE);
    // jobs are done in the order they come in
    const waiting: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
    worker.on('message', (value: unknown) => waiting.shift()?.resolve(value));
    worker.on('error', (error: Error) => {
      for (const { reject } of waiting) reject(error);
    });
    return { worker, waiting };
  });
  const run = <T>(job: LinearJob | TreesJob | NamesJob): Promise<T> => {
    const [idlest] = workers.toSorted((a, b) => a.waiting.length - b.waiting.length);
    return new Promise<T>((resolve, reject) => {
      idlest?.waiting.push({ resolve: (value) => resolve(value as T), reject });
      idlest?.worker.postMessage(job);
    });
  };
  return {
    linear: (job) => run<Fitted>({ kind: 'linear', ...job }),
    trees: (job) => run<Trees>({ kind: 'trees', ...job }),
    names: (job) => run<number[]>({ kind: 'names', ...job }),
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}

if (!isMainThread)
  parentPort?.on('message', (job: LinearJob | TreesJob | NamesJob) => {
    if (job.kind === 'names') return parentPort?.postMessage(fitNames(job.tables));
    if (job.kind === 'trees') return parentPort?.postMessage(fitTrees(job.classes, job.rows, job.options));
    const model = fit(job.classes, job.table, job.rows, job.options);
    return parentPort?.postMessage({ model, chances: predict(model, job.table, job.asked) });
  });
