import type { Clock } from '../ports/clock';
import type { DelegatedToken, DelegatedTokens, TokenOwner } from '../ports/delegatedTokens';

/** A token that ends during a call helps nobody. */
const marginMs = 60_000;

/** Approvers' tokens in memory. */
export function createMemoryDelegatedTokens(deps: { clock: Clock; capacity: number }): DelegatedTokens {
  const kept = new Map<string, DelegatedToken & TokenOwner>();

  function dropExpired(): void {
    const now = deps.clock();
    for (const [key, { expiresAt }] of kept) if (expiresAt - marginMs <= now) kept.delete(key);
  }

  return {
    put(owner, token) {
      dropExpired();
      if (kept.size >= deps.capacity && !kept.has(keyOf(owner)))
        throw new Error('too many delegated tokens are held');
      kept.set(keyOf(owner), { ...token, ...owner });
    },
    of(owner) {
      dropExpired();
      return kept.get(keyOf(owner))?.token;
    },
    forget({ approverId, requestId }) {
      for (const [key, held] of kept) {
        const theirs = approverId === undefined || held.approverId === approverId;
        if (held.requestId === requestId && theirs) kept.delete(key);
      }
    },
  };
}

function keyOf({ approverId, requestId }: TokenOwner): string {
  return `${requestId}/${approverId}`;
}
