import type { PassPlan } from '../cases/remedyPlan';
import { type FaultCode, isFault } from '../faults';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Deletes whatever pass this request may have left in the tenant; the one that was there before it stays where it
 * still is. Undefined once none is left, else why.
 */
export async function deletePasses(
  deps: Pick<RequestWorkerDeps, 'remedies'>,
  run: RemedyRun,
  plan: PassPlan,
): Promise<FaultCode | undefined> {
  await run.note('delete-pass', 'started');
  try {
    const ours = (await deps.remedies.passes(plan.personId)).filter(({ id }) => id !== plan.replacesPassId);
    for (const { id } of ours) await deps.remedies.deletePass(plan.personId, id);
    await run.note('delete-pass', ours.length === 0 ? 'already-done' : 'done');
    return undefined;
  } catch (thrown) {
    if (!isFault(thrown) || thrown.code.startsWith('store-') || run.mayTryAgain(thrown)) throw thrown;
    await run.note('delete-pass', 'failed', { fault: thrown.code });
    return thrown.code;
  }
}
