/** Asks a bot for its health over and over, in a thread of its own: what the test itself is busy with must not count. The fault of odd bodies uses it. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';

const REST_MS = 20;

/** @returns what ends it and gives the milliseconds each answer took; Infinity for what was not 200. */
export function watchHealth(url: string): () => Promise<number[]> {
  const thread = new Worker(new URL(import.meta.url), { workerData: { healthOf: `${url}/healthz` } });
  return async () => {
    thread.postMessage('stop');
    const [took] = (await once(thread, 'message')) as [number[]];
    return took;
  };
}

async function watch(url: string, until: Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  let over = false;
  void until.then(() => (over = true));
  while (!over) {
    const begun = performance.now();
    const { status } = await fetch(url);
    took.push(status === 200 ? performance.now() - begun : Infinity);
    await pause(REST_MS);
  }
  return took;
}

const { healthOf } = (workerData ?? {}) as { healthOf?: string };
if (parentPort && healthOf !== undefined) {
  parentPort.postMessage(await watch(healthOf, once(parentPort, 'message')));
  parentPort.close();
}
