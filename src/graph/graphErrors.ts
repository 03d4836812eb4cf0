import { z } from 'zod/v4';
import { Fault, isFault } from '../faults';
import type { FaultCode } from '../faults';
import { retryAfterMs } from './retryAfter';

/*
 * The only place that turns what Graph and Entra do to us into faults. A fault's text holds the status and the
 * error code, never a message or a body: these may quote what was sent, or a pass (SECURITY S13).
 */

const errorBody = z.looseObject({
  error: z.looseObject({ code: z.string().nullish(), message: z.string().nullish() }),
});

const thrownError = z.looseObject({
  name: z.string(),
  message: z.string(),
  cause: z.looseObject({ code: z.string().optional() }).optional().catch(undefined),
});

/** An answer that is not a success. */
export async function refused(response: Response): Promise<Fault> {
  // A proxy's error page or a body that breaks off: the status alone has to tell.
  const body: unknown = await response.json().catch(() => undefined);
  return refusal(response.status, body, response.headers);
}

/** The same of an answer that came by itself or in a batch. */
export function refusal(status: number, body: unknown, headers: Headers): Fault {
  const error = readError(body);
  const faultCode = faultCodeOf(status, error);
  return new Fault(faultCode, `Graph answered ${status} ${error.code}`.trimEnd(), {
    status,
    retryable: isRetryable(faultCode, status),
    retryAfterMs: retryAfterMs(headers),
  });
}

/** No answer: refused, reset, timed out, or cut off in the middle of the body. */
export function noAnswer(thrown: unknown): Fault {
  if (isFault(thrown)) return thrown;
  return new Fault('graph-unreachable', `Graph did not answer: ${networkReason(thrown)}`, {
    retryable: true,
  });
}

/** Numbers with which Entra says that it is busy or disturbed. */
const entraIsBusy: ReadonlySet<string> = new Set([
  'AADSTS90024',
  'AADSTS90025',
  'AADSTS90033',
  'AADSTS90055',
]);

/**
 * Entra gave no token. Its number tells an operator what to mend; the rest of its text stays out.
 * Without a number Entra was not reached at all.
 */
export function noToken(thrown: unknown): Fault {
  const parsed = thrownError.safeParse(thrown);
  const number = parsed.success ? /AADSTS\d+/.exec(parsed.data.message)?.[0] : undefined;
  return new Fault('entra-token', `Entra gave no token: ${number ?? networkReason(thrown)}`, {
    retryable: number === undefined || entraIsBusy.has(number),
  });
}

/** An answer that does not fit its schema: says where, never what was there instead. */
export function unreadable(status: number, where: z.ZodError | string): Fault {
  const places =
    typeof where === 'string'
      ? where
      : where.issues.map((issue) => issue.path.join('.') || '(all)').join(', ');
  return new Fault('graph-unreadable', `Graph's answer does not fit: ${places}`, { status });
}

interface ErrorText {
  readonly code: string;
  readonly message: string;
}

function readError(body: unknown): ErrorText {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return { code: '', message: '' };
  const { code, message } = parsed.data.error;
  return { code: safeCode(code ?? ''), message: message ?? '' };
}

function faultCodeOf(status: number, error: ErrorText): FaultCode {
  if (status === 429) return 'graph-throttled';
  if (status >= 500) return 'graph-broken';
  if (status === 404) return 'graph-not-found';
  if (isPolicyRefusal(error.message)) return 'graph-policy-refuses';
  if (isLicenceRefusal(error)) return 'graph-unlicensed';
  if (status === 401 || status === 403) return 'graph-forbidden';
  if (status === 400 && isDefaultMethodRefusal(error.message)) return 'graph-default-method';
  return 'graph-rejected';
}

/** Each service says it in its own words: a code that names the premium tenant or licence, or a sentence. */
function isLicenceRefusal({ code, message }: ErrorText): boolean {
  return code.includes('Premium') || /not licensed|premium licen[cs]e/i.test(message);
}

/** Graph has two sentences for it, and neither is documented: both name the default and the method. */
function isDefaultMethodRefusal(message: string): boolean {
  return /\bdefault\b/i.test(message) && /\bmethod\b/i.test(message);
}

function isPolicyRefusal(message: string): boolean {
  return /Converged UserCredentialPolicy/i.test(message);
}

/** 409 is Entra's answer to two changes of one object at the same time: the next try finds it free. */
function isRetryable(code: FaultCode, status: number): boolean {
  return code === 'graph-throttled' || code === 'graph-broken' || status === 409;
}

/** Error codes are single words; anything else is somebody's text and stays out. */
function safeCode(code: string): string {
  return /^[\w.-]{1,80}$/.test(code) ? code : '';
}

function networkReason(thrown: unknown): string {
  const parsed = thrownError.safeParse(thrown);
  if (!parsed.success) return 'no reason given';
  return safeCode(parsed.data.cause?.code ?? '') || safeCode(parsed.data.name);
}
