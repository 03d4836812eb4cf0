import type { Person } from '../cases/person';
import { planPass } from '../cases/planPass';
import { planReregistration } from '../cases/planReregistration';
import type { RemedyChoices } from '../cases/remedyChoices';
import type { PlanOf, RemedyKind } from '../cases/remedyPlan';
import type { PlanRefusal } from '../cases/requestRefusals';
import type { RequestDeps } from './requestDeps';

type PlannerDeps = Pick<RequestDeps, 'directory' | 'approvals'>;

type PlanOutcome<Kind extends RemedyKind> =
  { readonly ok: true; readonly plan: PlanOf<Kind> } | { readonly ok: false; readonly refusal: PlanRefusal };

/** How one kind of remedy is planned from what the tenant says now. */
interface Planner<Kind extends RemedyKind> {
  plan(deps: PlannerDeps, person: Person, choices: RemedyChoices): Promise<PlanOutcome<Kind>>;
  /** The choices that a plan was made with, to make it once more right before it runs. */
  choicesOf(plan: PlanOf<Kind>): RemedyChoices;
}

/** Who plans which kind of remedy. */
const planners: { readonly [Kind in RemedyKind]: Planner<Kind> } = {
  'require-mfa-reregistration': {
    plan: async ({ directory }, { id }, { revokeSessions = false }) =>
      planReregistration(id, await directory.methods(id), { revokeSessions }),
    choicesOf: ({ revokeSessions }) => ({ revokeSessions }),
  },
  'issue-temporary-access-pass': {
    plan: async ({ directory, approvals }, { id }) => {
      const [rules, methods] = await Promise.all([directory.passPolicy(), directory.methods(id)]);
      const named = [...(rules.includes === 'all' ? [] : rules.includes), ...rules.excludes];
      const groupIds = named.length === 0 ? [] : await directory.groupsAmong(id, named);
      const wishedLifetimeInMinutes = approvals.passLifetimeMinutes;
      return planPass({ personId: id, rules, groupIds, methods, wishedLifetimeInMinutes });
    },
    choicesOf: () => ({}),
  },
};

/** Plans a remedy of the given kind. */
export function planOfKind<Kind extends RemedyKind>(
  remedy: Kind,
  deps: PlannerDeps,
  person: Person,
  choices: RemedyChoices,
): Promise<PlanOutcome<Kind>> {
  return planners[remedy].plan(deps, person, choices);
}

/** What was chosen for a plan. */
export function choicesOfPlan<Kind extends RemedyKind>(plan: PlanOf<Kind>): RemedyChoices {
  return planners[plan.remedy].choicesOf(plan);
}
