import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { tenantFinding } from '../evidence/tenantFinding';
import { likeliestCause } from '../triage/assess';
import type { Knowledge } from '../triage/knowledge';
import { joinIncident } from '../usecases/joinIncident';
import { flagsOfState } from './assessState';
import { copyOf, type TriageState } from './triageState';
import type { Reply, Turn } from './turn';

/** A triage with what is known of incidents now, and what there is to say of it. */
interface Informed {
  readonly state: TriageState;
  readonly news: readonly Reply[];
}

/**
 * Looks whether the case is part of a trouble of many. Newly so: it is said before anything else, and it is a finding.
 * No longer so: the finding goes with it.
 */
export async function withIncident(
  deps: { readonly store: Store; readonly clock: Clock; readonly knowledge: Knowledge },
  state: TriageState,
): Promise<Informed> {
  if (state.phase.kind === 'withStaff') return { state, news: [] };
  const incident = await joinIncident(deps, {
    caseId: state.caseId,
    like: () => {
      const { cause, probability } = likeliestCause(deps.knowledge, state.progress.observations);
      const redFlagged = flagsOfState(deps.knowledge, state).length > 0;
      return { codes: tenantCodes(state), cause, sure: probability, redFlagged };
    },
  });
  if (incident?.id === state.incidentId) return { state, news: [] };
  if (incident === undefined) return { state: withoutMany(state, { incidentId: undefined }), news: [] };
  const many = tenantFinding('many_people_affected', true, 'incidents', incident.createdAt);
  const informed = withoutMany(state, { incidentId: incident.id });
  const { asked, observations } = informed.progress;
  return {
    state: { ...informed, progress: copyOf({ asked, observations: [...observations, many] }) },
    news: [{ kind: 'incident', number: incident.number }],
  };
}

function tenantCodes({ progress }: TriageState): readonly string[] {
  return progress.observations.flatMap(({ finding, origin, values }) =>
    finding === 'error_code' && origin === 'tenant' ? values : [],
  );
}

function withoutMany(state: TriageState, change: Pick<TriageState, 'incidentId'>): TriageState {
  const { asked, observations } = state.progress;
  const kept = observations.filter(({ source }) => source !== 'incidents');
  return { ...state, ...change, progress: copyOf({ asked, observations: kept }) };
}

/** Says it before the next card; what replaces a pressed card still comes first. */
export function saidFirst(turn: Turn, news: readonly Reply[]): Turn {
  if (news.length === 0) return turn;
  const place = turn.replies.findIndex(({ kind }) => kind === 'question' || kind === 'diagnosis');
  const before = place < 0 ? turn.replies : turn.replies.slice(0, place);
  const after = place < 0 ? [] : turn.replies.slice(place);
  return { ...turn, replies: [...before, ...news, ...after] };
}
