import { sameId } from './sameId';

/** A fresh sign-in at the moment of a decision, as the server read it from the identity provider's signed token. */
export interface Confirmation {
  /** Who signed in. */
  readonly oid: string;
  /** When (the token's `auth_time`), in epoch milliseconds. */
  readonly authTime: number;
  /** The authentication contexts that were met (the token's `acrs`). */
  readonly authContexts: readonly string[];
  /** The request and the plan that the sign-in's nonce was bound to. */
  readonly requestId: string;
  readonly digest: string;
}

/** What a sign-in has to be like to count. */
export interface ConfirmationRules {
  readonly withinSeconds: number;
  /** One of these authentication contexts has to be met; none asked for where the list is empty. */
  readonly authContexts: readonly string[];
}

export type ConfirmationRefusal =
  | 'confirmationNeeded'
  | 'confirmationStale'
  | 'confirmationForSomebodyElse'
  | 'confirmationForAnotherRequest';

/** An identity provider's clock may be ahead of ours by this much. */
const clockSkewMs = 60_000;

/**
 * Whether a sign-in confirms this very decision of this very person, now (SECURITY S7).
 * `used` are the sign-ins that this request has seen: each counts once, and then it is as old as any other.
 */
export function confirmationRefusal(
  confirmation: Confirmation | undefined,
  wanted: {
    readonly personId: string;
    readonly requestId: string;
    readonly digest: string;
    readonly used: readonly string[];
    readonly now: number;
  },
  rules: ConfirmationRules,
): ConfirmationRefusal | undefined {
  if (confirmation === undefined) return 'confirmationNeeded';
  if (!sameId(confirmation.oid, wanted.personId)) return 'confirmationForSomebodyElse';
  if (confirmation.requestId !== wanted.requestId || confirmation.digest !== wanted.digest)
    return 'confirmationForAnotherRequest';
  const age = wanted.now - confirmation.authTime;
  const fresh = age < rules.withinSeconds * 1000 && age > -clockSkewMs;
  if (!fresh || wanted.used.includes(usedAs(confirmation))) return 'confirmationStale';
  const met =
    rules.authContexts.length === 0 ||
    rules.authContexts.some((context) => confirmation.authContexts.includes(context));
  return met ? undefined : 'confirmationNeeded';
}

/** How a used sign-in is remembered. A second one at the same instant by the same person is the same one. */
export function usedAs(confirmation: Confirmation): string {
  return `${confirmation.oid.toLowerCase()}@${String(confirmation.authTime)}`;
}
