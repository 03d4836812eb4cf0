import type { PassPlan } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { isOver } from '../cases/requestTransitions';
import type { ExistingPass } from '../ports/accountRemedies';
import type { Job, StoreTransaction } from '../ports/store';
import { requestJobKinds, watchPassSchema } from '../usecases/requestJobs';
import { isLive, removePasses } from './removePasses';
import type { RequestWorkerDeps } from './requestWorkerDeps';

const firstLookMs = 5 * 60_000;
const againMs = 10 * 60_000;
/** By so much the tenant's clock may differ from ours, and so late a lost creation may still take effect. */
const marginMs = 5 * 60_000;

interface Watch {
  readonly requestId: string;
  /** The pass that may stay until it is used or over; absent for a creation whose answer has not come. */
  readonly passId?: string | undefined;
}

/** Has a pass looked at later; written with the beginning of its creation, and again with its answer. */
export async function watchLater(
  tx: StoreTransaction,
  watch: Watch,
  at: { readonly now: number; readonly again?: boolean },
): Promise<void> {
  const { watchPass: kind } = requestJobKinds;
  const runAfter = at.now + (at.again === true ? againMs : firstLookMs);
  const idempotencyKey = `${kind}:${watch.requestId}:${watch.passId ?? 'begun'}:${String(runAfter)}`;
  await tx.outbox.add({ kind, payload: watch, runAfter, idempotencyKey });
}

/**
 * Looks at what a request left in the tenant: its own pass is deleted once it was used or is over, and one that should
 * not be there (a creation that took effect after it was given up) at once (SECURITY S11, S14).
 */
export function watchPass(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const watch = watchPassSchema.parse(job.payload);
    const { request, until } = await deps.store.transaction(async (tx) => {
      const found = await tx.requests.find(watch.requestId);
      const latest = found === undefined ? undefined : await tx.requests.latestFor(found.personId);
      return { request: found, until: latest?.id === found?.id ? undefined : begunAt(latest) };
    });
    if (request?.plan.remedy !== 'issue-temporary-access-pass') return;
    const again = () =>
      deps.store.transaction((tx) => watchLater(tx, watch, { now: deps.clock(), again: true }));
    if (!isOver(request.state)) return again();
    // The answer did come: the watch that knows the pass looks after everything.
    if (request.state === 'done' && watch.passId === undefined) return;
    const ours = passesOf(request, request.plan, await deps.remedies.passes(request.personId), until);
    const over = isPassOver(request, request.plan, deps.clock());
    const kept = ours
      .filter(({ id }) => request.state === 'done' && id === watch.passId && !over)
      .filter(isLive);
    await removePasses(
      deps,
      request,
      ours.filter((pass) => !kept.includes(pass)),
      job,
    );
    if (kept.length > 0) await again();
  };
}

/** When a request first began to create a pass. */
function begunAt(request: RemedyRequest | undefined): number | undefined {
  return request?.journal.find(({ step }) => step === 'create-pass')?.at;
}

function lastBegun({ journal }: RemedyRequest): number {
  return journal.findLast(({ step, outcome }) => step === 'create-pass' && outcome === 'started')?.at ?? 0;
}

function isPassOver(request: RemedyRequest, plan: PassPlan, now: number): boolean {
  return now > lastBegun(request) + plan.lifetimeInMinutes * 60_000 + marginMs;
}

/** The passes that a request left, by when they were created: one that somebody issued by hand later, or a later request, is left alone. */
export function passesOf(
  request: RemedyRequest,
  plan: PassPlan,
  passes: readonly ExistingPass[],
  until = Infinity,
): readonly ExistingPass[] {
  const from = (begunAt(request) ?? Infinity) - marginMs;
  const to = Math.min(lastBegun(request) + marginMs, until);
  return passes.filter(
    ({ id, createdAt }) => id !== plan.replacesPassId && createdAt >= from && createdAt <= to,
  );
}
