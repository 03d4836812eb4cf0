/** A connector that is down for a quarter of an hour is waited for; what fails for another reason is soon a person's. */
const mostAttempts = { retryable: 12, other: 3 };
const firstDelayMs = 1_000;
const longestDelayMs = 5 * 60_000;

/** Whether a job was started more often than any policy allows: its worker died each time. */
export function startedTooOften(attempt: number): boolean {
  return attempt > mostAttempts.retryable;
}

/**
 * How long a job waits after its attempt failed (1 is the first), or `bury`: doubling, with jitter over the upper half
 * so that many do not come back at once, and never before the time that the service asked for.
 */
export function afterFailure(failed: {
  readonly attempt: number;
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
  /** 0 to 1. */
  readonly random: number;
}): number | 'bury' {
  const { attempt, retryable, retryAfterMs = 0, random } = failed;
  if (attempt >= (retryable ? mostAttempts.retryable : mostAttempts.other)) return 'bury';
  const backoffMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(Math.max(backoffMs / 2, retryAfterMs) + (random * backoffMs) / 2);
}
