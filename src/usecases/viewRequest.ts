import { type ApproverFacts, isParty } from '../cases/approvalPolicy';
import type { RemedyRequest } from '../cases/remedyRequest';
import { findRequest, type RequestReference } from './findRequest';
import { judgeApproval } from './judgeApproval';
import { readApprover } from './readApprover';
import { readTarget } from './readTarget';
import type { RequestDeps } from './requestDeps';

/** A request as one person may see it: what their view of its card lets them do. */
export interface RequestView {
  readonly request: RemedyRequest;
  readonly may: 'decide' | 'prove' | 'look';
}

/**
 * Reads what somebody in the request's own conversation may do now. It writes nothing, and promises nothing either:
 * whoever presses is judged again (SECURITY S1).
 */
export async function viewRequest(
  deps: RequestDeps,
  wish: {
    readonly reference: RequestReference;
    readonly conversationId: string;
    readonly viewerId: string;
    readonly inStaffChannel: boolean;
  },
): Promise<RequestView | undefined> {
  const request = await deps.store.transaction((tx) => findRequest(tx, wish, deps.clock()));
  if (request === undefined) return undefined;
  const waits = request.state === 'pending' || request.state === 'awaitingProof';
  if (!waits || isParty(request, wish.viewerId)) return { request, may: 'look' };
  const viewer = await readApprover(deps, wish.viewerId);
  if (await mayDecide(deps, request, viewer)) return { request, may: 'decide' };
  const proves = request.state === 'awaitingProof' && wish.inStaffChannel && isColleague(viewer);
  return { request, may: proves ? 'prove' : 'look' };
}

async function mayDecide(deps: RequestDeps, request: RemedyRequest, viewer: ApproverFacts): Promise<boolean> {
  const target = await readTarget(deps, request);
  return target.ok && (await judgeApproval(deps, request, viewer, target)) === undefined;
}

function isColleague({ person }: ApproverFacts): boolean {
  return person?.accountEnabled === true && person.kind !== 'guest';
}
