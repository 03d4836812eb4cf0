import type { Case } from '../cases/case';
import type { Store } from '../ports/store';
import type { Clock } from '../ports/clock';
import { beginMicrosoft } from './followMicrosoft';
import { lookSoon } from './incidentJobs';
import type { NotAvailable } from '../ports/evidence';
import type { Assessment } from '../triage/assessment';
import type { Observation } from '../triage/observation';

import { count, measure } from '../telemetry';

/** Causes beyond these are noise in a record. */
const causesKept = 5;

/** Writes down what a triage came to. A case that staff have taken over meanwhile keeps its state. */
export async function recordDiagnosis(
  deps: { store: Store; clock: Clock },
  concluded: {
    caseId: string;
    assessment: Assessment;
    findings: readonly Observation[];
    /** How many it took to get there. */
    questions: number;
    notAvailable?: readonly NotAvailable[] | undefined;
  },
): Promise<void> {
  const { assessment, caseId, findings } = concluded;
  const causes = assessment.causes.slice(0, causesKept).map(({ cause }) => cause);
  await deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    if (found === undefined || found.state === 'closed') return;
    await tx.cases.save({
      ...found,
      state: found.state === 'triage' ? 'diagnosed' : found.state,
      causes,
      route: assessment.route,
      findings,
      ...notSeen(concluded.notAvailable),
      updatedAt: deps.clock(),
    });
    count('monban.cases.diagnosed', { cause: causes[0] ?? 'none', route: assessment.route });
    measure('monban.cases.questions', '{question}', concluded.questions, { route: assessment.route });
    if (assessment.route === 'microsoft-support') await beginMicrosoft(tx, found, deps.clock());
    await lookSoon(tx, deps.clock());
    await tx.audit.append({
      event: 'case.diagnosed',
      actorId: 'monban',
      caseId,
      detail: { causes, route: assessment.route, redFlags: assessment.redFlags },
    });
  });
}

/** What of the tenant could not be seen, for staff; nothing where all was. */
export function notSeen(notAvailable: readonly NotAvailable[] = []): Pick<Case, 'notAvailable'> {
  return notAvailable.length === 0 ? {} : { notAvailable };
}
