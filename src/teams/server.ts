import { createServer, type Request, type Server } from 'restify';
import type { Log } from '../log';
import type { Clock } from '../ports/clock';
import { harden } from './harden';
import { limitRate } from './limitRate';
import { mountHealth } from './mountHealth';
import { messagesRoute } from './messagesRoute';
import type { ProcessActivity } from './processActivity';
import { StartProblem } from '../startProblem';
import type { TeamsSettings } from './teamsSettings';

/** Adds pages for people to the server. */
type MountPages = (server: Server) => void;

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly settings: TeamsSettings;
  readonly process: ProcessActivity;
  readonly pages?: readonly MountPages[] | undefined;
  readonly log: Log;
  /** Whether each part behind the server works; `/readyz` says 503 while one doesn't. */
  readonly ready?: (() => Promise<Readonly<Record<string, boolean>>>) | undefined;
  /** How many proxies of ours are in front, whose word about the sender's address counts. */
  readonly limits?: { readonly clock: Clock; readonly proxies: number } | undefined;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Stops taking requests, lets those that run end for `graceMs`, then cuts them. */
  close(graceMs?: number): Promise<void>;
}

const closeGraceMs = 10_000;

/** Starts the one HTTP server: the bot's messages, health, and pages. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer({ name: '' }); // a name would become the `Server` header
  harden(server, options.log);
  if (options.limits !== undefined) limitRate(server, { ...options.limits, log: options.log });
  mountHealth(server, options);
  server.post('/api/messages', ...messagesRoute(options));
  for (const mount of options.pages ?? []) mount(server);

  await listen(server, options);
  server.on('error', (error: unknown) => {
    options.log.error({ err: error }, 'server failed');
  });
  const { port } = server.address();
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, port, close: (graceMs) => close(server, graceMs ?? closeGraceMs) };
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // On restify's server: it passes the event on, and an `error` that nobody listens to ends the process.
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(startProblemOf(error, host, port));
    });
    server.listen(port, host, resolve);
  });
}

function startProblemOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE': {
      const what = `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another port (0: any).`;
      return new StartProblem('port-in-use', what, error);
    }
    case 'EACCES': {
      const what = `Port ${port} may not be used by this account. Choose one above 1023.`;
      return new StartProblem('port-forbidden', what, error);
    }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem('address-unknown', `This machine has no address ${host} to listen on.`, error);
    default:
      return error;
  }
}

async function close(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => {
    server.server.closeAllConnections();
  }, graceMs);
  // Idle connections close at once; one that has a request running would stay open after it, for the next.
  server.on('after', (request: Request) => {
    request.socket.destroySoon();
  });
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
  clearTimeout(cut);
}
