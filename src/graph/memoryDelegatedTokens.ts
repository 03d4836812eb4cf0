import type { Clock } from '../ports/clock';
import type { DelegatedToken, DelegatedTokens } from '../ports/delegatedTokens';

/** A token that ends during a call helps nobody. */
const marginMs = 60_000;

/** Approvers' tokens in memory. */
export function createMemoryDelegatedTokens(deps: { clock: Clock; capacity: number }): DelegatedTokens {
  const kept = new Map<string, DelegatedToken>();

  function dropExpired(): void {
    const now = deps.clock();
    for (const [requestId, { expiresAt }] of kept) if (expiresAt - marginMs <= now) kept.delete(requestId);
  }

  return {
    put(requestId, token) {
      dropExpired();
      if (kept.size >= deps.capacity && !kept.has(requestId))
        throw new Error('too many delegated tokens are held');
      kept.set(requestId, token);
    },
    of(requestId) {
      dropExpired();
      return kept.get(requestId)?.token;
    },
    forget(requestId) {
      kept.delete(requestId);
    },
  };
}
