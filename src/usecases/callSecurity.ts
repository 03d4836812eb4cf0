import type { Case } from '../cases/case';
import type { FreezeReason } from '../cases/freezeReason';
import type { Language } from '../cases/language';
import type { StoreTransaction } from '../ports/store';
import { drawNumber } from './drawNumber';
import { flagCase } from './flagCase';
import type { RequestDeps } from './requestDeps';
import { raiseAlarm } from './requestJobs';

/**
 * "That was not me" about nothing that could be stopped here: security is called, and a person gets the case with its
 * card. Without a case one is opened, so that there is a flag that counts, and somebody who waits for an answer.
 */
export async function callSecurity(
  deps: Pick<RequestDeps, 'clock' | 'random' | 'tenantId' | 'staffLanguage' | 'log'>,
  tx: StoreTransaction,
  reported: {
    readonly personId: string;
    readonly actorId: string;
    readonly why: FreezeReason;
    readonly language?: Language | undefined;
    /** What the notice was about, where it is too old to be acted on. */
    readonly tooOld?: { readonly caseId: string; readonly requestId: string } | undefined;
  },
): Promise<void> {
  const { actorId, personId, tooOld, why } = reported;
  const found =
    (await tx.cases.openOf(personId)) ??
    (tooOld && (await tx.cases.find(tooOld.caseId))) ??
    (await openFor(deps, tx, reported));
  await flagCase(deps, tx, found, { why, actorId, handOver: true });
  const caseId = found.id;
  await raiseAlarm(tx, { why, caseId, requestId: tooOld?.requestId, tooLate: true });
  await tx.audit.append({
    event: 'case.notMe',
    actorId: actorId.toLowerCase(),
    caseId,
    requestId: tooOld?.requestId,
    detail: { why, tooOld: tooOld !== undefined },
  });
  deps.log.error({ caseId, why, tooOld: tooOld !== undefined }, 'security alarm');
}

async function openFor(
  deps: Pick<RequestDeps, 'clock' | 'random' | 'tenantId' | 'staffLanguage'>,
  tx: StoreTransaction,
  { actorId, language, personId }: Parameters<typeof callSecurity>[2],
): Promise<Case> {
  const now = deps.clock();
  const opened: Case = {
    tenantId: deps.tenantId,
    id: deps.random.id(),
    number: await drawNumber(deps.random, 'C', (number) => tx.cases.numberIsFree(number)),
    state: 'triage',
    version: 1,
    personId,
    openerId: actorId.toLowerCase(),
    language: language ?? deps.staffLanguage,
    findings: [],
    causes: [],
    createdAt: now,
    updatedAt: now,
  };
  await tx.cases.insert(opened);
  const detail = { number: opened.number, personId };
  await tx.audit.append({ event: 'case.opened', actorId: opened.openerId, caseId: opened.id, detail });
  return opened;
}
