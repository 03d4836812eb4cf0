import type { Case } from './case';
import { standingRedFlags } from './redFlags';

/** How soon somebody has to look: `now` for danger, `soon` for people who cannot work at all. */
export type Urgency = 'now' | 'soon' | 'normal';

/** Decided by what is known of the case, never by how loudly somebody asks. */
export function urgencyOf(found: Pick<Case, 'findings' | 'redFlags' | 'flagsCleared'>): Urgency {
  if (standingRedFlags(found).length > 0) return 'now';
  const says = (finding: string, value: string) =>
    found.findings.some((seen) => seen.finding === finding && seen.values.includes(value));
  // While an administrator is locked out, everybody whom they would help waits too.
  if (says('is_admin', 'true')) return says('other_admin_available', 'false') ? 'now' : 'soon';
  if (says('phone_lost', 'true')) return 'soon';
  return says('other_method_usable', 'false') && !says('already_signed_in_somewhere', 'true')
    ? 'soon'
    : 'normal';
}
