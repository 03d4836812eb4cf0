import type { RequestState } from '../../../src/cases/remedyRequest';
import { human, minute, type Model, type ModelRequest, valid, waits } from './referenceModel';
import { maySay } from './rules';

/** Whether the tenant may be written for this request at this moment: what every single write is measured by. */
export function mayWrite(model: Model, request: ModelRequest): boolean {
  return (
    !model.stopped &&
    model.flagged.size === 0 &&
    request.approvals.length >= (model.privileged ? 2 : 1) &&
    request.approvals.every((who) => maySay(model, request, who)) &&
    new Set(request.approvals.map(human)).size === request.approvals.length
  );
}

const midway: readonly RequestState[] = ['approved', 'claimed', 'running', 'partial', 'failed'];

/** What a request may have become once its jobs have run until then. */
export function afterJobs(model: Model, request: ModelRequest, until: number): readonly RequestState[] {
  if (waits(request)) return [until >= request.expiresAt ? 'expired' : request.state];
  if (request.state === 'claimed' || request.state === 'running')
    return [request.state, 'running', 'done', 'partial', 'failed'];
  return request.state === 'approved' ? afterApproval(model, request, until) : [request.state];
}

/** A job that waits for its next try may have begun, or may find that the approval has run out. */
const whileStalled = (isOver: boolean): readonly RequestState[] => (isOver ? [...midway, 'expired'] : midway);

function afterApproval(model: Model, request: ModelRequest, until: number): readonly RequestState[] {
  const over = request.approvedAt + valid.approval * minute;
  const stalled = request.stalled ? whileStalled(until >= over) : [];
  const enough = request.approvals.length >= (model.privileged ? 2 : 1);
  // She has become somebody else: it waits anew, as long as it would have waited (S9).
  if (request.privileged !== model.privileged || !enough)
    return [until >= request.expiresAt ? 'expired' : 'pending', ...stalled];
  if (model.now >= over) return ['expired'];
  const kept = until >= over ? 'expired' : 'approved';
  if (model.delegated && request.tokenOf === undefined) return [kept];
  const ran = mayWrite(model, request) ? 'done' : 'failed';
  return request.stalled ? [ran, kept, ...midway] : [ran];
}

/** What the jobs made of it. */
export function became(model: Model, request: ModelRequest, state: RequestState): void {
  const sentBack = request.state === 'approved' && (state === 'pending' || state === 'expired');
  if (sentBack && request.privileged !== model.privileged)
    Object.assign(request, { approvals: [], privileged: model.privileged });
  request.state = state;
  request.stalled = ['approved', 'claimed', 'running'].includes(state);
}
