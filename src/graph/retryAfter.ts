/**
 * How long an answer asks us to wait, in milliseconds. Graph sends seconds; a date is held against
 * the answer's own `Date`, so that our clock does not matter.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const asked = headers.get('Retry-After')?.trim();
  if (asked === undefined || asked === '') return undefined;
  const seconds = Number(asked);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const wait = Date.parse(asked) - Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
