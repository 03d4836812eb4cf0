import type { Case } from '../cases/case';
import type { Person } from '../cases/person';
import type { RecordFacts } from '../cases/recordFacts';
import type { RemedyRequest } from '../cases/remedyRequest';
import { isFault } from '../faults';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Store, StoreTransaction } from '../ports/store';

interface RecordDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Absent where nobody can be looked up: ids stand for people then. */
  readonly directory?: Pick<Directory, 'person'> | undefined;
}

/** Gathers what a case's record is written from; undefined where there is no such case. Who looked is in the trail. */
export async function readRecord(
  deps: RecordDeps,
  wish: { readonly caseNumber: string; readonly readerId: string },
): Promise<RecordFacts | undefined> {
  const stored = await deps.store.transaction(async (tx) => {
    const found = await tx.cases.findByNumber(wish.caseNumber);
    if (found === undefined) return undefined;
    await tx.audit.append({ event: 'record.read', actorId: wish.readerId, caseId: found.id });
    return { ...(await follow(tx, found)), requests: await tx.requests.ofCase(found.id) };
  });
  if (stored === undefined) return undefined;
  return { ...stored, ...(await namesIn(deps, stored)), writtenAt: deps.clock() };
}

async function follow(tx: StoreTransaction, found: Case) {
  return {
    case: found,
    events: await tx.trail.ofCase(found.id),
    recovery: await tx.followUps.recovery(found.id),
    microsoft: await tx.followUps.microsoft(found.id),
    ticket: await tx.followUps.ticket(found.id),
  };
}

/** Who acted, by name: requests hold the names of their day, the directory has the rest. */
async function namesIn(
  deps: RecordDeps,
  { case: found, events, requests }: Pick<RecordFacts, 'case' | 'events' | 'requests'>,
): Promise<Pick<RecordFacts, 'names' | 'userName'>> {
  const names = new Map(requests.flatMap(namesOfRequest));
  const acted = [found.openerId, ...events.map(({ actorId }) => actorId)];
  for (const id of new Set(acted.filter((actor) => actor !== 'monban' && !names.has(actor)))) {
    const person = await lookUp(deps, id);
    if (person !== undefined) names.set(id, person.displayName);
  }
  const request = requests.at(-1);
  if (request !== undefined) return { names: Object.fromEntries(names), userName: request.personUpn };
  const person = await lookUp(deps, found.personId);
  if (person !== undefined) names.set(found.personId, person.displayName);
  return { names: Object.fromEntries(names), userName: person?.userPrincipalName };
}

function namesOfRequest({ approvals, personId, personName, proof }: RemedyRequest): [string, string][] {
  return [
    [personId, personName],
    ...approvals.map(({ approverId, approverName }): [string, string] => [approverId, approverName]),
    ...(proof === undefined ? [] : [[proof.proverId, proof.proverName] satisfies [string, string]]),
  ];
}

/** A directory that does not answer keeps nobody from the record: the id stands for the name. */
async function lookUp({ directory }: RecordDeps, id: string): Promise<Person | undefined> {
  return directory?.person(id).catch((thrown: unknown) => {
    if (!isFault(thrown)) throw thrown;
    return undefined;
  });
}
