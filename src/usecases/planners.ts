import type { AuthenticationMethod } from '../cases/authenticationMethod';
import { mayFinishLater } from '../cases/laterSteps';
import type { Person } from '../cases/person';
import { planEnabling } from '../cases/planEnabling';
import { planExclusion } from '../cases/planExclusion';
import { planMethodRemoval } from '../cases/planMethodRemoval';
import { planPass } from '../cases/planPass';
import { planPhoneMend } from '../cases/planPhoneMend';
import { planReregistration } from '../cases/planReregistration';
import { planRiskConfirmation, planRiskDismissal } from '../cases/planRisk';
import type { PolicyRow } from '../cases/policy/policyTable';
import type { RemedyChoices } from '../cases/remedyChoices';
import type { PlannedMethod, PlanOf, RemedyKind } from '../cases/remedyPlan';
import type { PlanRefusal } from '../cases/requestRefusals';
import type { RequestDeps } from './requestDeps';

type PlannerDeps = Pick<RequestDeps, 'directory' | 'approvals'> & {
  /** What the policy says of this kind of person. */
  readonly row?: Pick<PolicyRow, 'passDelivery'> | undefined;
};

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
    plan: async (deps, { id }, choices) => {
      const { revokeSessions = false, lostMethodIds } = choices;
      return planReregistration(id, await methodsOf(deps, id, choices), { revokeSessions, lostMethodIds });
    },
    choicesOf: ({ revokeSessions, remove }) => ({
      revokeSessions,
      lostMethodIds: remove.map(({ id }) => id),
      knownDefaultId: defaultAmong(remove),
    }),
  },
  'issue-temporary-access-pass': {
    plan: planPassOf,
    choicesOf: ({ lifetimeInMinutes }) => ({ minutes: lifetimeInMinutes }),
  },
  'mend-phone-number': {
    plan: async (deps, { id }, choices) => planPhoneMend(id, await methodsOf(deps, id, choices), choices),
    choicesOf: ({ phone, movesTo }) => ({
      methodId: phone.id,
      movesTo,
      knownDefaultId: defaultAmong([phone]),
    }),
  },
  'remove-one-method': {
    plan: async (deps, { id }, choices) => planMethodRemoval(id, await methodsOf(deps, id, choices), choices),
    choicesOf: ({ remove, keep, revokeSessions }) => ({
      methodId: remove[0]?.id,
      revokeSessions,
      knownDefaultId: defaultAmong([...remove, ...keep]),
    }),
  },
  'exclude-for-a-time': {
    plan: planExclusionOf,
    // Whether a pass would do was settled when it was asked for; approvers saw what they approved.
    choicesOf: ({ minutes }) => ({ minutes, passDoesNotHelp: true }),
  },
  'dismiss-user-risk': {
    plan: async ({ directory }, { id }) => planRiskDismissal(id, await directory.userRisk(id)),
    choicesOf: () => ({}),
  },
  'confirm-user-risk': {
    plan: async ({ directory }, { id }) => planRiskConfirmation(id, await directory.userRisk(id)),
    choicesOf: () => ({}),
  },
  'enable-account': { plan: (_deps, person) => Promise.resolve(planEnabling(person)), choicesOf: () => ({}) },
  'revoke-sessions': {
    plan: (_deps, { id }) =>
      Promise.resolve({ ok: true, plan: { remedy: 'revoke-sessions', personId: id } as const }),
    choicesOf: () => ({}),
  },
};

function defaultAmong(methods: readonly PlannedMethod[]): string | undefined {
  return methods.find(({ isDefault }) => isDefault)?.id;
}

/** That the tenant does not tell the default at this moment is no change of the facts; another default is (SECURITY S12). */
async function methodsOf(
  { directory }: PlannerDeps,
  personId: string,
  { knownDefaultId }: RemedyChoices,
): Promise<readonly AuthenticationMethod[]> {
  const methods = await directory.methods(personId);
  if (knownDefaultId === undefined || methods.some(({ isDefault }) => isDefault === true)) return methods;
  return methods.map((method) => (method.id === knownDefaultId ? { ...method, isDefault: true } : method));
}

async function planPassOf(
  { directory, approvals, row }: PlannerDeps,
  { id: personId }: Person,
  { minutes = Infinity }: RemedyChoices,
): Promise<PlanOutcome<'issue-temporary-access-pass'>> {
  const [rules, methods] = await Promise.all([directory.passPolicy(), directory.methods(personId)]);
  const named = [...(rules.includes === 'all' ? [] : rules.includes), ...rules.excludes];
  const groupIds = named.length === 0 ? [] : await directory.groupsAmong(personId, named);
  const wishedLifetimeInMinutes = Math.min(approvals.passLifetimeMinutes, minutes);
  const deletesItself = mayFinishLater('issue-temporary-access-pass', approvals);
  const shownTo = row?.passDelivery ?? 'approver';
  return planPass({ personId, rules, groupIds, methods, wishedLifetimeInMinutes, deletesItself, shownTo });
}

async function planExclusionOf(
  deps: PlannerDeps,
  person: Person,
  { minutes, passDoesNotHelp = false }: RemedyChoices,
): Promise<PlanOutcome<'exclude-for-a-time'>> {
  const { directory, approvals } = deps;
  const { applicationRemedies, delegatedRemedies = [], exclusionGroupId } = approvals;
  const passesOn = [...applicationRemedies, ...delegatedRemedies].includes('issue-temporary-access-pass');
  if (exclusionGroupId === undefined) return { ok: false, refusal: 'exclusionNotSetUp' };
  const [group, memberOf, pass] = await Promise.all([
    directory.group(exclusionGroupId),
    directory.groupsAmong(person.id, [exclusionGroupId]),
    passDoesNotHelp ? undefined : planPassOf(deps, person, {}),
  ]);
  return planExclusion({
    personId: person.id,
    group,
    inGroup: memberOf.length > 0,
    passPossible: pass?.ok === true && passesOn,
    passDoesNotHelp,
    minutes,
    restoresItself: mayFinishLater('exclude-for-a-time', approvals),
  });
}

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
