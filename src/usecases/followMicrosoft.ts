import type { Case } from '../cases/case';
import type { MicrosoftFollowUp } from '../cases/followUp';
import { supportOf } from '../cases/supportNumbers';
import type { Clock } from '../ports/clock';
import type { Store, StoreTransaction } from '../ports/store';
import { followByHand } from './beginRecovery';
import { microsoftJobs } from './microsoftJobs';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Whoever speaks about a case of their own, or staff in their channel by its number. */
interface Saying {
  readonly actorId: string;
  readonly inStaffChannel: boolean;
  readonly caseNumber?: string | undefined;
}

/** Nobody in the tenant can help: the way to Microsoft's support is told and followed. Written with what led to it. */
export async function beginMicrosoft(
  tx: StoreTransaction,
  found: Pick<Case, 'tenantId' | 'id' | 'language'>,
  now: number,
  country: string = found.language === 'ja' ? 'JP' : 'US',
): Promise<void> {
  const before = await tx.followUps.microsoft(found.id);
  if (before?.state === 'open' && before.country === country) return;
  const begun: MicrosoftFollowUp = {
    kind: 'microsoft',
    tenantId: found.tenantId,
    caseId: found.id,
    state: 'open',
    version: 1,
    country,
    reminders: 0,
    createdAt: now,
    updatedAt: now,
  };
  if (before === undefined) await tx.followUps.insert(begun);
  else await tx.followUps.save({ ...before, state: 'open', country, updatedAt: now });
  await tell(tx, found.id, 'packet', `${country}:${String(now)}`);
  await tx.outbox.add({
    kind: microsoftJobs.remind,
    payload: { caseId: found.id, round: 0 },
    idempotencyKey: `${microsoftJobs.remind}:${found.id}:${String(now)}:0`,
  });
  await tx.audit.append({
    event: 'microsoft.begun',
    actorId: 'monban',
    caseId: found.id,
    detail: { country },
  });
}

/** Staff begin it for a case, or the country is put right: packet and days off are the country's. */
export async function askMicrosoft(
  deps: Deps,
  said: Saying & { readonly country: string | undefined },
): Promise<'begun' | 'unknownCase' | 'unknownCountry'> {
  const { country } = said;
  if (country !== undefined && supportOf(country) === undefined) return 'unknownCountry';
  return deps.store.transaction(async (tx) => {
    const found = await caseOf(tx, said);
    if (found === undefined || found.state === 'closed') return 'unknownCase';
    await beginMicrosoft(tx, found, deps.clock(), country?.toUpperCase());
    return 'begun';
  });
}

/** The number that support gave is kept: it is in every reminder, and in the record. */
export async function keepMicrosoftTicket(
  deps: Deps,
  said: Saying & { readonly ticket: string },
): Promise<'kept' | 'nothingFollowed'> {
  return change(deps, said, async (tx, follow, now) => {
    await tx.followUps.save({ ...follow, ticket: said.ticket, updatedAt: now });
    await tell(tx, follow.caseId, 'ticketKept', said.ticket);
    await tx.audit.append({
      event: 'microsoft.ticketKept',
      actorId: said.actorId,
      caseId: follow.caseId,
      detail: { ticket: said.ticket },
    });
    return 'kept';
  });
}

/** Access is back, by somebody's word: reminders end, and the tenant is looked at until it shows that it is so. */
export async function sayAccessBack(deps: Deps, said: Saying): Promise<'noted' | 'nothingFollowed'> {
  return change(deps, said, async (tx, follow, now) => {
    const found = await tx.cases.find(follow.caseId);
    if (found === undefined) return 'nothingFollowed';
    await tx.followUps.save({ ...follow, state: 'over', accessBackAt: now, updatedAt: now });
    await tell(tx, follow.caseId, 'accessBack', String(now));
    await followByHand(tx, found, now);
    await tx.audit.append({
      event: 'microsoft.accessBack',
      actorId: said.actorId,
      caseId: follow.caseId,
    });
    return 'noted';
  });
}

async function change<Outcome extends string>(
  { clock, store }: Deps,
  said: Saying,
  make: (tx: StoreTransaction, follow: MicrosoftFollowUp, now: number) => Promise<Outcome>,
): Promise<Outcome | 'nothingFollowed'> {
  return store.transaction(async (tx) => {
    const found = await caseOf(tx, said);
    const follow = found === undefined ? undefined : await tx.followUps.microsoft(found.id);
    return follow?.state === 'open' ? make(tx, follow, clock()) : 'nothingFollowed';
  });
}

/** By number for staff only; a person speaks about their own, however it is numbered. */
async function caseOf(
  tx: StoreTransaction,
  { actorId, caseNumber, inStaffChannel }: Saying,
): Promise<Case | undefined> {
  if (!inStaffChannel) return tx.cases.openOf(actorId.toLowerCase());
  return caseNumber === undefined ? undefined : tx.cases.findByNumber(caseNumber);
}

async function tell(
  tx: StoreTransaction,
  caseId: string,
  about: 'packet' | 'ticketKept' | 'accessBack',
  name: string,
): Promise<void> {
  await tx.outbox.add({
    kind: microsoftJobs.tell,
    payload: { caseId, about },
    idempotencyKey: `${microsoftJobs.tell}:${caseId}:${about}:${name}`,
  });
}
