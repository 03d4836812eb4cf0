import type { Person, Standing } from './person';
import type { RemedyRequest } from './remedyRequest';
import { mayManageMethods } from './roleMatrix';
import { sameId } from './sameId';

/** Who may approve at all, by configuration. Object ids only; both lists empty means nobody (SECURITY S5). */
export interface ApproverList {
  readonly approverIds: readonly string[];
  readonly approverGroupIds: readonly string[];
}

/** Why somebody may not decide a request. */
export type ApproverRefusal =
  | 'mayNotApproveOwnRequest'
  | 'unknownApprover'
  | 'approverIsGuest'
  | 'approverDisabled'
  | 'notAnApprover'
  | 'roleMissing';

/** An approver as the tenant describes them at this very moment. */
export interface ApproverFacts {
  readonly id: string;
  readonly person: Person | undefined;
  readonly standing: Standing;
  /** Which of the approver groups they are in. */
  readonly groupIds: readonly string[];
}

/** The people who are part of a request: none of them ever approves it (SECURITY S3). */
function partiesOf(
  request: Pick<RemedyRequest, 'requesterId' | 'personId' | 'openerId' | 'alsoAskedBy'>,
): readonly string[] {
  return [request.requesterId, request.personId, request.openerId, ...(request.alsoAskedBy ?? [])];
}

/** Whether somebody is a party of a request. */
export function isParty(request: Parameters<typeof partiesOf>[0], id: string): boolean {
  return partiesOf(request).some((party) => sameId(party, id));
}

/** Whether anybody could approve anything. */
export function nobodyMayApprove(list: ApproverList): boolean {
  return list.approverIds.length === 0 && list.approverGroupIds.length === 0;
}

/** What bars somebody from approving anything, whatever the request. Says nothing about any request or person. */
export function approverRefusal(approver: ApproverFacts, list: ApproverList): ApproverRefusal | undefined {
  if (!isListed(approver, list)) return 'notAnApprover';
  if (approver.person === undefined) return 'unknownApprover';
  if (approver.person.kind === 'guest') return 'approverIsGuest';
  if (!approver.person.accountEnabled) return 'approverDisabled';
  return undefined;
}

/** Whether this approver may decide this request about a person with this standing, and if not, why. */
export function approvalRefusal(
  request: Parameters<typeof partiesOf>[0],
  approver: ApproverFacts,
  list: ApproverList,
  personStanding: Standing,
): ApproverRefusal | undefined {
  if (isParty(request, approver.id)) return 'mayNotApproveOwnRequest';
  return (
    approverRefusal(approver, list) ??
    (mayManageMethods(approver.standing.roles, personStanding) ? undefined : 'roleMissing')
  );
}

function isListed(approver: ApproverFacts, list: ApproverList): boolean {
  return (
    list.approverIds.some((id) => sameId(id, approver.id)) ||
    list.approverGroupIds.some((id) => approver.groupIds.some((groupId) => sameId(groupId, id)))
  );
}
