/** Lets a command fail whose connection is closing while it is written: the driver would wait for ever; connect.ts calls it once. */
import type { Socket } from 'node:net';
import { createRequire } from 'node:module';
import mongoose from 'mongoose';

/** The part of the driver's connection that matters here. */
interface Connection {
  socket: Socket;
  onError(error: Error): void;
  writeCommand: (this: Connection, command: unknown, options: unknown) => Promise<void>;
}

let mended: boolean | null = null;

/**
 * A connection that the other end has closed is destroyed some time before it says so. What is written to it then is
 * refused without an error, and the driver waits for it to drain: it never will, nothing ends the wait, neither a limit
 * of time of the driver's nor the connection's own end, and the connection is never given back. The same happens to
 * what was only half written when its connection is ended.
 * @returns false when the driver is no longer built that way: then nothing was changed.
 */
export function mendClosingSockets(): boolean {
  return (mended ??= mend());
}

function mend(): boolean {
  const prototype = connectionPrototype();
  const write = prototype?.writeCommand;
  if (!prototype || typeof write !== 'function') return false;
  prototype.writeCommand = function (command, options) {
    const { socket } = this;
    if (socket.destroyed) return Promise.reject(ended(this));
    return new Promise((resolve, reject) => {
      const closed = (): void => reject(ended(this));
      socket.once('close', closed);
      write
        .call(this, command, options)
        .then(resolve, reject)
        .finally(() => socket.off('close', closed));
    });
  };
  return true;
}

/** As any other end of a connection: the driver repeats what may be repeated, and takes the connection out of its pool. */
function ended(connection: Connection): Error {
  const error = new mongoose.mongo.MongoNetworkError('the connection was closed while a command was written');
  connection.onError(error);
  return error;
}

function connectionPrototype(): Connection | null {
  try {
    const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
    const found = ofMongoose('mongodb/lib/cmap/connection.js') as { Connection?: { prototype: Connection } };
    return found.Connection?.prototype ?? null;
  } catch {
    return null;
  }
}
