import type { Group } from './group';
import type { PlanOf } from './remedyPlan';

export type ExclusionRefusal =
  'exclusionNotSetUp' | 'exclusionGroupUnfit' | 'alreadyExcluded' | 'passWouldDo' | 'exclusionTooLong';

/** Nobody is left out of the organisation's rules for longer than this. */
const mostExclusionMinutes = 24 * 60;
const usualExclusionMinutes = 4 * 60;

/**
 * Plans to put somebody into the exclusion group for a time. Only an ordinary group will do: one that gives roles, that a
 * rule fills, that is kept elsewhere or under restricted management could not be emptied again by the same hand.
 */
export function planExclusion(facts: {
  readonly personId: string;
  readonly group: Group | undefined;
  /** Whether the person is in the group already. */
  readonly inGroup: boolean;
  /** Whether the tenant would give the person a pass, which opens less for a shorter time. */
  readonly passPossible: boolean;
  readonly passDoesNotHelp: boolean;
  readonly minutes: number | undefined;
  readonly restoresItself: boolean;
}): { ok: true; plan: PlanOf<'exclude-for-a-time'> } | { ok: false; refusal: ExclusionRefusal } {
  const { group, minutes = usualExclusionMinutes } = facts;
  if (group === undefined) return { ok: false, refusal: 'exclusionNotSetUp' };
  if (group.roleAssignable || group.dynamic || group.managementRestricted || group.synced) {
    return { ok: false, refusal: 'exclusionGroupUnfit' };
  }
  if (minutes > mostExclusionMinutes) return { ok: false, refusal: 'exclusionTooLong' };
  // Whoever put the person there has a reason; taking them out again later would undo it.
  if (facts.inGroup) return { ok: false, refusal: 'alreadyExcluded' };
  if (facts.passPossible && !facts.passDoesNotHelp) return { ok: false, refusal: 'passWouldDo' };
  const plan: PlanOf<'exclude-for-a-time'> = {
    remedy: 'exclude-for-a-time',
    personId: facts.personId,
    groupId: group.id,
    groupName: group.name,
    minutes,
    restoresItself: facts.restoresItself,
  };
  return { ok: true, plan };
}
