import { isDone, methodsLeft, removalOf } from '../cases/journalSummary';
import type { PlannedMethod, PlanOf } from '../cases/remedyPlan';
import { Fault, type FaultCode } from '../faults';
import { doStep } from './doStep';
import type { RemedyModule } from './remedyModule';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';

type Deps = Pick<RequestWorkerDeps, 'remedies' | 'directory'>;

/** Entra may need a moment to see that the other methods are gone; after so many attempts its refusal is meant. */
const attemptsForDefault = 3;

/** A plan that removes methods: all that the portal's button removes, or one. */
type RemovalPlan = PlanOf<'require-mfa-reregistration' | 'remove-one-method'>;

/** Removes the planned methods, signs the person out where planned, looks again, and reports exactly what came of it. */
export const removalModule: RemedyModule<'require-mfa-reregistration' | 'remove-one-method'> = {
  async execute(deps, run, plan) {
    await removeMethods(deps, run, plan);
    if (someRemoved(run, plan) && plan.revokeSessions) await signOut(deps, run, plan.personId);
    await verify(deps, run, plan);
    await run.end(outcomeOfRun(run, plan));
  },

  stop: (_deps, run, plan) => run.end(someRemoved(run, plan) ? 'partial' : 'failed'),

  async settle(_deps, run, plan) {
    await run.note('verify', 'failed', { fault: 'stopped' });
    await run.end(someRemoved(run, plan) ? 'partial' : 'failed');
  },
};

function someRemoved(run: RemedyRun, plan: RemovalPlan): boolean {
  return methodsLeft(run.request()).length < plan.remove.length;
}

/** A method that Entra does not let go while others are left is moved to the end, once. */
async function removeMethods(deps: Deps, run: RemedyRun, plan: RemovalPlan): Promise<void> {
  const queue = [...methodsLeft(run.request())];
  const moved = new Set<string>();
  for (let method = queue.shift(); method !== undefined; method = queue.shift()) {
    const refusal = await removeOne(deps, run, plan.personId, method);
    if (refusal === undefined) continue;
    const othersFirst = refusal === 'graph-default-method' || refusal === 'graph-rejected';
    // What is refused for good (no permission) is refused for the rest as well: stop and say so.
    if (!othersFirst || moved.has(method.id) || queue.length === 0) {
      if (refusal === 'graph-default-method' && run.attempt < attemptsForDefault) {
        throw new Fault('graph-not-yet', 'the default method cannot go yet', { retryable: true });
      }
      return;
    }
    moved.add(method.id);
    queue.push(method);
  }
}

/** Undefined once the method is gone, whoever removed it; else why it is not. */
async function removeOne(
  deps: Deps,
  run: RemedyRun,
  personId: string,
  method: PlannedMethod,
): Promise<FaultCode | undefined> {
  const { id, kind } = method;
  return doStep(run, removalOf(method), async () =>
    (await deps.remedies.removeMethod(personId, { id, kind })) === 'gone' ? 'already-done' : 'done',
  );
}

async function signOut(deps: Deps, run: RemedyRun, personId: string): Promise<void> {
  if (isDone(run.request().journal, 'revoke-sessions')) return;
  await doStep(run, 'revoke-sessions', async () => {
    await deps.remedies.revokeSessions(personId);
    return 'done';
  });
}

/** Lists again: what is still there was not removed, whatever the answers said. */
async function verify(deps: Deps, run: RemedyRun, plan: RemovalPlan): Promise<void> {
  await doStep(run, 'verify', async () => {
    const listed = new Set((await deps.directory.methods(plan.personId)).map(({ id }) => id));
    const left = plan.remove.filter(({ id }) => listed.has(id));
    const surprising = left.filter((method) => isDone(run.request().journal, removalOf(method)));
    if (surprising.length > 0) {
      const notYet = new Fault('graph-not-yet', 'removed methods are still listed', { retryable: true });
      if (run.mayTryAgain(notYet)) throw notYet;
      for (const method of surprising) await run.note(removalOf(method), 'failed', { fault: 'stillThere' });
    }
    return 'done';
  });
}

/** Never `done` with anything that failed (SECURITY S11). */
function outcomeOfRun(run: RemedyRun, plan: RemovalPlan): 'done' | 'partial' | 'failed' {
  const request = run.request();
  const left = methodsLeft(request).length;
  const signedOut = !plan.revokeSessions || isDone(request.journal, 'revoke-sessions');
  if (left === 0 && signedOut && isDone(request.journal, 'verify')) return 'done';
  return left === plan.remove.length ? 'failed' : 'partial';
}
