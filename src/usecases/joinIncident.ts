import { belongsTo, type CaseLikeness } from '../cases/belongsToIncident';
import type { Incident } from '../cases/incident';
import type { Clock } from '../ports/clock';
import type { Store, StoreView } from '../ports/store';
import { tellIncident } from './incidentJobs';

interface Joining {
  readonly caseId: string;
  readonly like: CaseLikeness;
}

/** The incident that the case is part of, else an open one that it fits. */
async function find({ incidents }: Pick<StoreView, 'incidents'>, { caseId, like }: Joining) {
  const joined = await incidents.ofCase(caseId);
  if (joined !== undefined) return { joined };
  return { joined, fitting: (await incidents.open()).find((one) => belongsTo(one, like)) };
}

/** Puts a case to the open incident that it is part of; undefined where there is none. */
export async function joinIncident(
  deps: { readonly store: Store; readonly clock: Clock },
  joining: Joining,
): Promise<Incident | undefined> {
  const now = deps.clock();
  // On most days there is none: nobody waits for anybody to learn that.
  const seen = await deps.store.look((view) => find(view, joining));
  if (seen.joined !== undefined) return seen.joined;
  if (seen.fitting === undefined) return undefined;
  return deps.store.transaction(async (tx) => {
    const { fitting: incident, joined } = await find(tx, joining);
    if (joined !== undefined) return joined;
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
