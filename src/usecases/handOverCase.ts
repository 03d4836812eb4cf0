import type { HandoffReason } from '../cases/handoff';
import type { Clock } from '../ports/clock';
import type { ConversationAddress } from '../ports/messenger';
import type { Store } from '../ports/store';
import type { NotAvailable } from '../ports/evidence';
import type { Assessment } from '../triage/assessment';
import type { Observation } from '../triage/observation';
import { tellStaffOf } from './caseJobs';
import { notSeen } from './recordDiagnosis';

/**
 * Hands a case to the helpdesk: the job that tells the staff channel is written with the hand-over itself.
 * @returns `noStaffChannel` where there is nobody to tell; nothing is changed then.
 */
export async function handOverCase(
  deps: { store: Store; clock: Clock; staffChannel: ConversationAddress | undefined },
  handed: {
    caseId: string;
    actorId: string;
    assessment: Assessment;
    findings: readonly Observation[];
    notAvailable?: readonly NotAvailable[] | undefined;
    reason: HandoffReason;
    /** The causes whose advice was shown and did not help. */
    tried?: readonly string[] | undefined;
  },
): Promise<'handedOver' | 'noStaffChannel'> {
  if (deps.staffChannel === undefined) return 'noStaffChannel';
  const { actorId, assessment, caseId, findings } = handed;
  await deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    if (found === undefined) throw new Error('a case that is not stored cannot be handed over');
    if (found.state === 'withStaff') return;
    const { notes } = found.handoff ?? {};
    const saved = await tx.cases.save({
      ...found,
      state: 'withStaff',
      findings,
      ...notSeen(handed.notAvailable),
      causes: assessment.causes.slice(0, 5).map(({ cause }) => cause),
      route: assessment.route,
      handoff: { reason: handed.reason, at: deps.clock(), tried: handed.tried ?? [], notes },
      updatedAt: deps.clock(),
    });
    await tellStaffOf(tx, saved);
    const detail = { route: assessment.route, reason: handed.reason };
    await tx.audit.append({ event: 'case.handedOver', actorId, caseId, detail });
  });
  return 'handedOver';
}
