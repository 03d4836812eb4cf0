import { isFault, type Fault } from '../faults';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { NotAvailable } from '../ports/evidence';
import type { PersonReads, Read, TenantEvidence } from '../ports/tenantEvidence';
import { isAdmin } from './accountFindings';
import type { KeptMethodPolicies } from './keptRecords';
import type { KnownRecords } from './knownRecords';
import type { EvidenceSource, Told } from './tenantFinding';

export interface PersonPartsDeps {
  readonly tenant: TenantEvidence;
  readonly directory: Pick<Directory, 'otherAdministrators' | 'groupsAmong'>;
  readonly clock: Clock;
}

/** What one read of a person brought. */
export interface Part {
  readonly known: KnownRecords;
  readonly notAvailable: readonly NotAvailable[];
}

/** The reads about one person that are on their way; each is there when it is there, and none rejects but for a bug. */
export type PersonParts = Readonly<Record<'account' | 'otherAdministrators' | 'groups', Promise<Part>>>;

const nothing: Part = { known: {}, notAvailable: [] };

/** Starts every read about a person at once. */
export function startPersonParts(
  deps: PersonPartsDeps,
  personId: string,
  policies: Promise<KeptMethodPolicies | undefined>,
): PersonParts {
  const batch = readBatch(deps, personId);
  return {
    account: batch.then(({ part }) => part),
    otherAdministrators: batch.then(({ part }) => othersFor(deps, personId, part)),
    groups: policies.then((rules) => groupsFor(deps, personId, rules)),
  };
}

async function readBatch(deps: PersonPartsDeps, personId: string): Promise<{ readonly part: Part }> {
  const outcome = await deps.tenant.person(personId).catch(faultOf);
  const at = deps.clock();
  if (isFault(outcome)) {
    const missing = (['account', 'methods', 'devices', 'roles'] as const).map((what) =>
      unseen(what, outcome),
    );
    return { part: { known: {}, notAvailable: missing } };
  }
  return { part: partOf(outcome, at) };
}

function partOf(reads: PersonReads, at: number): Part {
  const missing: NotAvailable[] = [];
  const told = <T>(what: EvidenceSource, read: Read<T>): Told<T> | undefined => {
    if (read.seen) return { value: read.value, at };
    missing.push(unseen(what, read.fault));
    return undefined;
  };
  const account = told('account', reads.account);
  if (account !== undefined && account.value === undefined)
    missing.push({ what: 'account', why: 'graph-not-found' });
  return {
    known: {
      account: account?.value === undefined ? undefined : { value: account.value, at },
      methods: told('methods', reads.methods),
      devices: told('devices', reads.devices),
      standing: told('roles', reads.standing),
    },
    notAvailable: missing,
  };
}

/** Who else could help matters only where an admin is locked out, and it asks Graph for every admin there is. */
async function othersFor(deps: PersonPartsDeps, personId: string, { known }: Part): Promise<Part> {
  if (known.standing === undefined || !isAdmin(known.standing.value)) return nothing;
  const others = await deps.directory.otherAdministrators(personId).catch(faultOf);
  if (isFault(others)) return { known: {}, notAvailable: [unseen('otherAdministrators', others)] };
  return { known: { otherAdministrators: { value: others, at: deps.clock() } }, notAvailable: [] };
}

/** Only where the method policies are for some groups: then it decides whether they are for this person. */
async function groupsFor(
  deps: PersonPartsDeps,
  personId: string,
  rules: KeptMethodPolicies | undefined,
): Promise<Part> {
  const named = (rules?.methods ?? []).flatMap(({ excludes, includes }) => [
    ...(includes === 'all' ? [] : includes),
    ...excludes,
  ]);
  const groups = [...new Set(named)].filter((id) => id !== personId);
  if (groups.length === 0) return { known: { groupIds: [] }, notAvailable: [] };
  const among = await deps.directory.groupsAmong(personId, groups).catch(faultOf);
  if (isFault(among)) return { known: {}, notAvailable: [{ ...unseen('methodPolicies', among) }] };
  return { known: { groupIds: among }, notAvailable: [] };
}

/** A fault is an answer here; a bug stays a bug. */
function faultOf(thrown: unknown): Fault {
  if (isFault(thrown)) return thrown;
  throw thrown;
}

function unseen(what: EvidenceSource, { code, needs }: Fault): NotAvailable {
  return needs === undefined ? { what, why: code } : { what, why: code, needs };
}
