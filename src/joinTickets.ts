import type { Config } from './config';
import { mountTicketHook } from './pages/ticketHook';
import type { TicketDesk } from './ports/ticketDesk';
import type { Store } from './ports/store';
import { jiraDesk } from './tickets/jiraServiceManagement';
import { serviceNowDesk } from './tickets/serviceNow';
import { isSigned } from './tickets/signature';
import { webhookDesk } from './tickets/signedWebhook';
import type { RequestDeps } from './usecases/requestDeps';
import { takeTicketEvent, ticketEventKind } from './usecases/takeTicketEvent';
import { syncTicketKind, toldToTickets } from './usecases/ticketJobs';
import type { RequestWorkerDeps } from './worker/requestWorkerDeps';
import type { JobHandler } from './worker/runOutbox';
import { syncTicket } from './worker/syncTicket';
import { tellTicketEvent } from './worker/tellTicketEvent';

const timeoutMs = 15_000;

/** The store as the rest of Monban gets it: with a ticket system what happens to a case is told there, by jobs. */
export function withTickets(config: Config, store: Store): Store {
  return config.MONBAN_TICKETS === 'off' ? store : toldToTickets(store);
}

/** The jobs that talk to the helpdesk's own ticket system; none where that is off. */
export function ticketHandlers(
  config: Config,
  deps: Pick<
    RequestWorkerDeps,
    'store' | 'clock' | 'log' | 'tenantId' | 'staffLanguage' | 'staffChannel' | 'messenger'
  >,
): Readonly<Record<string, JobHandler>> {
  const desk = deskOf(config, deps.clock);
  if (desk === undefined) return {};
  return { [syncTicketKind]: syncTicket({ ...deps, desk }), [ticketEventKind]: tellTicketEvent(deps) };
}

/** The page that takes the other system's events; there is none without a secret that they are signed with. */
export function ticketPages(config: Config, deps: RequestDeps) {
  const { MONBAN_TICKETS_HOOK_SECRET: secret } = config;
  if (config.MONBAN_TICKETS === 'off' || secret === undefined) return [];
  const { clock, log } = deps;
  return [
    mountTicketHook({
      clock,
      log,
      isSigned: (body, header, now) => isSigned(secret.reveal(), body, header, now),
      take: (event) => takeTicketEvent(deps, event),
    }),
  ];
}

function deskOf(config: Config, clock: RequestDeps['clock']): TicketDesk | undefined {
  const { MONBAN_TICKETS: system, MONBAN_TICKETS_SECRET: secret, MONBAN_TICKETS_URL: url } = config;
  if (system === 'off' || secret === undefined || url === undefined) return undefined;
  const baseUrl = new URL(url).origin;
  if (system === 'webhook') {
    const { pathname, search } = new URL(url);
    return webhookDesk({ baseUrl, path: `${pathname}${search}`, secret, clock, timeoutMs });
  }
  const login = `${config.MONBAN_TICKETS_USER ?? ''}:${secret.reveal()}`;
  const authorization = `Basic ${Buffer.from(login).toString('base64')}`;
  const line = { baseUrl, authorization, timeoutMs };
  if (system === 'servicenow')
    return serviceNowDesk({ ...line, closeCode: config.MONBAN_TICKETS_CLOSE_CODE });
  return jiraDesk({
    ...line,
    serviceDeskId: config.MONBAN_TICKETS_SERVICE_DESK_ID ?? '',
    requestTypeId: config.MONBAN_TICKETS_REQUEST_TYPE_ID ?? '',
    resolveTransition: config.MONBAN_TICKETS_RESOLVE_TRANSITION,
  });
}
