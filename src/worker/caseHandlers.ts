import { caseJobKinds } from '../usecases/caseJobs';
import { editCaseCard } from './caseCard';
import type { CaseWorkerDeps } from './caseWorkerDeps';
import { relayMessages, tellNotDelivered } from './relayMessages';
import type { JobHandler } from './runOutbox';
import { tellCase } from './tellCase';
import { tellHandedOver, tellStaff } from './tellStaff';
import { watchClaim } from './watchClaim';

/** The handlers of all jobs around a case that a person has or should have, by kind. */
export function caseHandlers(deps: CaseWorkerDeps): Readonly<Record<string, JobHandler>> {
  return {
    [caseJobKinds.tellStaff]: tellStaff(deps),
    [caseJobKinds.tellHandedOver]: tellHandedOver(deps),
    [caseJobKinds.editCard]: editCaseCard(deps),
    [caseJobKinds.tellPerson]: tellCase(deps),
    [caseJobKinds.watchClaim]: watchClaim(deps),
    [caseJobKinds.relay]: relayMessages(deps),
    [caseJobKinds.notDelivered]: tellNotDelivered(deps),
  };
}
