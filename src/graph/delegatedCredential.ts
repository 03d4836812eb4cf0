import type { TokenCredential } from '@azure/core-auth';
import type { Secret } from '../secret';

/** An approver's token as a credential: it is what it is, and is not renewed. */
export function delegatedCredential(token: Secret): TokenCredential {
  return {
    // How long it is good is looked after by whoever holds it; here it is used at once.
    getToken: () => Promise.resolve({ token: token.reveal(), expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
  };
}
