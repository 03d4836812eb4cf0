import { Fault } from '../faults';
import type { RemedyRequest } from '../cases/remedyRequest';
import { isOver } from '../cases/requestTransitions';
import type { AccountRemedies } from '../ports/accountRemedies';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * The same parts, with remedies done in the right name: the bot's own where it was given the application permission,
 * else the approver's, by the token of their sign-in. Undefined where this process does not hold that token.
 */
export function lendRemedies(deps: RequestWorkerDeps, request: RemedyRequest): RequestWorkerDeps | undefined {
  if (deps.approvals.applicationRemedies.includes(request.remedy)) return deps;
  const { decision, id: requestId } = request;
  if (deps.delegated === undefined || decision === undefined) return undefined;
  const token = deps.delegated.tokens.of({ requestId, approverId: decision.approverId });
  return token === undefined ? undefined : { ...deps, remedies: deps.delegated.remediesWith(token) };
}

/** The same for what ends a run without its token: every write fails, and the report says why. */
export function lendRemediesOrNone(deps: RequestWorkerDeps, request: RemedyRequest): RequestWorkerDeps {
  return lendRemedies(deps, request) ?? { ...deps, remedies: noRemedies(deps.remedies) };
}

function noRemedies(pattern: AccountRemedies): AccountRemedies {
  const lost = () => Promise.reject(new Fault('token-lost', 'the approver’s token is not held any more'));
  return new Proxy(pattern, { get: () => lost });
}

/**
 * Once a request is over its token goes. A pass keeps it until it ends by itself: the pass may have to be deleted after
 * it was shown ("that was not me", SECURITY S14).
 */
export function forgetToken(deps: RequestWorkerDeps, { id: requestId, remedy, state }: RemedyRequest): void {
  if (isOver(state) && remedy !== 'issue-temporary-access-pass') deps.delegated?.tokens.forget({ requestId });
}
