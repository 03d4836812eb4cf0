import { type PlannedMethod, removalsOf } from './remedyPlan';
import type { JournalStep, RemedyRequest } from './remedyRequest';

/** The journal's name of the step that removes a method. */
export function removalOf(method: Pick<PlannedMethod, 'id'>): string {
  return `delete:${method.id}`;
}

/** Each step once, in the order they were begun, with what came of it last. */
export function lastOutcomes(journal: readonly JournalStep[]): readonly JournalStep[] {
  return [...new Map(journal.map((entry) => [entry.step, entry])).values()];
}

/** What came of a step last, or undefined where it was never begun. */
export function outcomeOf(journal: readonly JournalStep[], step: string): JournalStep['outcome'] | undefined {
  return journal.findLast((entry) => entry.step === step)?.outcome;
}

/** Whether a step is done, by us or before us. */
export function isDone(journal: readonly JournalStep[], step: string): boolean {
  const outcome = outcomeOf(journal, step);
  return outcome === 'done' || outcome === 'already-done';
}

/** What the plan removes and the journal does not say is gone. */
export function methodsLeft(request: Pick<RemedyRequest, 'plan' | 'journal'>): readonly PlannedMethod[] {
  const { plan, journal } = request;
  return removalsOf(plan).filter((method) => !isDone(journal, removalOf(method)));
}
