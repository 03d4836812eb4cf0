import type { Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';

/** Listens on loopback only and gives the port; 0 takes any free one. */
export function listenOnLoopback(server: Server | SecureServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
      resolve(address.port);
    });
  });
}

/** Ends every connection, those that wait for an answer included. */
export function closeServer(server: Server | SecureServer): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((problem) => {
      if (problem === undefined) resolve();
      else reject(problem);
    });
    server.closeAllConnections();
  });
}
