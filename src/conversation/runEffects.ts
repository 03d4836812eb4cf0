import type { TurnContext } from 'botbuilder';
import type { Language } from '../cases/language';
import type { RequestRefusal } from '../cases/requestRefusals';
import type { ConversationAddress } from '../ports/messenger';
import { caseText } from '../text/caseText';
import { conversationText } from '../text/conversationText';
import { requestRefusalText } from '../text/requestRefusalText';
import { closeCase } from '../usecases/closeCase';
import { handOverCase } from '../usecases/handOverCase';
import { recordDiagnosis } from '../usecases/recordDiagnosis';
import { recordRedFlags } from '../usecases/recordRedFlags';
import type { RequestDeps } from '../usecases/requestDeps';
import { requestRemedy } from '../usecases/requestRemedy';
import { relayToStaff } from '../usecases/relayMessage';
import { withdrawRequest } from '../usecases/withdrawRequest';
import { directorySilent } from '../usecases/directorySilent';
import type { Replies } from './replies';
import { saidIn } from './said';
import type { Speaker } from './speaker';
import { adviceShown } from './steps';
import type { TriageState } from './triageState';
import type { Effect } from './turn';

export interface EffectDeps extends RequestDeps {
  readonly replies: Replies;
  readonly staffChannel: ConversationAddress | undefined;
  /** How to reach the helpdesk without the bot: a telephone number, a room. */
  readonly helpdeskContact: string | undefined;
}

/** What becomes of the dialog: it goes on, it ends, or staff have the case now, or nobody could be told. */
export type After = 'goOn' | 'end' | 'handedOver' | 'notHandedOver';

/** Refusals after which nobody but a person can go on. */
const needsStaff: ReadonlySet<RequestRefusal> = new Set<RequestRefusal>([
  'unknownPerson',
  'neverThisAccount',
  'managementRestricted',
  'accountDisabled',
  'soleAdministrator',
  'remedySwitchedOff',
  'nobodyMayApprove',
  'redFlag',
  'numberNotTellable',
  'methodNotNamed',
  'isDefaultMethod',
  'exclusionNotSetUp',
  'exclusionGroupUnfit',
  'alreadyExcluded',
  'accountSynced',
  'personNotReachable',
]);

/** Does what a turn decided: writes it down, asks for it, and says what came of it. */
export async function runEffects(
  deps: EffectDeps,
  context: TurnContext,
  speaker: Speaker,
  language: Language,
  effects: readonly Effect[],
  state?: TriageState,
): Promise<After> {
  let after: After = 'goOn';
  for (const effect of effects) {
    const outcome = await runEffect(deps, context, speaker, language, effect, state);
    if (outcome !== 'goOn') after = outcome;
  }
  return after;
}

async function runEffect(
  deps: EffectDeps,
  context: TurnContext,
  speaker: Speaker,
  language: Language,
  effect: Effect,
  state: TriageState | undefined,
): Promise<After> {
  if (effect.kind === 'withdraw') {
    const words = await withdrawn(deps, speaker, language);
    if (words !== undefined) await deps.replies.tell(context, words);
    return 'goOn';
  }
  // Everything else is about a case that is open.
  if (state === undefined) throw new Error(`${effect.kind} needs a triage`);
  const { caseId } = state;
  const findings = state.progress.observations;
  switch (effect.kind) {
    case 'diagnosed':
      await recordDiagnosis(deps, {
        caseId,
        assessment: effect.assessment,
        findings,
        questions: state.progress.asked.length,
        notAvailable: state.notAvailable,
      });
      return 'goOn';
    case 'redFlagged':
      await recordRedFlags(deps, { caseId, redFlags: effect.redFlags });
      return 'goOn';
    case 'solved':
    case 'restart': {
      const closing = { caseId, actorId: speaker.personId };
      if (effect.kind === 'restart') await closeCase(deps, { ...closing, why: 'startedOver' });
      else await closeCase(deps, { ...closing, why: 'solved', cause: effect.cause });
      return effect.kind === 'restart' ? 'end' : 'goOn';
    }
    case 'handOver':
      return handOver(deps, context, speaker, state, effect);
    case 'passOn': {
      const outcome = await relayToStaff(deps, caseId, saidIn(context, speaker, effect.text));
      const words = outcome === 'passedOn' ? caseText[language].person.passedOn : undefined;
      await deps.replies.tell(context, (words ?? conversationText[language].withStaff)(state.caseNumber));
      return 'goOn';
    }
    case 'requestRemedy': {
      const { words, staffNeeded } = await requested(deps, speaker, language, effect, state);
      if (words !== undefined) await deps.replies.tell(context, words);
      if (!staffNeeded) return 'goOn';
      const { assessment } = effect;
      const tried = adviceShown(state, assessment);
      return handOver(deps, context, speaker, state, { assessment, reason: 'stuck', tried });
    }
  }
}

async function handOver(
  deps: EffectDeps,
  context: TurnContext,
  speaker: Speaker,
  state: TriageState,
  {
    assessment,
    reason,
    tried,
  }: Pick<Extract<Effect, { kind: 'handOver' }>, 'assessment' | 'reason' | 'tried'>,
): Promise<After> {
  const findings = state.progress.observations;
  const outcome = await handOverCase(deps, {
    caseId: state.caseId,
    actorId: speaker.personId,
    assessment,
    findings,
    notAvailable: state.notAvailable,
    reason,
    tried,
  });
  await deps.replies.tell(context, handOverWords(deps, outcome, state.language));
  return outcome === 'noStaffChannel' ? 'notHandedOver' : 'handedOver';
}

function handOverWords(
  deps: EffectDeps,
  outcome: 'handedOver' | 'noStaffChannel',
  language: Language,
): string {
  const text = conversationText[language];
  if (outcome === 'handedOver') return text.handingOver;
  return deps.helpdeskContact === undefined ? text.noStaffContact : text.noStaff(deps.helpdeskContact);
}

/** @returns what to say at once (nothing where the job that follows tells the person), and whether a person has to go on. */
async function requested(
  deps: EffectDeps,
  speaker: Speaker,
  language: Language,
  effect: Extract<Effect, { kind: 'requestRemedy' }>,
  state: TriageState,
): Promise<{ readonly words: string | undefined; readonly staffNeeded: boolean }> {
  const { personId } = speaker;
  const wish = {
    caseId: state.caseId,
    personId,
    requesterId: personId,
    openerId: personId,
    door: 'own' as const,
    remedy: effect.remedy,
    language,
    revokeSessions: saidTrue(state, 'phone_lost'),
    // Somebody whose number changed means the phone; else the old Authenticator is meant.
    methodKind: effect.assessment.causes[0]?.cause === 'number-changed' ? ('phone' as const) : undefined,
  };
  const outcome = await requestRemedy(deps, wish).catch(directorySilent(deps.log));
  const text = conversationText[language];
  if (outcome === 'directorySilent') return { words: text.directorySilent, staffNeeded: false };
  if (!outcome.ok) {
    const words = requestRefusalText[language][outcome.refusal];
    return { words, staffNeeded: needsStaff.has(outcome.refusal) };
  }
  return {
    words: outcome.merged ? text.requestMerged(outcome.request.number) : undefined,
    staffNeeded: false,
  };
}

async function withdrawn(
  deps: EffectDeps,
  speaker: Speaker,
  language: Language,
): Promise<string | undefined> {
  const text = conversationText[language];
  const open = await deps.store.transaction((tx) => tx.requests.openFor(speaker.personId));
  if (open === undefined) return text.nothingToWithdraw;
  const outcome = await withdrawRequest(deps, { requestId: open.id, actorId: speaker.personId });
  // The person is told by the job that follows; only a refusal has to be said here.
  return outcome.ok ? undefined : requestRefusalText[language][outcome.refusal];
}

function saidTrue(state: TriageState, finding: string): boolean {
  return state.progress.observations.some((seen) => seen.finding === finding && seen.values.includes('true'));
}
