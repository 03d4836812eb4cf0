import type { Knowledge } from '../triage/knowledge';
import { hear } from './hear';
import { forget } from './forget';
import type { ConversationInput } from './input';
import { press } from './press';
import { validAnswers } from './readAnswers';
import { repeat, says, takeAnswers } from './steps';
import type { TriageState } from './triageState';
import type { Turn } from './turn';

/**
 * One turn of the triage: where it stands and what the person did, to where it stands then, what to say and what to write down.
 * Pure: the same input gives the same turn.
 */
export function converse(knowledge: Knowledge, state: TriageState, input: ConversationInput): Turn {
  if (input.kind !== 'said' && input.caseId !== undefined && input.caseId !== state.caseId) {
    return says(state, 'notYourCard');
  }
  switch (input.kind) {
    case 'said':
      return hear(knowledge, state, input.text);
    case 'answered': {
      const answers = validAnswers(knowledge, input.raw);
      if (answers === undefined) return repeat(state, 'badAnswer', knowledge);
      return takeAnswers(knowledge, state, answers, [{ kind: 'answered', answers }]);
    }
    case 'forget':
      return forget(knowledge, state, input.finding);
    case 'pressed':
      return press(knowledge, state, input.press);
  }
}
