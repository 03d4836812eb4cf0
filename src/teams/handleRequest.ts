import type { Language } from '../cases/language';
import type { ProofKind } from '../cases/remedyRequest';
import type { Speaker } from '../conversation/speaker';
import type { RequestReference } from '../usecases/findRequest';
import type { RequestDeps } from '../usecases/requestDeps';
import { type DecisionGiven, type Handled, handleDecision } from './handleDecision';
import { handleNotMe, handleProof, handleVouchNot } from './handleProof';

/** Something that is done to a request, by a button or in words. */
export type RequestAct =
  | ({ readonly kind: 'decision' } & DecisionGiven)
  | {
      readonly kind: 'prove';
      readonly reference: RequestReference;
      readonly proof: ProofKind | undefined;
      readonly phrase: string | undefined;
    }
  | {
      readonly kind: 'vouch' | 'vouchNot';
      readonly reference: RequestReference;
      readonly phrase: string | undefined;
    }
  | { readonly kind: 'notMe' };

/** Passes it on to who decides it. Who speaks comes from the channel, never from what was sent (SECURITY S1). */
export async function handleRequest(
  deps: RequestDeps,
  speaker: Speaker & { readonly inStaffChannel: boolean },
  act: RequestAct,
  language: Language,
): Promise<Handled> {
  switch (act.kind) {
    case 'decision':
      return handleDecision(deps, speaker, act, language);
    case 'prove':
      return handleProof(deps, speaker, act, language);
    case 'vouch':
      return handleProof(deps, speaker, { ...act, proof: 'manager-vouched' }, language);
    case 'vouchNot':
      return handleVouchNot(deps, speaker, act.reference, language);
    case 'notMe':
      return handleNotMe(deps, speaker, language);
  }
}
