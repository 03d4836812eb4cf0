import { canonicalPlan } from './canonicalPlan';
import { removalsOf, type RemedyPlan } from './remedyPlan';

/** Whether a plan holds nothing that an earlier one did not: what is left of it, or the same once more. */
export function isRestOf(rest: RemedyPlan, whole: RemedyPlan): boolean {
  if (rest.remedy === 'issue-temporary-access-pass' && whole.remedy === rest.remedy) {
    // Which pass it replaces is no choice of anybody's: an earlier attempt may have left one.
    const { replacesPassId } = whole;
    return canonicalPlan({ ...rest, replacesPassId }) === canonicalPlan(whole);
  }
  if ('remove' in rest && 'remove' in whole) {
    const planned = new Set(removalsOf(whole).map(({ id }) => id));
    const removes = rest.remove.every(({ id }) => planned.has(id));
    return rest.remedy === whole.remedy && removes && rest.revokeSessions === whole.revokeSessions;
  }
  return canonicalPlan(rest) === canonicalPlan(whole);
}
