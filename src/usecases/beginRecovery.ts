import { methodsAfter, recoveryNeeds } from '../cases/afterRecovery';
import type { RecoveryFollowUp, RecoveryStep } from '../cases/followUp';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { StoreTransaction } from '../ports/store';
import { addLook, tellOfRecovery } from './recoveryJobs';

interface Beginning {
  readonly tenantId: string;
  readonly caseId: string;
  readonly needs: readonly RecoveryStep[];
  readonly known: readonly string[] | undefined;
  readonly toRemove: readonly string[];
  /** Methods and sign-ins from then on count. */
  readonly since: number;
}

/** A remedy that ran is followed until the tenant shows that the person is in again; written with its end. */
export async function followRemedy(tx: StoreTransaction, request: RemedyRequest, now: number): Promise<void> {
  const needs = recoveryNeeds(request);
  if (request.dryRun === true || needs.length === 0) return;
  const { caseId, decision, tenantId } = request;
  const since = decision?.at ?? request.createdAt;
  await beginRecovery(tx, { tenantId, caseId, needs, since, ...methodsAfter(request) }, now);
}

/** A case that a person solved is followed as well: it closes on proof, by the tenant's word and not by anybody's. */
export async function followByHand(
  tx: StoreTransaction,
  found: { readonly tenantId: string; readonly id: string; readonly createdAt: number },
  now: number,
): Promise<void> {
  const needs: readonly RecoveryStep[] = ['newMethod', 'signedIn', 'secondMethod'];
  const { createdAt: since, id: caseId, tenantId } = found;
  await beginRecovery(tx, { tenantId, caseId, needs, since, known: undefined, toRemove: [] }, now);
}

/** Begins, or widens what is followed already: what was seen stays seen, and nobody is told twice. */
async function beginRecovery(tx: StoreTransaction, beginning: Beginning, now: number): Promise<void> {
  const { caseId } = beginning;
  const before = await tx.followUps.recovery(caseId);
  const follow = before === undefined ? anew(beginning, now) : widened(before, beginning, now);
  if (before === undefined) await tx.followUps.insert(follow);
  else await tx.followUps.save(follow);
  await addLook(tx, caseId, { at: now, name: `begun:${String(now)}` });
  await tellOfRecovery(
    tx,
    { caseId, about: 'begun', listener: 'person', open: [...follow.needs] },
    String(now),
  );
  await tx.audit.append({
    event: 'recovery.begun',
    actorId: 'monban',
    caseId,
    detail: { needs: follow.needs },
  });
}

function anew(beginning: Beginning, now: number): RecoveryFollowUp {
  return {
    kind: 'recovery',
    state: 'open',
    version: 1,
    createdAt: now,
    updatedAt: now,
    seen: {},
    unseeable: [],
    looks: 0,
    reminders: 0,
    ...beginning,
  };
}

/** Another remedy of the same case: the old entries of both have to go, and the waiting begins anew. */
function widened(before: RecoveryFollowUp, beginning: Beginning, now: number): RecoveryFollowUp {
  const needs = [...new Set([...before.needs, ...beginning.needs])];
  const toRemove = [...new Set([...before.toRemove, ...beginning.toRemove])];
  return {
    ...before,
    state: 'open',
    staffToldAt: undefined,
    needs,
    toRemove,
    looks: 0,
    reminders: 0,
    createdAt: now,
    updatedAt: now,
  };
}
