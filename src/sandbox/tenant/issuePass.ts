import { randomInt, randomUUID } from 'node:crypto';
import type { Account } from './account';
import type { PassMethod } from './method';
import type { PassPolicySettings } from './passPolicy';

export interface PassWish {
  readonly startsAt?: number | undefined;
  readonly lifetimeInMinutes?: number | undefined;
  readonly isUsableOnce?: boolean | undefined;
}

export type PassRefusal = 'policyDisabled' | 'externalGuest' | 'lifetimeOutOfBounds' | 'oneTimeOnly';

export interface Issued {
  readonly pass: PassMethod;
  readonly value: string;
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/**
 * Issues a pass as Entra does: a new one replaces what is there, valid or not. The value starts with a prefix
 * that no other text contains, so that a scan finds it wherever it leaked (SECURITY S13).
 */
export function issuePass(
  account: Account,
  wish: PassWish,
  rules: { readonly policy: PassPolicySettings; readonly prefix: string; readonly now: number },
): Issued | PassRefusal {
  const { policy, now } = rules;
  if (policy.state === 'disabled') return 'policyDisabled';
  if (account.kind === 'guest') return 'externalGuest';
  const lifetimeInMinutes = wish.lifetimeInMinutes ?? policy.defaultLifetimeInMinutes;
  const { minimumLifetimeInMinutes: minimum, maximumLifetimeInMinutes: maximum } = policy;
  if (lifetimeInMinutes < minimum || lifetimeInMinutes > maximum) return 'lifetimeOutOfBounds';
  const isUsableOnce = wish.isUsableOnce ?? policy.isUsableOnce;
  if (policy.isUsableOnce && !isUsableOnce) return 'oneTimeOnly';
  const pass: PassMethod = {
    kind: 'temporary-access-pass',
    id: randomUUID(),
    createdAt: now,
    startsAt: wish.startsAt ?? now,
    lifetimeInMinutes,
    isUsableOnce,
    used: false,
  };
  account.methods = [...account.methods.filter(({ kind }) => kind !== 'temporary-access-pass'), pass];
  return { pass, value: passValue(rules.prefix, policy.defaultLength) };
}

/** At least eight characters are random, whatever the prefix leaves of the policy's length. */
function passValue(prefix: string, length: number): string {
  const letters = Math.max(length - prefix.length, 8);
  return prefix + Array.from({ length: letters }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
