/**
 * Every way in which the outside can fail, by a code that logs, tests and operators share.
 * A refusal (somebody may not do something) is never a fault: it is a returned value.
 */
export type FaultCode =
  | 'graph-unreachable' // no answer: connection refused, reset or timed out
  | 'graph-throttled' // 429, after the retries that are allowed
  | 'graph-forbidden' // 401 or 403: permission, consent or role is missing
  | 'graph-unlicensed' // 403: the tenant's licence does not have it
  | 'graph-off' // not asked: the read is switched off in Monban's own settings
  | 'graph-not-found' // 404: the person or the object is not there
  | 'graph-default-method' // 400: the default method cannot go while others are left
  | 'graph-policy-refuses' // 400: the tenant's method policy does not allow it
  | 'graph-rejected' // any other 4xx
  | 'graph-broken' // 5xx, after the retries that are allowed
  | 'graph-not-yet' // a read does not show yet what was written (replication)
  | 'graph-unreadable' // an answer that does not fit its schema
  | 'entra-token' // no token could be had for the service
  | 'token-lost' // the approver's own token is not in this process (any more)
  | 'teams-unreachable' // the connector did not answer, or answered 5xx
  | 'teams-rejected' // the connector refused (4xx)
  | 'teams-throttled' // the connector answered 429
  | 'tickets-unreachable' // the helpdesk's ticket system did not answer, or answered 429 or 5xx
  | 'tickets-refused' // it refused (another 4xx): a setting or a right is missing
  | 'tickets-unreadable' // its answer does not fit its documented shape
  | 'emergency-stop' // everything was stopped by staff before this write
  | 'store-conflict' // somebody else changed the same row first
  | 'store-unreadable' // a stored row does not fit its schema
  | 'store-unavailable'; // the database is locked by another process, full, read-only or gone

/** What the outside did to us, with what is safe to log: never a body, a token or a person's words. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  /** Whether the same call may be tried again later. */
  readonly retryable: boolean;
  /** How long the service asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** What would be needed: the name of a permission, a licence or a setting. */
  readonly needs: string | undefined;

  constructor(
    code: FaultCode,
    message: string,
    more: {
      retryable?: boolean;
      retryAfterMs?: number | undefined;
      status?: number | undefined;
      needs?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.retryable = more.retryable ?? false;
    this.retryAfterMs = more.retryAfterMs;
    this.status = more.status;
    this.needs = more.needs;
  }
}

/** Whether something thrown is a fault (of the given code, where one is named). */
export function isFault(thrown: unknown, code?: FaultCode): thrown is Fault {
  return thrown instanceof Fault && (code === undefined || thrown.code === code);
}
