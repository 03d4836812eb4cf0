import type { z } from 'zod/v4';
import { Fault } from '../faults';

interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TicketLine {
  /** `https://…`, without a path at its end. Nothing else is ever asked. */
  readonly baseUrl: string;
  readonly authorization: string;
  readonly timeoutMs: number;
}

/** Asks the ticket system once; `gone` where it says that there is no such thing (any more). */
export async function askTickets<T>(
  line: TicketLine,
  asked: Asked,
  schema: z.ZodType<T>,
): Promise<T | 'gone'> {
  const response = await fetch(new URL(asked.path, line.baseUrl), {
    method: asked.method,
    headers: {
      accept: 'application/json',
      authorization: line.authorization,
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
    },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    // What redirects is no ticket system that was configured: the credential goes nowhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(line.timeoutMs),
  }).catch((cause: unknown) => {
    throw new Fault('tickets-unreachable', 'the ticket system does not answer', { retryable: true, cause });
  });
  if (response.status === 404 || response.status === 410) return 'gone';
  if (!response.ok) throw refused(response);
  const read = schema.safeParse(await bodyOf(response));
  if (!read.success)
    throw new Fault('tickets-unreadable', 'the answer of the ticket system has another shape');
  return read.data;
}

function refused({ headers, status }: Response): Fault {
  const seconds = Number(headers.get('retry-after'));
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  const retryable = status === 429 || status >= 500;
  return new Fault(
    retryable ? 'tickets-unreachable' : 'tickets-refused',
    `the ticket system answered ${String(status)}`,
    {
      status,
      retryable,
      retryAfterMs,
    },
  );
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('tickets-unreadable', 'the answer of the ticket system is no JSON', { cause });
  }
}
