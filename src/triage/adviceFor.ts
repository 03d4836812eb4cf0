import type { Route } from './assessment';
import { heardFindings, type Heard } from './heardFindings';
import type { Knowledge, Language, Step } from './knowledge';
import type { Observation } from './observation';
import { holds } from './routeOdds';

interface AdviceQuestion {
  readonly cause: string;
  readonly route: Route;
  readonly observations: readonly Observation[];
  readonly language: Language;
  /** YYYY-MM-DD: some advice ages. */
  readonly today: string;
  /** The tenant has a telecom provider of its own, so SMS and voice outlive Microsoft's. */
  readonly telecomProvider: boolean;
}

/** What the person can do, step by step: first for the cause, then along the route. */
export function adviceFor(knowledge: Knowledge, question: AdviceQuestion): readonly string[] {
  const heard = heardFindings(knowledge, question.observations);
  const ofCause = knowledge.causes.find(({ id }) => id === question.cause)?.steps ?? [];
  const ofRoute = knowledge.routes.get(question.route)?.steps ?? [];
  const steps = [...ofCause, ...ofRoute]
    .filter((step) => fits(step, question, heard))
    .map((step) => step[question.language]);
  return [...new Set(steps)];
}

function fits(step: Step, { route, today, telecomProvider }: AdviceQuestion, heard: Heard): boolean {
  const onRoute = step.routes?.includes(route) ?? true;
  const begun = step.validFrom === undefined || today >= step.validFrom;
  const over =
    step.validTo !== undefined && today > step.validTo && !(step.keptWithTelecom && telecomProvider);
  // A condition that nobody spoke of holds only where it is a "not".
  return (
    onRoute && begun && !over && step.when.every((condition) => holds(heard, condition) ?? condition.not)
  );
}
