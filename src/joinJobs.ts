import type { Config } from './config';
import { claimsOf, keepDaysOf, staffOf } from './configParts';
import { joinIncidents } from './joinEvidence';
import { ticketHandlers } from './joinTickets';
import type { Housekeeping } from './ports/housekeeping';
import { tellDeadLetterKind } from './usecases/deadLetters';
import { carryOnKind } from './usecases/carryOn';
import { sendRecordKind } from './usecases/askForRecord';
import { replyLaterKind } from './usecases/replyLater';
import { caseHandlers } from './worker/caseHandlers';
import type { CaseWorkerDeps } from './worker/caseWorkerDeps';
import { carryOnPress } from './worker/carryOnPress';
import { type FollowDeps, followHandlers } from './worker/followHandlers';
import { keepHouse, keepHouseKind } from './worker/keepHouse';
import { requestHandlers } from './worker/requestHandlers';
import type { RequestWorkerDeps } from './worker/requestWorkerDeps';
import type { JobHandler } from './worker/runOutbox';
import { sendRecord } from './worker/sendRecord';
import { tellDeadLetter } from './worker/tellDeadLetter';
import { tellUndelivered } from './worker/tellUndelivered';

type Deps = Omit<
  RequestWorkerDeps & CaseWorkerDeps & FollowDeps,
  'staffChannel' | 'staffLanguage' | 'claims' | 'helpdeskContact'
> & {
  readonly housekeeping: Housekeeping;
} & Parameters<typeof carryOnPress>[0];

/** Every kind of job with who does it. */
export function joinJobs(config: Config, deps: Deps): Readonly<Record<string, JobHandler>> {
  const helpdeskContact = config.MONBAN_HELPDESK_CONTACT;
  const telling = { ...deps, ...staffOf(config), claims: claimsOf(config), helpdeskContact };
  return {
    ...requestHandlers(telling),
    ...followHandlers(telling),
    ...ticketHandlers(config, telling),
    [carryOnKind]: carryOnPress(deps),
    [replyLaterKind]: tellUndelivered(telling),
    [tellDeadLetterKind]: tellDeadLetter(telling),
    [keepHouseKind]: keepHouse({ ...deps, keepDays: keepDaysOf(config) }),
    [sendRecordKind]: sendRecord(telling),
    ...caseHandlers(telling),
    ...joinIncidents(config, telling),
  };
}
