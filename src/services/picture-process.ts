/** Looks at pictures in a process of its own, one at a time; whatever a picture does there, this process lives on. */
import type { ChildProcess } from 'node:child_process';
import { endChild, forkProgram } from '../ask-child.ts';
import { type PictureAnswer, type PictureJob, READY } from './picture-kinds.ts';

export interface PictureLimits {
  /** Milliseconds one picture may take. */
  time: number;
  /** Milliseconds the process may take to be ready. */
  startTime: number;
  /** Bytes the process may hold. */
  memory: number;
  /** Milliseconds it is kept for the next picture. */
  idle: number;
  /** The program that is forked. */
  child: URL;
}

const LIMITS: PictureLimits = {
  time: 15_000,
  startTime: 30_000,
  memory: 400 * 1024 * 1024,
  idle: 3_000,
  child: new URL('./picture-child.ts', import.meta.url),
};

/** A picture may also end the process, or take too long: that is told of as unreadable. */
type Look = (bytes: Uint8Array) => Promise<PictureAnswer>;

/**
 * @returns a function that reads a picture's size from its head, decodes it under these limits and makes the small copies.
 * It rejects only when the process cannot be started: then nothing is known of the picture.
 */
export function pictureQueue(limits: Partial<PictureLimits> = {}): Look {
  const { time, startTime, memory, idle, child: program } = { ...LIMITS, ...limits };
  let last: Promise<unknown> = Promise.resolve();
  let child: ChildProcess | null = null;
  let leaving: NodeJS.Timeout | undefined;

  function end(): void {
    if (child) endChild(child);
    child = null;
  }

  async function start(): Promise<ChildProcess> {
    const started = forkProgram(program);
    child = started;
    const hello = await nextMessage(started, startTime);
    if (hello === READY) return started;
    end();
    throw new Error(`no pictures can be read: ${String(hello)}`);
  }

  async function look(bytes: Uint8Array): Promise<PictureAnswer> {
    clearTimeout(leaving);
    const worker = child?.connected ? child : await start();
    hold(worker, true);
    worker.send({ bytes, mostMemory: memory } satisfies PictureJob);
    const answer = await nextMessage(worker, time);
    if (typeof answer === 'string') {
      end();
      return { ok: false, reason: 'unreadable' };
    }
    hold(worker, false);
    leaving = setTimeout(end, idle);
    leaving.unref();
    return answer as PictureAnswer;
  }

  return (bytes) => {
    const looked = last.then(() => look(bytes));
    last = looked.catch(() => undefined);
    return looked;
  };
}

/** A process that waits for the next picture keeps nobody from ending. */
function hold(child: ChildProcess, on: boolean): void {
  for (const one of [child, child.channel]) {
    if (on) one?.ref();
    else one?.unref();
  }
}

/** @returns what the process says next, or in a word why it says nothing. */
function nextMessage(child: ChildProcess, milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done('too late'), milliseconds);
    const done = (what: unknown): void => {
      clearTimeout(timer);
      child.off('message', done).off('exit', ended).off('error', failed);
      resolve(what);
    };
    const ended = (code: number | null, by: string | null): void => done(`ended by ${by ?? code}`);
    const failed = (error: Error): void => done(error.message);
    child.on('message', done).on('exit', ended).on('error', failed);
  });
}

/** One process for the whole bot: two large pictures are never open at once. */
export const lookAtPicture: Look = pictureQueue();
