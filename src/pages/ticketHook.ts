import { plugins, type Next, type Request, type Response, type Server } from 'restify';
import type { Log } from '../log';
import type { Clock } from '../ports/clock';
import { incomingEvent } from '../usecases/takeTicketEvent';

const maxBodyBytes = 64 * 1024;

interface TicketHookDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly isSigned: (body: string, header: string | undefined, now: number) => boolean;
  readonly take: (
    event: ReturnType<typeof incomingEvent.parse>,
  ) => Promise<'taken' | 'again' | 'unknownCase'>;
}

/** Where the helpdesk's ticket system tells of its events. Only what is signed with the shared secret, just now, is read. */
export function mountTicketHook(deps: TicketHookDeps): (server: Server) => void {
  return (server) => {
    server.post(
      '/hooks/tickets',
      refuseForm,
      plugins.bodyReader({ maxBodySize: maxBodyBytes }),
      async (request: Request, response: Response) => {
        const body: unknown = request.body;
        const text = typeof body === 'string' ? body : '';
        const signature = request.header('x-monban-signature');
        if (!deps.isSigned(text, signature, deps.clock())) {
          deps.log.warn({}, 'a ticket event was refused: its signature is not good');
          response.sendRaw(401, '');
          return;
        }
        const event = incomingEvent.safeParse(parsed(text)).data;
        if (event === undefined) {
          response.sendRaw(400, '');
          return;
        }
        const outcome = await deps.take(event);
        response.sendRaw(outcome === 'unknownCase' ? 404 : 204, '');
      },
    );
  };
}

function refuseForm(request: Request, response: Response, next: Next): void {
  if (
    request.getContentLength() <= maxBodyBytes &&
    request.header('content-encoding', 'identity') === 'identity'
  ) {
    next();
    return;
  }
  response.header('Connection', 'close');
  response.sendRaw(413, '');
  next(false);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
