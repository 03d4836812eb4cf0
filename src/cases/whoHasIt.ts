import type { Case, CaseState } from './case';

/** While a person has a case the bot says nothing in it of its own accord, whatever happens (SECURITY S27). */
export function botIsSilent({ ownerId, state }: Pick<Case, 'ownerId' | 'state'>): boolean {
  return ownerId !== undefined && state !== 'closed';
}

/** Handed over, and nobody has taken it yet. */
export function isWaiting({ ownerId, state }: Pick<Case, 'ownerId' | 'state'>): boolean {
  return state === 'withStaff' && ownerId === undefined;
}

/** Once something was asked for in a case: what a person has, or should have, stays theirs. */
export function stateOnceAsked({ state }: Pick<Case, 'state'>): CaseState {
  return state === 'withStaff' ? state : 'remedyRequested';
}

/** Staff are done with it, whether or not the tenant has shown it yet. */
export function isOver({ state }: Pick<Case, 'state'>): boolean {
  return state === 'closed' || state === 'resolved';
}

/** Where somebody has to register something, the tenant can show whether they did: such a case closes on that proof. */
const provable: readonly string[] = ['self-service', 'admin-mfa-reset', 'admin-tap', 'admin-method-fix'];

export function closesOnProof({ route = '' }: Pick<Case, 'route'>): boolean {
  return provable.includes(route);
}
