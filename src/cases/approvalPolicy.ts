import type { Person, Standing } from './person';
import type { PolicyRow, WhoMay } from './policy/policyTable';
import type { RemedyKind } from './remedyPlan';
import type { RemedyRequest } from './remedyRequest';
import { holdsRole, mayManageMethods } from './roleMatrix';
import { sameHuman } from './sameHuman';
import { sameId } from './sameId';

/** Who may approve at all, by configuration. Object ids only; both lists empty means nobody (SECURITY S5). */
export interface ApproverList {
  readonly approverIds: readonly string[];
  readonly approverGroupIds: readonly string[];
}

/** Why somebody may not decide a request. */
export type ApproverRefusal =
  | 'mayNotApproveOwnRequest'
  | 'proverMayNotApprove'
  | 'secondAccount'
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
  /** Which of the groups that settings and policy name they are in. */
  readonly groupIds: readonly string[];
}

type Parties = Pick<RemedyRequest, 'requesterId' | 'personId' | 'openerId' | 'alsoAskedBy'>;

/** The people who are part of a request: none of them ever approves it (SECURITY S3). */
export function partiesOf(request: Parties): readonly string[] {
  return [request.requesterId, request.personId, request.openerId, ...(request.alsoAskedBy ?? [])];
}

/** Whether somebody is a party of a request. */
export function isParty(request: Parties, id: string): boolean {
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

/** What an approver is measured by: the rules for this kind of person, and the other people of the request. */
export interface ApprovalContext {
  readonly list: ApproverList;
  readonly row: PolicyRow;
  readonly personStanding: Standing;
  /** The parties of the request, as the directory has them. */
  readonly parties: readonly Person[];
  /** Who approved before, as the directory has them. */
  readonly approvedBefore: readonly Person[];
  /** Who made sure of the identity, as the directory has them. */
  readonly prover: Person | undefined;
}

/** Whether this approver may decide this request under these rules, and if not, why. */
export function approvalRefusal(
  request: Parties & Pick<RemedyRequest, 'proof' | 'remedy'>,
  approver: ApproverFacts,
  context: ApprovalContext,
): ApproverRefusal | undefined {
  const { approvedBefore, list, parties, personStanding, row } = context;
  if (isParty(request, approver.id)) return 'mayNotApproveOwnRequest';
  const general = approverRefusal(approver, list);
  if (general !== undefined) return general;
  if (parties.some((party) => isSameHuman(approver, party))) return 'mayNotApproveOwnRequest';
  if (!row.proverMayApprove && isProver(request, approver, context.prover)) return 'proverMayNotApprove';
  if (approvedBefore.some((before) => !sameId(before.id, approver.id) && isSameHuman(approver, before)))
    return 'secondAccount';
  const reaches =
    decidesAboutRisk(request.remedy, approver) || mayManageMethods(approver.standing.roles, personStanding);
  return mayDo(approver, row.approvers) && reaches ? undefined : 'roleMissing';
}

/** Risk is for those who look after security, who need not manage anybody's methods. */
function decidesAboutRisk(remedy: RemedyKind, { standing }: ApproverFacts): boolean {
  const aboutRisk = remedy === 'dismiss-user-risk' || remedy === 'confirm-user-risk';
  return aboutRisk && holdsRole(standing.roles, 'securityAdministrator');
}

/** Whether somebody holds one of the roles now, and is in one of the groups where any is named. */
export function mayDo(who: ApproverFacts, rule: WhoMay): boolean {
  return (
    rule.roles.some((name) => holdsRole(who.standing.roles, name)) &&
    (rule.groups.length === 0 || rule.groups.some((id) => who.groupIds.some((held) => sameId(held, id))))
  );
}

function isSameHuman(approver: ApproverFacts, other: Person): boolean {
  return approver.person !== undefined && sameHuman(approver.person, other);
}

function isProver(
  request: Pick<RemedyRequest, 'proof'>,
  approver: ApproverFacts,
  prover: Person | undefined,
): boolean {
  const { proof } = request;
  if (proof === undefined) return false;
  return sameId(proof.proverId, approver.id) || (prover !== undefined && isSameHuman(approver, prover));
}

function isListed(approver: ApproverFacts, list: ApproverList): boolean {
  return (
    list.approverIds.some((id) => sameId(id, approver.id)) ||
    list.approverGroupIds.some((id) => approver.groupIds.some((groupId) => sameId(groupId, id)))
  );
}
