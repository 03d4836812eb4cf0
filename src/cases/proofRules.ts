import type { PolicyRow } from './policy/policyTable';
import type { Person } from './person';
import { isParty } from './approvalPolicy';
import { samePhrase } from './chatPhrase';
import type { ProofKind, RemedyRequest } from './remedyRequest';
import { sameHuman } from './sameHuman';
import { sameId } from './sameId';

/** Why a proof of identity does not count. */
export type ProofRefusal =
  | 'proofMissing'
  | 'proofTooOld'
  | 'proofNotEnough'
  | 'phraseMissing'
  | 'phraseWrong'
  | 'mayNotProveOwnRequest'
  | 'proverUnknown'
  | 'notStaff'
  | 'managerVouchesThemselves';

/** Who says that they made sure of the identity, as tenant and conversation describe them at this very moment. */
export interface ProverFacts {
  readonly person: Person | undefined;
  /** They speak in the staff channel, or are on the list of approvers. */
  readonly isStaff: boolean;
  /** The directory's manager of the person concerned. */
  readonly managerId: string | undefined;
  /** The parties of the request, as the directory has them. */
  readonly parties: readonly Person[];
  /** Who approved before, as the directory has them. */
  readonly approvedBefore: readonly Person[];
}

/** So often a wrong phrase may be given; the last one is no slip of the tongue any more. */
export const mostWrongPhrases = 5;

/** Whether there is a proof that counts for an approval now (SECURITY S6). */
export function standingProofRefusal(
  request: Pick<RemedyRequest, 'proof'>,
  row: PolicyRow,
  now: number,
): ProofRefusal | undefined {
  const { proof } = request;
  if (proof === undefined) return 'proofMissing';
  if (!row.proofs.includes(proof.kind)) return 'proofNotEnough';
  return now - proof.at < row.proofValidMinutes * 60_000 ? undefined : 'proofTooOld';
}

/** Whether a proof may be recorded for a request by this person, and if not, why (SECURITY S3, S6). */
export function newProofRefusal(
  request: RemedyRequest,
  given: { readonly kind: ProofKind; readonly phrase?: string | undefined },
  prover: ProverFacts,
  row: PolicyRow,
): ProofRefusal | undefined {
  return (
    (row.proofs.includes(given.kind) ? undefined : 'proofNotEnough') ??
    proverRefusal(request, given.kind, prover, row) ??
    phraseRefusal(request, given)
  );
}

function proverRefusal(
  request: RemedyRequest,
  kind: ProofKind,
  prover: ProverFacts,
  row: PolicyRow,
): ProofRefusal | undefined {
  const { isStaff, managerId, person } = prover;
  if (person?.accountEnabled !== true || person.kind === 'guest') return 'proverUnknown';
  // The person's own fresh sign-in; that it is theirs was checked with the sign-in itself.
  if (kind === 'remaining-method') return sameId(person.id, request.personId) ? undefined : 'proverUnknown';
  if (isBarred(request, person, prover.parties, row) || approvedIt(person, prover, row))
    return 'mayNotProveOwnRequest';
  if (kind === 'manager-vouched') {
    return managerId !== undefined && sameId(managerId, person.id) ? undefined : 'managerVouchesThemselves';
  }
  return isStaff ? undefined : 'notStaff';
}

/** Where prover and approver have to be different people, that holds in either order (SECURITY S3). */
function approvedIt(person: Person, { approvedBefore }: ProverFacts, row: PolicyRow): boolean {
  return !row.proverMayApprove && approvedBefore.some((before) => sameHuman(before, person));
}

/** Whether somebody is a party, by this or another account of theirs, other than one who may prove all the same. */
function isBarred(
  request: RemedyRequest,
  person: Person,
  parties: readonly Person[],
  row: PolicyRow,
): boolean {
  const others = parties.filter((party) => sameHuman(party, person)).map(({ id }) => id);
  const theirs = [person.id, ...others].filter((id) => isParty(request, id));
  return !theirs.every((id) => helpdeskMayProve(request, row) && sameId(request.openerId, id));
}

/** Staff who took a call make the call back as well; for privileged people it has to be somebody else. */
function helpdeskMayProve(request: RemedyRequest, row: PolicyRow): boolean {
  return request.door === 'staff' && row.proverMayApprove && !sameId(request.openerId, request.personId);
}

function phraseRefusal(
  request: RemedyRequest,
  given: { readonly kind: ProofKind; readonly phrase?: string | undefined },
): ProofRefusal | undefined {
  if (request.phrase === undefined || given.kind === 'remaining-method') return undefined;
  if (given.phrase === undefined || given.phrase.trim() === '') return 'phraseMissing';
  return samePhrase(request.phrase, given.phrase) ? undefined : 'phraseWrong';
}
