import { assess } from '../triage/assess';
import type { Assessment } from '../triage/assessment';
import type { Knowledge } from '../triage/knowledge';
import type { TriageState } from './triageState';

/**
 * What the findings of a triage amount to, with every red flag that ever came up in it. What is said later never
 * takes one away: whoever holds a stolen session would only have to answer differently (SECURITY S26).
 */
export function assessState(knowledge: Knowledge, state: TriageState): Assessment {
  const now = assess(knowledge, state.progress.observations);
  return { ...now, redFlags: [...new Set([...state.redFlags, ...now.redFlags])] };
}
