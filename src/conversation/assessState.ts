import { assess, redFlagsOf } from '../triage/assess';
import type { Assessment } from '../triage/assessment';
import type { Knowledge } from '../triage/knowledge';
import type { TriageState } from './triageState';

/**
 * What the findings of a triage amount to, with every red flag that ever came up in it. What is said later never
 * takes one away: whoever holds a stolen session would only have to answer differently (SECURITY S26).
 */
export function assessState(knowledge: Knowledge, state: TriageState): Assessment {
  return withEarlierFlags(state, assess(knowledge, state.progress.observations));
}

/** What was made of the findings alone, with the red flags that came up before. */
export function withEarlierFlags(state: TriageState, now: Assessment): Assessment {
  return { ...now, redFlags: allFlags(state, now.redFlags) };
}

/** Those red flags alone: most turns have to know nothing else before they ask on. */
export function flagsOfState(knowledge: Knowledge, state: TriageState): readonly string[] {
  return allFlags(state, redFlagsOf(knowledge, state.progress.observations));
}

function allFlags(state: TriageState, now: readonly string[]): readonly string[] {
  return [...new Set([...state.redFlags, ...now])];
}
