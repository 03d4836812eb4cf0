import type { RemedyPlan } from '../cases/remedyPlan';
import type { RequestRefusal } from '../cases/requestRefusals';
import type { StoreTransaction } from '../ports/store';

/** A pass for the person's own eyes needs a chat to send the link to: said before anybody is bothered (SECURITY S15). */
export async function notReachable(
  tx: StoreTransaction,
  plan: RemedyPlan,
): Promise<RequestRefusal | undefined> {
  const forThem = plan.remedy === 'issue-temporary-access-pass' && plan.shownTo === 'person';
  if (!forThem) return undefined;
  return (await tx.conversations.ofPerson(plan.personId)) === undefined ? 'personNotReachable' : undefined;
}
