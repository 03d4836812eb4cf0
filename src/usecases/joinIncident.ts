import { belongsTo, type CaseLikeness } from '../cases/belongsToIncident';
import type { Incident } from '../cases/incident';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { tellIncident } from './incidentJobs';

/** Puts a case to the open incident that it is part of; undefined where there is none. */
export async function joinIncident(
  deps: { readonly store: Store; readonly clock: Clock },
  joining: { readonly caseId: string; readonly like: CaseLikeness },
): Promise<Incident | undefined> {
  const now = deps.clock();
  return deps.store.transaction(async (tx) => {
    const joined = await tx.incidents.ofCase(joining.caseId);
    if (joined !== undefined) return joined;
    const open = await tx.incidents.open();
    const incident = open.find((one) => belongsTo(one, joining.like));
    if (incident === undefined) return undefined;
    await tx.incidents.join(incident.id, joining.caseId, now);
    await tellIncident(tx, incident.id, now);
    await tx.audit.append({
      event: 'case.joinedIncident',
      actorId: 'monban',
      caseId: joining.caseId,
      detail: { number: incident.number },
    });
    return incident;
  });
}
