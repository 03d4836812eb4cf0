import { isRemedyKind } from '../cases/remedyPlan';
import type { Knowledge } from '../triage/knowledge';
import type { Press } from './input';
import { askForRemedy, goBack, handOver, shownCause, tryNextCause } from './steps';
import type { TriageState } from './triageState';
import type { Reply, Turn } from './turn';

/** A turn that began with a button, or with its text command (then nothing of a card has to be replaced: `shown` is empty). */
export function press(
  knowledge: Knowledge,
  state: TriageState,
  what: Press,
  shown: readonly Reply[] = [{ kind: 'pressed', press: what }],
): Turn {
  if (isRemedyKind(what)) return askForRemedy(knowledge, state, what, shown);
  switch (what) {
    case 'back':
      return goBack(knowledge, state, shown);
    case 'restart':
      return {
        state,
        replies: [...shown, { kind: 'say', saying: 'startedOver' }],
        effects: [{ kind: 'restart' }],
      };
    case 'person':
      return handOver(knowledge, state, shown);
    case 'helpedYes':
      return {
        state,
        replies: [...shown, { kind: 'say', saying: 'glad' }],
        effects: [{ kind: 'solved', cause: shownCause(knowledge, state) }, { kind: 'restart' }],
      };
    case 'helpedNo':
      return tryNextCause(knowledge, state, shown);
  }
}
