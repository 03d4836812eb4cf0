import type { Case } from '../cases/case';
import type { TicketFollowUp } from '../cases/followUp';
import type { Language } from '../cases/language';
import { isFault } from '../faults';
import type { TicketDesk } from '../ports/ticketDesk';
import type { Job, WrittenEntry } from '../ports/store';
import { ticketText } from '../text/ticketText';
import { openingEvents, syncTicketKind, syncTicketSchema, ticketEvents } from '../usecases/ticketJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

export interface TicketDeps extends Pick<
  RequestWorkerDeps,
  'store' | 'clock' | 'log' | 'tenantId' | 'staffLanguage'
> {
  readonly desk: TicketDesk;
}

/** One job of a case at a time; whoever died in the middle is taken over from after this. */
const busyMs = 60_000;
/** The other system is away: it is asked again for as long as it takes. */
const againMs = 5 * 60_000;
/** Somebody there deletes it again and again: then they do not want it. */
const mostRemade = 3;

/** Tells the ticket system what happened to a case since it was told last, in order, each thing once. */
export function syncTicket(deps: TicketDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId } = syncTicketSchema.parse(job.payload);
    const taken = await take(deps, caseId);
    if (taken === 'nothing') return;
    if (taken === 'busy') return later(deps, caseId, job, busyMs);
    try {
      await tellAll(deps, taken.case, taken.follow);
    } catch (thrown) {
      await release(deps, caseId);
      if (!isFault(thrown, 'tickets-unreachable')) throw thrown;
      deps.log.warn({ caseId, status: thrown.status }, 'the ticket system is away; it is told later');
      return later(deps, caseId, job, Math.max(againMs, thrown.retryAfterMs ?? 0));
    }
    await release(deps, caseId);
  };
}

async function later(deps: TicketDeps, caseId: string, job: Job, waitMs: number): Promise<void> {
  await deps.store.transaction((tx) =>
    tx.outbox.add({
      kind: syncTicketKind,
      payload: { caseId },
      runAfter: deps.clock() + waitMs,
      // Of many that met it away one comes back.
      idempotencyKey: `${syncTicketKind}:again:${caseId}:${String(Math.floor(deps.clock() / againMs))}:${job.id}`,
    }),
  );
}

async function take(
  { clock, desk, store, tenantId }: TicketDeps,
  caseId: string,
): Promise<'nothing' | 'busy' | { readonly case: Case; readonly follow: TicketFollowUp }> {
  return store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    const before = await tx.followUps.ticket(caseId);
    const now = clock();
    if (found === undefined || before?.state === 'over') return 'nothing';
    if (before === undefined) {
      const trail = await tx.trail.ofCase(caseId);
      if (!trail.some(({ event }) => openingEvents.includes(event))) return 'nothing';
      const { system } = desk;
      const times = { createdAt: now, updatedAt: now };
      const begun = { kind: 'ticket', state: 'open', version: 1, remade: 0, told: 0, ...times } as const;
      const follow = { ...begun, tenantId, caseId, system, busyUntil: now + busyMs };
      await tx.followUps.insert(follow);
      return { case: found, follow };
    }
    if (before.busyUntil !== undefined && before.busyUntil > now) return 'busy';
    const follow = { ...before, busyUntil: now + busyMs };
    await tx.followUps.save(follow);
    return { case: found, follow: { ...follow, version: before.version + 1 } };
  });
}

async function tellAll(deps: TicketDeps, found: Case, begun: TicketFollowUp): Promise<void> {
  let follow = begun;
  const trail = await deps.store.transaction((tx) => tx.trail.ofCase(found.id));
  const events = trail.filter(({ event }) => ticketEvents.includes(event));
  for (;;) {
    if (follow.externalId === undefined) follow = await make(deps, found, follow);
    const entry = events[follow.told];
    if (entry === undefined || follow.externalId === undefined) return;
    if ((await tellOne(deps, { ...follow, externalId: follow.externalId }, found, entry)) === 'gone') {
      follow = await lost(deps, follow);
      if (follow.state === 'over') return;
    } else {
      follow = await keep(deps, { ...follow, told: follow.told + 1 });
    }
  }
}

/** Looked for first: an answer that was lost on its way made one all the same. */
async function make(deps: TicketDeps, found: Case, follow: TicketFollowUp): Promise<TicketFollowUp> {
  const { desk, staffLanguage: language } = deps;
  const text = ticketText[language];
  const made =
    (follow.remade === 0 ? await desk.find(found.number) : undefined) ??
    (await desk.create({
      caseNumber: found.number,
      remade: follow.remade,
      summary: text.summary(found.number),
      description: text.description(found.number),
    }));
  deps.log.info({ caseId: found.id, system: desk.system }, 'ticket made');
  return keep(deps, { ...follow, ...made });
}

async function tellOne(
  { desk, staffLanguage: language }: TicketDeps,
  { externalId, remade, told: index }: TicketFollowUp & { readonly externalId: string },
  found: Case,
  entry: WrittenEntry,
): Promise<'done' | 'gone'> {
  const words = wordsFor(entry, language);
  const reference = `monban-${found.number}-${String(remade)}-${String(index)}`;
  const told = await desk.comment(externalId, { reference, text: words });
  if (told === 'gone' || entry.event !== 'case.closed') return told;
  return desk.resolve(externalId, words);
}

function wordsFor({ at, event }: WrittenEntry, language: Language): string {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `${when} ${ticketText[language].happened[event] ?? event}`;
}

/** Deleted there: it is made anew and told everything again, unless that happened too often. */
async function lost(deps: TicketDeps, follow: TicketFollowUp): Promise<TicketFollowUp> {
  const { caseId, remade } = follow;
  deps.log.warn({ caseId, remade }, 'the ticket was deleted in the other system');
  const forgotten = { externalId: undefined, link: undefined, reference: undefined };
  const ends = remade + 1 >= mostRemade;
  return keep(deps, { ...follow, ...forgotten, remade: remade + 1, told: 0, state: ends ? 'over' : 'open' });
}

async function keep({ clock, store }: TicketDeps, follow: TicketFollowUp): Promise<TicketFollowUp> {
  const changed = { ...follow, updatedAt: clock(), busyUntil: clock() + busyMs };
  await store.transaction((tx) => tx.followUps.save(changed));
  return { ...changed, version: follow.version + 1 };
}

async function release({ store }: TicketDeps, caseId: string): Promise<void> {
  await store.transaction(async (tx) => {
    const follow = await tx.followUps.ticket(caseId);
    if (follow?.busyUntil !== undefined) await tx.followUps.save({ ...follow, busyUntil: undefined });
  });
}
