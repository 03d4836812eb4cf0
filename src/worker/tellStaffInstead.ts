import { plainLine } from '../cards/plainText';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Listener, RequestEvent } from '../cases/requestEvents';
import { isFault } from '../faults';
import { undeliveredText } from '../text/undeliveredText';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** The connector answers 403 where the person has removed or blocked the app: trying again changes nothing. */
export function hasBlocked(thrown: unknown): boolean {
  return isFault(thrown, 'teams-rejected') && thrown.status === 403;
}

/** Has staff reach somebody whom the bot cannot reach any more; the trail says that they were not told. */
export async function tellStaffInstead(
  deps: Pick<RequestWorkerDeps, 'store' | 'messenger' | 'staffChannel' | 'staffLanguage' | 'log'>,
  request: RemedyRequest,
  about: { readonly event: RequestEvent; readonly listener: Listener },
): Promise<void> {
  deps.log.warn({ requestId: request.id, ...about }, 'nobody told: the app was removed or blocked');
  // Only the person concerned is somebody whom staff has to run after.
  if (deps.staffChannel !== undefined && about.listener === 'person') {
    const words = undeliveredText[deps.staffLanguage];
    const text = words.blocked(request.number, plainLine(request.personName, 80));
    await deps.messenger.post(deps.staffChannel, { kind: 'text', text, language: deps.staffLanguage });
  }
  await deps.store.transaction((tx) =>
    tx.audit.append({
      event: 'request.notTold',
      actorId: 'monban',
      caseId: request.caseId,
      requestId: request.id,
      detail: { ...about, blocked: true },
    }),
  );
}
