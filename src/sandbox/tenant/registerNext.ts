import type { Account } from './account';
import { signInState } from './personState';
import type { MethodState } from './personState';
import type { Tenant } from './tenant';

/** What people are asked to register, one after the other: a passkey first, then an app. */
const registeredNext: readonly MethodState[] = [
  { kind: 'fido2', device: 'iPhone' },
  { kind: 'microsoft-authenticator', device: 'iPhone', appVersion: '6.2511.0' },
];

/** Registers the next of what people are asked to, and signs in with it. */
export function registerNext(tenant: Pick<Tenant, 'registerMethod' | 'signIn'>, account: Account): void {
  const held = account.methods.map(({ kind }) => kind);
  const [first] = registeredNext;
  const wish = registeredNext.find(({ kind }) => !held.includes(kind)) ?? first;
  if (wish !== undefined) tenant.registerMethod(account, wish);
  tenant.signIn(account, signInState.parse({ minutesAgo: 0, code: 0 }));
}
