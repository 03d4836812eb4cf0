import type { Clock } from '../ports/clock';

/** How often one address may come. */
export interface RateLimit {
  /** 0 where the address may go on, else in how many seconds it may come again. */
  wait(address: string): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A bucket of requests for each address, refilled as time goes by. Of more addresses than `capacity` those that were
 * quiet longest are forgotten, so that a flood from many addresses fills no memory.
 */
export function createRateLimit(limit: { perMinute: number; capacity: number; clock: Clock }): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = limit.perMinute / 60_000;

  return {
    wait(address) {
      const now = limit.clock();
      const before = buckets.get(address) ?? { tokens: limit.perMinute, at: now };
      const tokens = Math.min(limit.perMinute, before.tokens + Math.max(0, now - before.at) * perMs);
      const allowed = tokens >= 1;
      buckets.delete(address); // the newest is last: the first is the one that was quiet longest
      buckets.set(address, { tokens: allowed ? tokens - 1 : tokens, at: now });
      const oldest = buckets.size > limit.capacity ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      return allowed ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
    },
  };
}
