import { Fault } from '../../src/faults';
import type { SignedIn, SignIn, SignInAsked } from '../../src/ports/signIn';
import { Secret } from '../../src/secret';

/** An identity provider of the test's own: whoever the test says comes back signed in. */
export function fakeSignIn(clock: () => number) {
  const asks: SignInAsked[] = [];
  const next: { oid: string; authTime?: number; authContexts?: readonly string[]; silent?: boolean } = {
    oid: 'approver',
  };
  const used = new Set<string>();
  const signIn: SignIn = {
    address(asked) {
      if (next.silent === true)
        return Promise.reject(new Fault('entra-token', 'no answer', { retryable: true }));
      asks.push(asked);
      return Promise.resolve(`https://login.example/authorize?state=${asked.state}`);
    },
    finish(asked, code) {
      if (next.silent === true)
        return Promise.reject(new Fault('entra-token', 'no answer', { retryable: true }));
      if (code !== `code-of-${asked.state}` || used.has(code)) return Promise.resolve(undefined);
      used.add(code);
      const signedIn: SignedIn = {
        oid: next.oid,
        authTime: next.authTime ?? clock(),
        authContexts: next.authContexts ?? [],
        ...(asked.permissions.length === 0
          ? {}
          : { access: { token: new Secret(`token of ${next.oid}`), expiresAt: clock() + 3_600_000 } }),
      };
      return Promise.resolve(signedIn);
    },
  };
  return { signIn, asks, next };
}
