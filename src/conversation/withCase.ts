import { isOver } from '../cases/whoHasIt';
import type { Store } from '../ports/store';
import type { Knowledge } from '../triage/knowledge';
import { advance } from './steps';
import type { TriageState } from './triageState';

/**
 * A triage that waits for a person, as its case is by now: still with them, or back with the bot, which goes on where it
 * was; undefined where staff are done with it.
 */
export async function withCase(
  deps: { readonly store: Store; readonly knowledge: Knowledge },
  state: TriageState,
): Promise<TriageState | undefined> {
  if (state.phase.kind !== 'withStaff') return state;
  const found = await deps.store.transaction((tx) => tx.cases.find(state.caseId));
  if (found !== undefined && isOver(found)) return undefined;
  const isBack = found?.state === 'diagnosed' || found?.state === 'triage';
  return isBack
    ? advance(deps.knowledge, { ...state, phase: { kind: 'asking', findings: [] } }).state
    : state;
}
