import { chatPhrase, phraseWords } from '../cases/chatPhrase';
import { outcomeOf } from '../cases/journalSummary';
import type { Language } from '../cases/language';
import type { PassPlan } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { passLinkCard } from '../cards/passLinkCard';
import { plainLine } from '../cards/plainText';
import { Fault, type FaultCode, isFault } from '../faults';
import type { IssuedPass } from '../ports/accountRemedies';
import type { KnownConversation } from '../ports/store';
import { passTold } from '../text/requestTold';
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
 * Issues one pass, checks that it can be used, and sends the link that shows it once to whom the plan says: the approver,
 * or the person, who is told on the telephone what opens it (SECURITY S15). The value goes from Graph's answer into the
 * locker and nowhere else (S13). The request stays `running` until the pass was shown.
 */
export const passModule: RemedyModule<'issue-temporary-access-pass'> = {
  async execute(deps, run, plan) {
    const begun = passesBegun(run);
    // An earlier attempt may have left a pass that nobody can read any more: it goes first (list, never guess).
    if (begun > 0 && (await deletePasses(deps, run, plan)) !== undefined) return run.end('failed');
    if (begun >= mostPasses) return fail(run, 'create-pass', 'passUncertain');
    const chats = await chatsFor(deps, run, plan);
    if (typeof chats === 'string') return fail(run, 'pass-link', chats);
    const expiresAt = deps.clock() + passShownWithinMs;
    const issued = await issue(deps, run, plan, expiresAt);
    if (issued === undefined) return run.end('failed');
    // A pass that starts now may be reported as not valid yet for a moment; everything else means that it never will be.
    if (!issued.isUsable && issued.usabilityReason !== 'NotYetValid') {
      await deletePasses(deps, run, plan);
      return fail(run, 'create-pass', 'passNotUsable');
    }
    await handOver(deps, run, { plan, issued, chats, expiresAt });
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

interface Chats {
  readonly approver: KnownConversation;
  /** Who is shown the pass, and where the link to it goes. */
  readonly viewer: KnownConversation & { readonly id: string };
}

async function handOver(
  deps: RequestWorkerDeps,
  run: RemedyRun,
  pass: { plan: PassPlan; issued: IssuedPass; chats: Chats; expiresAt: number },
): Promise<void> {
  const { plan, issued, chats, expiresAt } = pass;
  const { id: requestId, personName, personLanguage, number } = run.request();
  const toPerson = plan.shownTo === 'person';
  const language = chats.viewer.language ?? (toPerson ? personLanguage : deps.staffLanguage);
  const words = toPerson ? newWords(deps, language) : undefined;
  await run.note('pass-link', 'started');
  const { value, lifetimeInMinutes, isUsableOnce } = issued;
  const locked = { requestId, viewerId: chats.viewer.id, value, personName, language };
  const token = deps.locker.put({ ...locked, lifetimeInMinutes, isUsableOnce, words }, expiresAt);
  const link = `${deps.publicUrl}/pass/${token}`;
  const minutes = passShownWithinMs / 60_000;
  const content = passLinkCard(deps.templates, { number, personName, minutes, link, language, toPerson });
  try {
    // The words go first: whoever opens the link at once is asked for them.
    if (words !== undefined) await tellWords(deps, run.request(), chats.approver, { words, minutes });
    await deps.messenger.post(chats.viewer.address, { kind: 'card', ...content });
    await run.note('pass-link', 'done', { alongside: (tx) => refreshCards(tx, run.request()) });
  } catch (thrown) {
    // A conflict here means that the viewer was faster than we are and has seen the pass already.
    if (isFault(thrown, 'store-conflict')) return;
    deps.locker.take(token);
    if (!isFault(thrown) || run.mayTryAgain(thrown)) throw thrown;
    await deletePasses(deps, run, plan);
    await fail(run, 'pass-link', 'passNotDelivered');
  }
}

/** Only the approver gets them, and reads them out on the call back; only the person gets the link. */
function tellWords(
  deps: RequestWorkerDeps,
  { number, personName }: RemedyRequest,
  approver: KnownConversation,
  told: { readonly words: string; readonly minutes: number },
): Promise<unknown> {
  const { tellWords: say } = passTold[approver.language ?? deps.staffLanguage];
  const text = say({ ...told, number, personName: plainLine(personName, 80) });
  return deps.messenger.post(approver.address, { kind: 'text', text });
}

function newWords({ random }: RequestWorkerDeps, language: Language): string {
  return chatPhrase(language, [random.below(phraseWords), random.below(phraseWords)]);
}

/** Who has to be reached, or why a pass cannot be handed over. Looked at before anything is issued. */
async function chatsFor(
  deps: RequestWorkerDeps,
  run: RemedyRun,
  plan: PassPlan,
): Promise<Chats | 'approverNotReachable' | 'personNotReachable'> {
  const approverId = run.request().decision?.approverId ?? '';
  const { approver, person } = await deps.store.transaction(async (tx) => ({
    approver: await tx.conversations.ofPerson(approverId),
    person: await tx.conversations.ofPerson(plan.personId),
  }));
  if (approver === undefined) return 'approverNotReachable';
  if (plan.shownTo !== 'person') return { approver, viewer: { ...approver, id: approverId } };
  if (person === undefined) return 'personNotReachable';
  return { approver, viewer: { ...person, id: plan.personId } };
}

async function fail(run: RemedyRun, step: string, fault: string): Promise<void> {
  await run.note(step, 'failed', { fault });
  await run.end('failed');
}
