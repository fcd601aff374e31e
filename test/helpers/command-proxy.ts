/** A way to a mongod that reads what it carries: a test can stop at one command, before it arrives or before its answer does. */
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import mongoose from 'mongoose';

/** A command as the driver sends it, `{ insert: 'inbox', documents: [...] }`. */
export type Command = Record<string, unknown>;

export interface CommandProxy {
  port: number;
  /**
   * Waits for the next command for which `is` holds. `reached` is called before mongod has it, or once mongod has answered
   * and nobody has heard of it; either way its connection ends there.
   */
  stopAt(when: 'before' | 'after', is: (command: Command) => boolean, reached: () => void): void;
  /** Stops nowhere any more. */
  go(): void;
  close(): Promise<void>;
}

/** Kind of a message of the wire protocol that carries a command. */
const OP_MSG = 2013;
const HEAD = 16;

export async function commandProxy(target: number): Promise<CommandProxy> {
  const open = new Set<Socket>();
  let stop: { when: 'before' | 'after'; is: (command: Command) => boolean; reached: () => void } | null =
    null;

  const server = createServer((near) => {
    const far = createConnection(target, '127.0.0.1');
    /** The request whose answer is not to be passed on, and what to do then. */
    let withheld: { id: number; reached: () => void } | null = null;
    const end = (reached: () => void): void => {
      reached();
      near.destroy();
      far.destroy();
    };
    link(near, far, (message) => {
      if (stop === null || !stop.is(commandIn(message))) return true;
      const { when, reached } = stop;
      stop = null;
      if (when === 'after') withheld = { id: message.readInt32LE(4), reached };
      else end(reached);
      return when === 'after';
    });
    link(far, near, (message) => {
      if (withheld?.id !== message.readInt32LE(8)) return true;
      end(withheld.reached);
      return false;
    });
  });

  /** @param passes whether a message goes on. */
  function link(from: Socket, to: Socket, passes: (message: Buffer) => boolean): void {
    let rest: Buffer = Buffer.alloc(0);
    open.add(from);
    from.on('data', (chunk: Buffer) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      while (rest.length >= HEAD && rest.length >= rest.readInt32LE(0)) {
        const message = rest.subarray(0, rest.readInt32LE(0));
        rest = rest.subarray(message.length);
        if (passes(message)) to.write(message);
      }
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stopAt: (when, is, reached) => void (stop = { when, is, reached }),
    go: () => void (stop = null),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** The body of a message with the lists of documents that came beside it; empty for what carries no command. */
function commandIn(message: Buffer): Command {
  if (message.readInt32LE(12) !== OP_MSG) return {};
  const checksum = message.readUInt32LE(HEAD) & 1 ? 4 : 0;
  const command: Command = {};
  for (let at = HEAD + 4; at < message.length - checksum;) {
    const isBody = message[at] === 0;
    at += 1;
    const end = at + message.readInt32LE(at);
    if (isBody) Object.assign(command, read(message.subarray(at, end)));
    else {
      const zero = message.indexOf(0, at + 4);
      command[message.toString('utf8', at + 4, zero)] = listIn(message.subarray(zero + 1, end));
    }
    at = end;
  }
  return command;
}

function listIn(bytes: Buffer): unknown[] {
  const list: unknown[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    list.push(read(bytes.subarray(at, at + bytes.readInt32LE(at))));
  return list;
}

function read(bytes: Buffer): Record<string, unknown> {
  return mongoose.mongo.BSON.deserialize(bytes);
}
