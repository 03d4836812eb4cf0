/** What of a request tells where it came from. */
interface Arrival {
  readonly socketAddress: string | undefined;
  readonly forwardedFor: string | undefined;
}

/**
 * The address that a request came from. Each proxy in front of us adds the address that it saw at the end of
 * X-Forwarded-For; only as many entries as there are proxies of ours can be believed, the rest is the sender's word.
 */
export function callerAddress(arrival: Arrival, proxies: number): string {
  const seen = (arrival.forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const believed = proxies > 0 ? seen.at(-proxies) : undefined;
  return (believed === '' ? undefined : believed) ?? arrival.socketAddress ?? 'unknown';
}
