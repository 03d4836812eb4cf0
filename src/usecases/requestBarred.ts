import { isProtective } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { RemedyKind } from '../cases/remedyPlan';
import type { RequestRefusal } from '../cases/requestRefusals';
import type { StoreTransaction } from '../ports/store';
import { tooManyRequests } from './countRequests';
import { isStopped } from './emergencyStop';
import type { RequestDeps } from './requestDeps';

interface Asked {
  readonly caseId: string;
  readonly personId: string;
  readonly requesterId: string;
  readonly remedy: RemedyKind;
}

/** What stands in the way whatever the tenant says. */
export async function requestBarred(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: Asked,
  open: RemedyRequest | undefined,
): Promise<RequestRefusal | undefined> {
  // Also those of other cases: a new case is no way around a security decision (SECURITY S26).
  const flagged = (await tx.cases.redFlagsOf(wish.personId)).length > 0;
  if (flagged && !isProtective(wish.remedy)) return 'redFlag';
  // A reset mends nothing where the service is what fails, and leaves the person without a method.
  const many = (await tx.incidents.ofCase(wish.caseId)) !== undefined;
  if (many && !isProtective(wish.remedy)) return 'incidentOpen';
  // A frozen request keeps everything about the person stopped until security has looked at it.
  if (open?.state === 'frozen') return 'frozen';
  if (await isStopped(tx)) return 'stopped';
  // Asking again for what is open already bothers nobody: it is merged.
  if (open !== undefined) return undefined;
  return (await tooManyRequests(deps, tx, wish)) ? 'tooManyRequests' : undefined;
}
