import { randomUUID } from 'node:crypto';

export interface EntraRefusal {
  readonly status: number;
  readonly error: string;
  /** The number of the AADSTS code. */
  readonly code: number;
  readonly text: string;
}

/** A refusal in the form in which Entra's token endpoint puts it. */
export function entraErrorBody(refusal: EntraRefusal, now: number): object {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = new Date(now).toISOString().replace('T', ' ').slice(0, 19) + 'Z';
  return {
    error: refusal.error,
    error_description:
      `AADSTS${refusal.code}: ${refusal.text} ` +
      `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [refusal.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
  };
}
