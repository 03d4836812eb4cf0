import { plainLine } from '../cards/plainText';
import type { RemedyRequest } from '../cases/remedyRequest';
import { type WatchAlert, watchSignIns as judge } from '../cases/watchSignIns';
import { isFault } from '../faults';
import type { SignInHistory } from '../ports/signInHistory';
import type { Job, StoreTransaction } from '../ports/store';
import { watchText } from '../text/watchText';
import { tellWatchSchema, watchJobs, watchSignInsSchema } from '../usecases/watchJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

export interface WatchDeps extends Pick<
  RequestWorkerDeps,
  'store' | 'directory' | 'clock' | 'log' | 'messenger' | 'staffChannel' | 'staffLanguage'
> {
  readonly signInHistory: SignInHistory;
}

const hourMs = 60 * 60_000;
const everyMs = hourMs / 2;
/** A day, and two hours more: a sign-in may arrive in the log that late. */
const watchedMs = 26 * hourMs;
/** What somebody's habits are told from. */
const habitsMs = 30 * 24 * hourMs;

/** The flag that keeps everything about the person stopped until security has decided (SECURITY S26). */
const flag = 'odd_sign_in_after_remedy';

/** Looks at a person's sign-ins for a day after a remedy, and raises an alert on the case where they are not as before. */
export function watchSignIns(deps: WatchDeps) {
  return async (job: Job): Promise<void> => {
    const watch = watchSignInsSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(watch.requestId));
    const now = deps.clock();
    if (request === undefined || now - watch.since > watchedMs) return;
    const seen = await look(deps, request, watch.since);
    // Neither log nor risk can be seen here: watching on would only ask in vain.
    if (seen === undefined) return;
    const riskBefore = watch.round === 0 ? seen.riskNow : watch.riskBefore;
    const alerts = judge({ ...seen, since: watch.since, riskBefore });
    const fresh = alerts.filter((alert) => !watch.told.includes(alert));
    await deps.store.transaction(async (tx) => {
      if (fresh.length > 0) await raise(tx, request, fresh, now);
      const round = watch.round + 1;
      await tx.outbox.add({
        kind: watchJobs.look,
        payload: { ...watch, round, riskBefore, told: [...watch.told, ...fresh] },
        runAfter: now + everyMs,
        idempotencyKey: `${watchJobs.look}:${request.id}:${String(round)}`,
      });
    });
  };
}

async function look({ directory, log, signInHistory }: WatchDeps, request: RemedyRequest, since: number) {
  const { id: requestId, personId } = request;
  const readable = async <T>(read: () => Promise<T>): Promise<T | 'unseeable'> =>
    read().catch((thrown: unknown) => {
      if (!isFault(thrown) || thrown.retryable) throw thrown;
      log.info({ requestId, fault: thrown.code, needs: thrown.needs }, 'a part of the watch cannot be seen');
      return 'unseeable';
    });
  const signIns = await readable(() => signInHistory.signInsOf(personId, since - habitsMs));
  const risk = await readable(() => directory.userRisk(personId));
  if (signIns === 'unseeable' && risk === 'unseeable') return undefined;
  return {
    signIns: signIns === 'unseeable' ? [] : signIns,
    riskNow: risk === 'unseeable' ? undefined : risk?.level,
  };
}

/** On the case itself, also one that was closed meanwhile: its flag has to count. */
async function raise(
  tx: StoreTransaction,
  request: RemedyRequest,
  alerts: readonly WatchAlert[],
  now: number,
): Promise<void> {
  const { caseId, id: requestId } = request;
  const found = await tx.cases.find(caseId);
  if (found !== undefined) {
    const redFlags = [...new Set([...(found.redFlags ?? []), flag])];
    const flagsCleared = found.flagsCleared?.filter((cleared) => cleared !== flag);
    await tx.cases.save({ ...found, state: 'withStaff', redFlags, flagsCleared, updatedAt: now });
  }
  await tx.outbox.add({ kind: watchJobs.tell, payload: { requestId, alerts: [...alerts] } });
  await tx.audit.append({
    event: 'watch.alert',
    actorId: 'monban',
    caseId,
    requestId,
    detail: { alerts: [...alerts] },
  });
}

/** Tells staff, in words that say what to do next. */
export function tellWatch(deps: WatchDeps) {
  return async (job: Job): Promise<void> => {
    const { alerts, requestId } = tellWatchSchema.parse(job.payload);
    const [request, found] = await deps.store.transaction(async (tx) => {
      const stored = await tx.requests.find(requestId);
      return [stored, stored && (await tx.cases.find(stored.caseId))] as const;
    });
    if (request === undefined || found === undefined) return;
    if (deps.staffChannel === undefined) {
      deps.log.error({ requestId, alerts }, 'an alert reached nobody: no staff channel');
      return;
    }
    const language = deps.staffLanguage;
    const what = alerts.map((alert) => watchText[language].what[alert]).join('\n');
    const text = watchText[language].alarm(found.number, plainLine(request.personName, 80), what);
    await deps.messenger.post(deps.staffChannel, { kind: 'text', text, language });
  };
}
