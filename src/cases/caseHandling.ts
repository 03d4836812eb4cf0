import type { Case } from './case';
import type { Handoff } from './handoff';
import { botIsSilent, isOver } from './whoHasIt';
import { standingRedFlags } from './redFlags';
import { sameId } from './sameId';

/** Somebody of the staff, with the name that the directory gives them. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
}

/** Why something cannot be done with a case now. */
export type HandlingRefusal =
  | 'ownCase'
  | 'taken'
  | 'alreadyYours'
  | 'alreadyTheirs'
  | 'closed'
  | 'notClosed'
  | 'notTaken'
  | 'securityFirst';

export type Handling =
  { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly refusal: HandlingRefusal };

/** Somebody takes a case that nobody has: a waiting one, or any other that is not closed. */
export function claim(found: Case, actor: StaffMember, now: number): Handling {
  if (isOver(found)) return refused('closed');
  if (isParty(found, actor)) return refused('ownCase');
  if (found.ownerId !== undefined) return refused(sameId(found.ownerId, actor.id) ? 'alreadyYours' : 'taken');
  return owned(found, actor, now);
}

/** A case goes to a named colleague. Anybody of the staff may do it: whoever has it may be on holiday. */
export function handOn(found: Case, to: StaffMember, now: number): Handling {
  if (isOver(found)) return refused('closed');
  if (isParty(found, to)) return refused('ownCase');
  if (found.ownerId !== undefined && sameId(found.ownerId, to.id)) return refused('alreadyTheirs');
  return owned(found, to, now);
}

/**
 * Whoever has it says that it is done. Where the tenant can show it, the case closes only then. What security has to
 * decide about is never closed by that (SECURITY S26).
 */
export function resolve(found: Case, actor: StaffMember, now: number, followed: boolean): Handling {
  const refusal = notTheirs(found, actor);
  if (refusal !== undefined) return refused(refusal);
  if (standingRedFlags(found).length > 0) return refused('securityFirst');
  const changed: Case = followed
    ? { ...found, state: 'resolved', ownerId: undefined, updatedAt: now }
    : { ...found, state: 'closed', updatedAt: now };
  return { ok: true, case: changed };
}

/** It was not done after all: whoever says so has it again. */
export function reopen(found: Case, actor: StaffMember, now: number): Handling {
  if (!isOver(found)) return refused('notClosed');
  if (isParty(found, actor)) return refused('ownCase');
  return owned(found, actor, now);
}

/** The bot goes on where it was. Not where something looked dangerous: a person keeps that (SECURITY S26). */
export function handBack(found: Case, actor: StaffMember, now: number): Handling {
  const refusal = notTheirs(found, actor);
  if (refusal !== undefined) return refused(refusal);
  if (standingRedFlags(found).length > 0) return refused('securityFirst');
  const state = found.causes.length > 0 ? 'diagnosed' : 'triage';
  return { ok: true, case: { ...found, state, ownerId: undefined, updatedAt: now } };
}

function notTheirs(found: Case, actor: StaffMember): HandlingRefusal | undefined {
  if (isOver(found)) return 'closed';
  if (!botIsSilent(found)) return 'notTaken';
  return sameId(found.ownerId ?? '', actor.id) ? undefined : 'taken';
}

function owned(found: Case, owner: StaffMember, now: number): Handling {
  const before: Handoff = found.handoff ?? { reason: 'taken', at: now, tried: [] };
  const handoff = { ...before, owner: { name: owner.name, since: now } };
  return { ok: true, case: { ...found, state: 'withStaff', ownerId: owner.id, handoff, updatedAt: now } };
}

/** Nobody works on their own case (SECURITY S3). */
function isParty({ personId }: Case, { id }: StaffMember): boolean {
  return sameId(personId, id);
}

function refused(refusal: HandlingRefusal): Handling {
  return { ok: false, refusal };
}
