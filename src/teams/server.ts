import { createServer, type Next, type Request, type Response, type Server } from 'restify';
import type { Log } from '../log';
import { harden } from './harden';
import { sendJson } from './httpAnswers';
import { messagesRoute } from './messagesRoute';
import type { ProcessActivity } from './processActivity';
import { StartProblem } from './startProblem';
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
  /** Whether everything behind the server works; `/healthz` says 503 while it doesn't. */
  readonly ready?: (() => boolean) | undefined;
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
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    const ready = options.ready?.() ?? true;
    sendJson(response, ready ? 200 : 503, { status: ready ? 'ok' : 'not-ready' });
    next();
  });
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
