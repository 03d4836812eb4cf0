import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { DatabaseAddress } from '../../src/storage/engine';

/**
 * The way to the database server, which can be cut and mended: while it is cut nothing listens at its end, and what was
 * connected is broken off, as where the server itself is stopped.
 */
export async function aLineTo(url: string): Promise<{
  readonly database: DatabaseAddress;
  cut(): Promise<void>;
  mend(): Promise<void>;
}> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A broken line is what this is for.
    socket.on('error', () => undefined);
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.once('close', () => other.destroy());
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    // A line that is left mended keeps no run of the tests from its end.
    server.unref();
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  const port = await listen(0);
  const through = new URL(url);
  through.host = `127.0.0.1:${String(port)}`;
  return {
    database: { url: through.href },
    async cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, 'close');
    },
    async mend() {
      await listen(port);
    },
  };
}
