import { outcomeOf } from '../cases/journalSummary';
import type { PassPlan } from '../cases/remedyPlan';
import { passLinkCard } from '../cards/passLinkCard';
import { Fault, type FaultCode, isFault } from '../faults';
import type { IssuedPass } from '../ports/accountRemedies';
import type { KnownConversation } from '../ports/store';
import { refreshCards, requestJobKinds } from '../usecases/requestJobs';
import { deletePasses } from './deletePasses';
import type { RemedyModule } from './remedyModule';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { watchLater } from './watchPass';

/** How long a pass waits to be shown; unseen after that it is deleted in the tenant. */
const passShownWithinMs = 10 * 60_000;

/** A pass whose issue was interrupted is issued anew once; a second interruption is a person's to look at. */
const mostPasses = 2;

/** After these nothing was issued for certain; after any other fault a pass may be there. */
const nothingIssued: readonly FaultCode[] = [
  'graph-forbidden',
  'graph-unlicensed',
  'graph-not-found',
  'graph-policy-refuses',
  'graph-rejected',
  'graph-throttled',
  'entra-token',
];

/**
 * Issues one pass, checks that it can be used, and sends the approver the link that shows it once. The value goes from
 * Graph's answer into the locker and nowhere else (SECURITY S13). The request stays `running` until the pass was shown.
 */
export const passModule: RemedyModule<'issue-temporary-access-pass'> = {
  async execute(deps, run, plan) {
    const begun = passesBegun(run);
    // An earlier attempt may have left a pass that nobody can read any more: it goes first (list, never guess).
    if (begun > 0 && (await deletePasses(deps, run, plan)) !== undefined) return run.end('failed');
    if (begun >= mostPasses) return fail(run, 'create-pass', 'passUncertain');
    const approver = await chatOfApprover(deps, run);
    if (approver === undefined) return fail(run, 'pass-link', 'approverNotReachable');
    const expiresAt = deps.clock() + passShownWithinMs;
    const issued = await issue(deps, run, plan, expiresAt);
    if (issued === undefined) return run.end('failed');
    // A pass that starts now may be reported as not valid yet for a moment; everything else means that it never will be.
    if (!issued.isUsable && issued.usabilityReason !== 'NotYetValid') {
      await deletePasses(deps, run, plan);
      return fail(run, 'create-pass', 'passNotUsable');
    }
    await handOver(deps, run, { plan, issued, approver, expiresAt });
  },

  async stop(deps, run, plan) {
    if (passesBegun(run) > 0) await deletePasses(deps, run, plan);
    await run.end('failed');
  },

  async settle(deps, run, plan) {
    const begun = outcomeOf(run.request().journal, 'create-pass') !== undefined;
    // From here on the page does not show it any more: recordPassShown sees the deletion begun.
    if (begun) await deletePasses(deps, run, plan);
    await fail(run, 'pass-shown', begun ? 'passNotShown' : 'stopped');
  },
};

/** How often a pass was begun and may be there: what failed for certain does not count. */
function passesBegun(run: RemedyRun): number {
  const outcomes = run.request().journal.filter(({ step }) => step === 'create-pass');
  const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  return count('started') - count('failed');
}

async function issue(
  deps: RequestWorkerDeps,
  run: RemedyRun,
  plan: PassPlan,
  expiresAt: number,
): Promise<IssuedPass | undefined> {
  const { checkPassShown } = requestJobKinds;
  const { id: requestId, journal } = run.request();
  // In the same transaction as the start: whatever happens next, somebody looks whether the pass was shown.
  await run.note('create-pass', 'started', {
    alongside: async (tx) => {
      await tx.outbox.add({
        kind: checkPassShown,
        payload: { requestId, begunAt: journal.length },
        runAfter: expiresAt,
        idempotencyKey: `${checkPassShown}:${requestId}:${String(journal.length)}`,
      });
      await watchLater(tx, { requestId }, { now: deps.clock() });
    },
  });
  try {
    const issued = await deps.remedies.issuePass(plan.personId, plan);
    await run.note('create-pass', 'done', {
      alongside: (tx) => watchLater(tx, { requestId, passId: issued.id }, { now: deps.clock() }),
    });
    return issued;
  } catch (thrown) {
    if (!isFault(thrown) || thrown.code.startsWith('store-')) throw thrown;
    if (!nothingIssued.includes(thrown.code)) {
      throw new Fault(thrown.code, 'whether a pass was issued is not known', {
        retryable: true,
        cause: thrown,
      });
    }
    await run.note('create-pass', 'failed', { fault: thrown.code });
    if (run.mayTryAgain(thrown)) throw thrown;
    return undefined;
  }
}

async function handOver(
  deps: RequestWorkerDeps,
  run: RemedyRun,
  pass: { plan: PassPlan; issued: IssuedPass; approver: KnownConversation; expiresAt: number },
): Promise<void> {
  const { plan, issued, approver, expiresAt } = pass;
  const { decision, id: requestId, personName, number } = run.request();
  const viewerId = decision?.approverId ?? '';
  const language = approver.language ?? deps.staffLanguage;
  await run.note('pass-link', 'started');
  const { value, lifetimeInMinutes, isUsableOnce } = issued;
  const token = deps.locker.put(
    { requestId, viewerId, value, personName, language, lifetimeInMinutes, isUsableOnce },
    expiresAt,
  );
  const link = `${deps.publicUrl}/pass/${token}`;
  const minutes = passShownWithinMs / 60_000;
  const content = passLinkCard(deps.templates, { number, personName, minutes, link, language });
  try {
    await deps.messenger.post(approver.address, { kind: 'card', ...content });
    await run.note('pass-link', 'done', { alongside: (tx) => refreshCards(tx, run.request()) });
  } catch (thrown) {
    // A conflict here means that the approver was faster than we are and has seen the pass already.
    if (isFault(thrown, 'store-conflict')) return;
    deps.locker.take(token);
    if (!isFault(thrown) || run.mayTryAgain(thrown)) throw thrown;
    await deletePasses(deps, run, plan);
    await fail(run, 'pass-link', 'passNotDelivered');
  }
}

async function chatOfApprover(
  deps: RequestWorkerDeps,
  run: RemedyRun,
): Promise<KnownConversation | undefined> {
  const approverId = run.request().decision?.approverId;
  if (approverId === undefined) return undefined;
  return deps.store.transaction((tx) => tx.conversations.ofPerson(approverId));
}

async function fail(run: RemedyRun, step: string, fault: string): Promise<void> {
  await run.note(step, 'failed', { fault });
  await run.end('failed');
}
