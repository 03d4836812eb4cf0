import { belongsTo, type CaseLikeness } from '../cases/belongsToIncident';
import type { Incident } from '../cases/incident';
import type { Clock } from '../ports/clock';
import type { Store, StoreView } from '../ports/store';
import { tellIncident } from './incidentJobs';

interface Joining {
  readonly caseId: string;
  /** Asked for only where there is an incident to compare with. */
  readonly like: () => CaseLikeness;
}

/** The open incident that the case is part of, else one that it fits. */
async function find({ incidents }: Pick<StoreView, 'incidents'>, { caseId, like }: Joining) {
  const open = await incidents.open();
  if (open.length === 0) return {};
  const joined = await incidents.ofCase(caseId);
  if (joined !== undefined) return { joined };
  const likeness = like();
  return { fitting: open.find((one) => belongsTo(one, likeness)) };
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
