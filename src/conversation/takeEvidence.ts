import type { Evidence } from '../ports/evidence';
import type { Knowledge } from '../triage/knowledge';
import type { Observation } from '../triage/observation';
import { flagsOfState } from './assessState';
import { converse } from './converse';
import type { ConversationInput } from './input';
import { advance } from './steps';
import { copyOf, type TriageState } from './triageState';
import type { Turn } from './turn';

/** What was on its way when the person was answered: it is there by now, or soon. */
const onItsWay = 'late';
/** What may be there after a while: the rest stays away until somebody changes a setting. */
const mayComeYet: ReadonlySet<string> = new Set([
  'notYet',
  'tooOld',
  'graph-throttled',
  'graph-unreachable',
  'graph-broken',
  'entra-token',
]);
/** Reads that failed are not tried again sooner either. */
const whileMs = 10_000;

/** Whether it is worth asking the tenant again on this turn. */
export function stillOpen({ lookedUpAt = 0, notAvailable, phase }: TriageState, now: number): boolean {
  if (phase.kind === 'withStaff') return false;
  const aWhileAgo = Math.abs(now - lookedUpAt) >= whileMs;
  return notAvailable.some(({ why }) => why === onItsWay || (aWhileAgo && mayComeYet.has(why)));
}

/** What the tenant told, and when it was asked. */
interface LookedUp {
  readonly evidence: Evidence;
  readonly at: number;
}

/** The state with what the tenant told meanwhile: a newer word on a finding takes the place of the older one. */
function withEvidence(state: TriageState, { evidence, at }: LookedUp): TriageState {
  const merge = ({ asked, observations }: TriageState['progress']) =>
    copyOf({ asked, observations: merged(observations, evidence.findings) });
  return {
    ...state,
    progress: merge(state.progress),
    // Going back must not lose it.
    history: state.history.map(merge),
    notAvailable: evidence.notAvailable.map((missing) => ({ ...missing })),
    lookedUpAt: at,
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
  lookedUp: LookedUp,
  input: ConversationInput,
): Turn {
  const informed = withEvidence(state, lookedUp);
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
