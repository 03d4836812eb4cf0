import type { Knowledge } from '../triage/knowledge';
import type { Observation } from '../triage/observation';
import { advance, remembered, repeat } from './steps';
import { copyOf, type TriageState } from './triageState';
import type { Turn } from './turn';

/** What was read from the person's own words, in the order in which a card lists it. */
export function understoodBy(observations: readonly Observation[]): readonly Observation[] {
  return observations.filter(({ origin }) => origin === 'opening');
}

/** Takes back something that was misread, and goes on without it; the triage may ask for it now. */
export function forget(knowledge: Knowledge, state: TriageState, finding: string): Turn {
  const wrong = understoodBy(state.progress.observations).find((seen) => seen.finding === finding);
  if (wrong === undefined || state.phase.kind === 'withStaff') return repeat(state, 'staleCard', knowledge);
  const { asked, observations } = state.progress;
  const progress = copyOf({ asked, observations: observations.filter((seen) => seen !== wrong) });
  return advance(knowledge, { ...remembered(state), progress }, [{ kind: 'forgotten', observation: wrong }]);
}
