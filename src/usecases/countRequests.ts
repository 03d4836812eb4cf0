import type { RemedyRequest } from '../cases/remedyRequest';
import type { StoreTransaction } from '../ports/store';
import type { RequestDeps } from './requestDeps';
import { raiseAlarm } from './requestJobs';

type LimitDeps = Pick<RequestDeps, 'approvals' | 'clock'>;

const everybody = 'tenant';

/** Whether one more request is too much: for who asks, for whom it is, for everybody together (SECURITY S19). */
export async function tooManyRequests(
  { approvals, clock }: LimitDeps,
  tx: StoreTransaction,
  { personId, requesterId }: { readonly personId: string; readonly requesterId: string },
): Promise<boolean> {
  const { limits } = approvals.policy;
  const since = clock() - limits.windowMinutes * 60_000;
  const [byRequester, forTarget, inTenant] = [
    await tx.tallies.count('request.by', requesterId, since),
    await tx.tallies.count('request.for', personId, since),
    await tx.tallies.count('request.in', everybody, since),
  ];
  return (
    byRequester >= limits.requestsPerRequester ||
    forTarget >= limits.requestsPerTarget ||
    inTenant >= limits.requestsPerTenant
  );
}

export async function countRequest(
  tx: StoreTransaction,
  { personId, requesterId }: { readonly personId: string; readonly requesterId: string },
): Promise<void> {
  await tx.tallies.add('request.by', requesterId);
  await tx.tallies.add('request.for', personId);
  await tx.tallies.add('request.in', everybody);
}

/** Whether an approver has approved so much that it looks like pressing without reading. */
export async function tooManyDecisions(
  { approvals, clock }: LimitDeps,
  tx: StoreTransaction,
  approverId: string,
): Promise<boolean> {
  const { decisionsPerApprover, windowMinutes } = approvals.policy.limits;
  const since = clock() - windowMinutes * 60_000;
  return (await tx.tallies.count('approval.by', approverId, since)) >= decisionsPerApprover;
}

/** Counts an approval, and raises an alarm where the same two people keep acting together (SECURITY S4). */
export async function countApproval(
  { approvals, clock }: LimitDeps,
  tx: StoreTransaction,
  request: RemedyRequest,
  approverId: string,
): Promise<void> {
  await tx.tallies.add('approval.by', approverId);
  const { approvalsPerPair, pairWindowHours } = approvals.policy.limits;
  const since = clock() - pairWindowHours * 3_600_000;
  const asked = request.requesterId === request.personId ? [] : [request.requesterId];
  const others = [...request.approvals.map((approval) => approval.approverId), ...asked];
  for (const other of new Set(others.filter((id) => id !== approverId))) {
    const pair = [approverId, other].sort().join(' ');
    const before = await tx.tallies.count('approval.pair', pair, since);
    await tx.tallies.add('approval.pair', pair);
    if (before < approvalsPerPair) continue;
    await raiseAlarm(tx, { why: 'samePair', requestId: request.id, tooLate: false });
    await tx.audit.append({
      event: 'request.samePair',
      actorId: 'monban',
      caseId: request.caseId,
      requestId: request.id,
      detail: { pair, approvals: before + 1 },
    });
  }
}
