import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the OpenID provider remembers of sign-ins under way, by the library's kinds; gone when the stand-in stops. */
export function createSignInMemory(): (kind: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const uids = new Map<string, string>();
  return (kind) => {
    const keyOf = (id: string): string => `${kind}:${id}`;
    return {
      upsert: (id, payload) => {
        kept.set(keyOf(id), payload);
        if (payload.uid !== undefined) uids.set(`${kind}:${payload.uid}`, id);
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(kept.get(keyOf(id))),
      findByUid: (uid) => {
        const id = uids.get(`${kind}:${uid}`);
        return Promise.resolve(id === undefined ? undefined : kept.get(keyOf(id)));
      },
      // Only for signing in on a television and the like, which is switched off.
      findByUserCode: () => Promise.resolve(undefined),
      consume: (id) => {
        const payload = kept.get(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => {
        kept.delete(keyOf(id));
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        for (const [key, payload] of kept) {
          if (key.startsWith(`${kind}:`) && payload.grantId === grantId) kept.delete(key);
        }
        return Promise.resolve();
      },
    };
  };
}
