import { z } from 'zod/v4';
import { belongsTo } from '../cases/belongsToIncident';
import type { Case } from '../cases/case';
import type { Incident } from '../cases/incident';
import {
  noticeIncidents,
  type IncidentLimits,
  type Noticed,
  type SeenOfMany,
} from '../cases/noticeIncidents';
import type { Clock } from '../ports/clock';
import type { Store, StoreTransaction, StoreView } from '../ports/store';
import { incidentJobs, tellIncident } from './incidentJobs';
import type { Randomness } from './randomness';

export interface IncidentDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly tenantId: string;
  readonly random: Randomness;
  readonly incidentLimits: IncidentLimits;
}

/** In a storm the newest cases show well enough what happens to many; the others join by themselves, with their next turn. */
const mostLookedAt = 2000;
/** What was read longer ago tells nothing of now. */
const freshMs = 15 * 60_000;

/** Looks at what happens to many, begins and ends incidents, and has those told whom it concerns. */
export async function lookForIncidents(deps: IncidentDeps): Promise<void> {
  const now = deps.clock();
  // Thousands of cases in a storm, the very moment in which nobody may be kept waiting: only what follows is decided.
  const { noticed, recent } = await deps.store.look(async (view) => {
    const recent = await view.cases.createdSince(now - deps.incidentLimits.windowMs, mostLookedAt);
    const seen = await seenOfMany(view, recent, deps, now);
    return { recent, noticed: noticeIncidents(seen, deps.incidentLimits, now) };
  });
  await deps.store.transaction(async (tx) => {
    const open = await tx.incidents.open();
    for (const incident of open) await goOnOrEnd(tx, incident, noticed, now);
    for (const { kind, people, reason, what } of noticed.begin) {
      if (open.some((one) => one.reason === reason)) continue;
      const begun: Incident = {
        tenantId: deps.tenantId,
        id: deps.random.id(),
        number: deps.random.number('I'),
        state: 'open',
        version: 1,
        reason,
        kind,
        what,
        people,
        createdAt: now,
        updatedAt: now,
      };
      await begin(tx, begun, recent, now);
    }
  });
}

async function begin(
  tx: StoreTransaction,
  incident: Incident,
  recent: readonly Case[],
  now: number,
): Promise<void> {
  await tx.incidents.insert(incident);
  for (const like of recent.filter((one) => joins(one, incident)))
    await tx.incidents.join(incident.id, like.id, now);
  await tellIncident(tx, incident.id, now);
  await tx.audit.append({
    event: 'incident.opened',
    actorId: 'monban',
    detail: { number: incident.number, reason: incident.reason, people: incident.people },
  });
}

/** Cases that were there before anybody knew that it is an incident: those whose end is still open. */
function joins(one: Case, incident: Incident): boolean {
  if (one.state === 'closed') return false;
  return belongsTo(incident, {
    codes: one.findings.flatMap(({ finding, origin, values }) =>
      finding === 'error_code' && origin === 'tenant' ? [...values] : [],
    ),
    cause: one.causes[0],
    sure: one.causes.length > 0 ? 1 : 0,
    redFlagged: (one.redFlags ?? []).length > 0,
  });
}

async function goOnOrEnd(
  tx: StoreTransaction,
  incident: Incident,
  noticed: Noticed,
  now: number,
): Promise<void> {
  if (noticed.unseen(incident.kind)) return;
  const people = noticed.goesOn.get(incident.reason);
  if (people !== undefined) {
    if (people <= incident.people) return;
    await tx.incidents.save({ ...incident, people, updatedAt: now });
    await tellIncident(tx, incident.id, now);
    return;
  }
  await tx.incidents.save({ ...incident, state: 'over', updatedAt: now });
  await tx.outbox.add({
    kind: incidentJobs.tellStaff,
    payload: { incidentId: incident.id },
    idempotencyKey: `${incidentJobs.tellStaff}:${incident.id}:over`,
  });
  const cases = await tx.incidents.casesOf(incident.id);
  await tx.outbox.addAll(
    cases.map(({ id }) => ({
      kind: incidentJobs.tellOver,
      payload: { incidentId: incident.id, caseId: id },
      idempotencyKey: `${incidentJobs.tellOver}:${incident.id}:${id}`,
    })),
  );
  await tx.audit.append({
    event: 'incident.over',
    actorId: 'monban',
    detail: { number: incident.number, reason: incident.reason },
  });
}

const keptHealth = z.object({
  services: z.array(z.object({ name: z.string(), about: z.string() })),
  openIssues: z.array(z.object({ id: z.string(), service: z.string(), kind: z.string() })),
});

async function seenOfMany(
  { tenant }: Pick<StoreView, 'tenant'>,
  recent: readonly Case[],
  { incidentLimits }: IncidentDeps,
  now: number,
): Promise<SeenOfMany> {
  const isFresh = async (feed: string) => {
    const readAt = (await tenant.feed(feed))?.readAt;
    return readAt !== undefined && now - readAt <= freshMs;
  };
  const failures = (await isFresh('signIns'))
    ? await tenant.failuresSince('signIns', now - 2 * incidentLimits.windowMs)
    : undefined;
  const [health] = (await isFresh('serviceHealth')) ? await tenant.ofTenant('serviceHealth') : [];
  return {
    failures,
    services: disturbed(keptHealth.safeParse(health?.body).data),
    cases: recent.map(({ causes, personId }) => ({ personId, cause: causes[0] })),
  };
}

/** Without Teams: whoever writes to us has it, and it keeps nobody from signing in elsewhere. */
function disturbed(health: z.infer<typeof keptHealth> | undefined): SeenOfMany['services'] {
  const needed = health?.services.filter(({ about }) => about !== 'teams').map(({ name }) => name);
  return health?.openIssues.filter(
    ({ kind, service }) => kind === 'incident' && needed?.includes(service) === true,
  );
}
