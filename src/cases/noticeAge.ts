import type { RecoveryFollowUp } from './followUp';
import type { RemedyRequest } from './remedyRequest';

/** So long "that was not me" is acted on at once: a pass or a new phone may turn up only days later. */
export const notMeValidMs = 14 * 24 * 60 * 60_000;

/**
 * When the person was last told something about a request that is over: with its last step, or by what was followed
 * after it. From the server alone, for what a card carries anybody can have changed.
 */
export function lastNoticeAt(
  { afterwards = [], createdAt, decision, journal }: RemedyRequest,
  recovery: Pick<RecoveryFollowUp, 'updatedAt'> | undefined,
): number {
  const steps = [...journal, ...afterwards].map(({ at }) => at);
  return Math.max(createdAt, decision?.at ?? 0, recovery?.updatedAt ?? 0, ...steps);
}

/** A clock that was set back makes nothing old (SECURITY S29). */
export function isTooOld(noticeAt: number, now: number): boolean {
  return now - noticeAt >= notMeValidMs;
}
