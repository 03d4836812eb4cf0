import { Socket } from 'node:net';
import { z } from 'zod/v4';

/** Sockets are told where to by options, by port and host, or by the pair that `net.connect` makes of them. */
const destination = z.union([
  z.looseObject({ path: z.string() }).transform(() => undefined),
  z.looseObject({ host: z.string().nullish() }).transform(({ host }) => host ?? 'localhost'),
]);

/**
 * Lets this process connect to the named hosts only: whatever library opens the socket, and whatever address it was made
 * to believe. What is refused fails as if the host could not be reached, and is told. The result takes the guard away.
 */
export function guardOutgoing(allowed: ReadonlySet<string>, refused: (host: string) => void): () => void {
  const prototype = Socket.prototype;
  const before = Object.getOwnPropertyDescriptor(prototype, 'connect');
  const connect: unknown = before?.value;
  if (before === undefined || typeof connect !== 'function') throw new Error('sockets cannot be guarded');
  const guarded = function (this: Socket, ...given: readonly unknown[]): Socket {
    const host = hostOf(given);
    if (host === undefined || allowed.has(host)) {
      Reflect.apply(connect, this, given);
      return this;
    }
    refused(host);
    const code = 'EHOSTNOTALLOWED';
    const error = Object.assign(new Error(`${host} is not among the hosts of the settings`), { code });
    // As a host out of reach fails: after whoever opened the socket had time to listen.
    setImmediate(() => this.destroy(error));
    return this;
  };
  Object.defineProperty(prototype, 'connect', { ...before, value: guarded });
  return () => {
    Object.defineProperty(prototype, 'connect', before);
  };
}

/** Undefined for a socket of this machine, which has a path and no host. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'object') return lower(destination.parse(first));
  const isPath = typeof first === 'string' && !/^\d+$/u.test(first);
  return isPath ? undefined : lower(typeof second === 'string' ? second : 'localhost');
}

function lower(host: string | undefined): string | undefined {
  return host?.replace(/\.$/u, '').toLowerCase();
}
