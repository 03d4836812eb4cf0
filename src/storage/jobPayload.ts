import { z } from 'zod/v4';
import { carriedTrace } from '../telemetry';

/** A payload that carries the trace of what it follows from; handlers never see the wrapping. */
const traced = z.strictObject({ $trace: z.string(), payload: z.unknown() });

/** A job's payload as it is stored, with the trace that is going on, where there is one. */
export function storedPayload(payload: unknown): string {
  const trace = carriedTrace();
  return JSON.stringify(
    trace === undefined ? (payload ?? null) : { $trace: trace, payload: payload ?? null },
  );
}

/** The payload and the trace of a stored job. */
export function unwrapPayload(stored: unknown): { readonly payload: unknown; readonly trace?: string } {
  const wrapped = traced.safeParse(stored).data;
  return wrapped === undefined ? { payload: stored } : { payload: wrapped.payload, trace: wrapped.$trace };
}
