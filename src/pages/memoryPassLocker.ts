import { createHash, randomBytes } from 'node:crypto';
import { samePhrase } from '../cases/chatPhrase';
import { sameId } from '../cases/sameId';
import type { Clock } from '../ports/clock';
import type { LockedPass, PassLocker, PassViewer } from '../ports/passLocker';

/** One of a thousand phrases: so few tries that guessing is no way in. */
const mostWrongWords = 5;

/**
 * Passes that wait to be shown once, in memory only (SECURITY S13). Tokens are 256 random bits and kept as hashes, so
 * that not even a look into the memory gives a working link.
 */
export function createMemoryPassLocker(deps: { clock: Clock; capacity: number }): PassLocker {
  const kept = new Map<string, { pass: LockedPass; expiresAt: number; wrongWords: number }>();

  function dropExpired(): void {
    const now = deps.clock();
    for (const [hash, { expiresAt }] of kept) if (expiresAt <= now) kept.delete(hash);
  }

  function find(token: string): LockedPass | undefined {
    dropExpired();
    return kept.get(hashOf(token))?.pass;
  }

  function keyFor({ requestId, viewerId }: PassViewer): string | undefined {
    dropExpired();
    const theirs = [...kept].find(
      ([, { pass }]) => pass.requestId === requestId && sameId(pass.viewerId, viewerId),
    );
    return theirs?.[0];
  }

  return {
    put(pass, expiresAt) {
      dropExpired();
      // Loud rather than dropping an older pass that somebody is about to read out.
      if (kept.size >= deps.capacity) throw new Error('the pass locker is full');
      const token = randomBytes(32).toString('base64url');
      kept.set(hashOf(token), { pass, expiresAt, wrongWords: 0 });
      return token;
    },
    has: (token) => find(token) !== undefined,
    languageOf: (token) => find(token)?.language,
    viewerOf: (token) => find(token)?.viewerId,
    asksForWords: (token) => find(token)?.words !== undefined,
    tryWords(token, typed) {
      const words = find(token)?.words;
      const entry = kept.get(hashOf(token));
      if (words === undefined || entry === undefined) return false;
      if (samePhrase(words, typed)) return true;
      entry.wrongWords += 1;
      if (entry.wrongWords >= mostWrongWords) kept.delete(hashOf(token));
      return false;
    },
    take(token) {
      const pass = find(token);
      kept.delete(hashOf(token));
      return pass;
    },
    waitsFor: (viewer) => keyFor(viewer) !== undefined,
    takeFor(viewer) {
      const key = keyFor(viewer);
      if (key === undefined) return undefined;
      const pass = kept.get(key)?.pass;
      kept.delete(key);
      return pass;
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
