import type { Evidence } from '../ports/evidence';
import type { Knowledge } from '../triage/knowledge';
import type { Observation } from '../triage/observation';
import { flagsOfState } from './assessState';
import { converse } from './converse';
import type { ConversationInput } from './input';
import { advance } from './steps';
import { copyOf, type TriageState } from './triageState';
import type { Turn } from './turn';

/** What may be there the next time: the rest stays away until somebody changes a setting. */
const mayComeYet: ReadonlySet<string> = new Set([
  'late',
  'notYet',
  'tooOld',
  'graph-throttled',
  'graph-unreachable',
  'graph-broken',
  'entra-token',
]);

/** Whether it is worth asking the tenant again on the next turn. */
export function stillOpen(state: TriageState): boolean {
  return state.phase.kind !== 'withStaff' && state.notAvailable.some(({ why }) => mayComeYet.has(why));
}

/** The state with what the tenant told meanwhile: a newer word on a finding takes the place of the older one. */
function withEvidence(state: TriageState, evidence: Evidence): TriageState {
  const merge = ({ asked, observations }: TriageState['progress']) =>
    copyOf({ asked, observations: merged(observations, evidence.findings) });
  return {
    ...state,
    progress: merge(state.progress),
    // Going back must not lose it.
    history: state.history.map(merge),
    notAvailable: evidence.notAvailable.map((missing) => ({ ...missing })),
  };
}

function merged(before: readonly Observation[], fresh: readonly Observation[]): readonly Observation[] {
  const told = new Set(fresh.map(({ finding }) => finding));
  return [...before.filter(({ finding, origin }) => origin !== 'tenant' || !told.has(finding)), ...fresh];
}

/**
 * A turn that has more evidence than the one before it. Where that evidence is what settled the matter, the card says so;
 * where it raises a red flag, that comes first whatever the person pressed (SECURITY S26).
 */
export function converseWith(
  knowledge: Knowledge,
  state: TriageState,
  evidence: Evidence,
  input: ConversationInput,
): Turn {
  const informed = withEvidence(state, evidence);
  const turn = converse(knowledge, informed, input);
  const flagged = flagsOfState(knowledge, informed).length > state.redFlags.length;
  if (flagged && !turn.effects.some(({ kind }) => kind === 'redFlagged' || kind === 'handOver'))
    return advance(knowledge, informed);
  if (turn.state.phase.kind !== 'diagnosed') return turn;
  const settledIt = converse(knowledge, state, input).state.phase.kind === 'asking';
  return settledIt ? { ...turn, replies: saidBefore(turn.replies) } : turn;
}

function saidBefore(replies: Turn['replies']): Turn['replies'] {
  return replies.flatMap((reply): Turn['replies'] =>
    reply.kind === 'diagnosis' ? [{ kind: 'say', saying: 'tenantTold' }, reply] : [reply],
  );
}
