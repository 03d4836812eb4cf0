import type { RemedyKind } from '../cases/remedyPlan';
import { nextStep } from '../triage/nextStep';
import type { Assessment } from '../triage/assessment';
import type { Observation } from '../triage/observation';
import type { Knowledge } from '../triage/knowledge';
import { assessState, flagsOfState, withEarlierFlags } from './assessState';
import { remediesOffered } from './remediesOffered';
import { copyOf, type TriageState } from './triageState';
import type { Answers, Effect, Reply, Turn } from './turn';

/** After the likeliest cause, this many more are tried before a person is brought in. */
const furtherCauses = 2;

/** The first step of a triage, once the opening and the tenant's evidence are in the state, and each later one. */
export function advance(knowledge: Knowledge, before: TriageState, shown: readonly Reply[] = []): Turn {
  const redFlags = [...flagsOfState(knowledge, before)];
  const flagged: Effect[] =
    redFlags.length > before.redFlags.length ? [{ kind: 'redFlagged', redFlags }] : [];
  const step = nextStep(knowledge, before.progress);
  if (step.kind === 'ask') {
    return {
      state: { ...before, redFlags, phase: { kind: 'asking', findings: [...step.findings] } },
      replies: [...shown, { kind: 'question', findings: step.findings }],
      effects: flagged,
    };
  }
  const assessment = withEarlierFlags(before, step.assessment);
  return {
    state: { ...before, redFlags, phase: { kind: 'diagnosed', rank: 0 } },
    replies: [...shown, { kind: 'diagnosis', assessment, rank: 0 }],
    // A red flag is a matter for a person at once, asked for or not (SECURITY S26).
    effects: [
      ...flagged,
      { kind: 'diagnosed', assessment },
      ...(redFlags.length > 0
        ? [{ kind: 'handOver', assessment, reason: 'redFlag', tried: [] } as const]
        : []),
    ],
  };
}

export function takeAnswers(
  knowledge: Knowledge,
  state: TriageState,
  answers: Answers,
  shown: readonly Reply[],
): Turn {
  if (state.phase.kind === 'withStaff') return { state, replies: [{ kind: 'withStaff' }], effects: [] };
  const given: Observation[] = Object.entries(answers).map(([finding, values]) => ({
    finding,
    values: [...values],
    origin: 'person',
  }));
  const kept = state.progress.observations.filter(
    ({ finding, origin }) => origin !== 'person' || !(finding in answers),
  );
  const asked = [...new Set([...state.progress.asked, ...Object.keys(answers)])];
  const progress = copyOf({ observations: [...kept, ...given], asked });
  return advance(knowledge, { ...remembered(state), progress }, shown);
}

export function goBack(knowledge: Knowledge, state: TriageState, shown: readonly Reply[]): Turn {
  const before = state.history.at(-1);
  if (before === undefined || state.phase.kind === 'withStaff')
    return repeat(state, 'alreadyFirst', knowledge);
  return advance(knowledge, { ...state, progress: before, history: state.history.slice(0, -1) }, shown);
}

export function tryNextCause(knowledge: Knowledge, state: TriageState, shown: readonly Reply[]): Turn {
  if (state.phase.kind !== 'diagnosed') return repeat(state, 'staleCard', knowledge);
  const rank = state.phase.rank + 1;
  if (rank > furtherCauses) return handOver(knowledge, state, shown, 'stuck');
  const assessment = assessState(knowledge, state);
  return {
    state: { ...state, phase: { kind: 'diagnosed', rank } },
    replies: [...shown, { kind: 'say', saying: 'tryNext' }, { kind: 'diagnosis', assessment, rank }],
    effects: [],
  };
}

export function handOver(
  knowledge: Knowledge,
  state: TriageState,
  shown: readonly Reply[],
  reason: 'asked' | 'stuck' = 'asked',
): Turn {
  if (state.phase.kind === 'withStaff')
    return { state, replies: [...shown, { kind: 'withStaff' }], effects: [] };
  const assessment = assessState(knowledge, state);
  const replies: Reply[] = [...shown];
  if (assessment.redFlags.length > 0) replies.push({ kind: 'say', saying: 'securityFirst' });
  return {
    state: { ...state, phase: { kind: 'withStaff' } },
    replies,
    effects: [
      {
        kind: 'handOver',
        assessment,
        reason: assessment.redFlags.length > 0 ? 'redFlag' : reason,
        tried: adviceShown(state, assessment),
      },
    ],
  };
}

/** The causes whose advice the person has seen. */
export function adviceShown({ phase }: TriageState, { causes }: Assessment): readonly string[] {
  return phase.kind === 'diagnosed' ? causes.slice(0, phase.rank + 1).map(({ cause }) => cause) : [];
}

/** A remedy is asked for only where the stored findings lead to it: what the card says of causes and route is not read. */
export function askForRemedy(
  knowledge: Knowledge,
  state: TriageState,
  remedy: RemedyKind,
  shown: readonly Reply[],
): Turn {
  if (state.phase.kind === 'withStaff') return says(state, 'requestNotOffered');
  if (state.phase.kind !== 'diagnosed') return repeat(state, 'staleCard', knowledge);
  const assessment = assessState(knowledge, state);
  if (
    !remediesOffered(assessment, state.progress.observations, state.incidentId !== undefined).includes(remedy)
  )
    return says(state, 'requestNotOffered');
  return { state, replies: shown, effects: [{ kind: 'requestRemedy', remedy, assessment }] };
}

/** Says something and shows again what is open, so that nobody is left without a next step. */
export function repeat(
  state: TriageState,
  saying: 'badAnswer' | 'notUnderstood' | 'alreadyFirst' | 'help' | 'staleCard' | 'languageSet',
  knowledge: Knowledge,
): Turn {
  const said: Reply = { kind: 'say', saying };
  switch (state.phase.kind) {
    case 'withStaff':
      return { state, replies: [said, { kind: 'withStaff' }], effects: [] };
    case 'asking':
      return { state, replies: [said, { kind: 'question', findings: state.phase.findings }], effects: [] };
    case 'diagnosed': {
      const assessment = assessState(knowledge, state);
      return {
        state,
        replies: [said, { kind: 'diagnosis', assessment, rank: state.phase.rank }],
        effects: [],
      };
    }
  }
}

export function says(
  state: TriageState,
  saying: 'notYourCard' | 'requestNotOffered' | 'youAreWelcome',
): Turn {
  return { state, replies: [{ kind: 'say', saying }], effects: [] };
}

export function remembered(state: TriageState): TriageState {
  return { ...state, history: [...state.history, state.progress] };
}

/** The cause whose advice the person has before them. */
export function shownCause(knowledge: Knowledge, state: TriageState): string | undefined {
  if (state.phase.kind !== 'diagnosed') return undefined;
  return assessState(knowledge, state).causes[state.phase.rank]?.cause;
}
