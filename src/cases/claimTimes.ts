import { type OnCall, somebodyThereAt } from './onCall';
import type { Urgency } from './urgency';

/** How long a case may wait until somebody has taken it. */
export interface ClaimLimits {
  readonly withinMs: number;
  /** So long before the limit staff are alarmed for the first time. */
  readonly warnBeforeMs: number;
}

/** One look at a case that may still be waiting. */
export interface ClaimAlarm {
  readonly at: number;
  /** The first comes before the limit, the second at it, the later ones after it. */
  readonly step: number;
}

const shortestMs = 5 * 60_000;
const longestPauseMs = 24 * 60 * 60_000;

/**
 * When staff are alarmed about a case that nobody takes. The time runs from when somebody is there; where something
 * looks dangerous it runs at once, whatever the hours are. There is no last alarm: the pauses only grow.
 */
export function claimAlarm(
  waiting: { readonly since: number; readonly urgency: Urgency },
  step: number,
  limits: ClaimLimits,
  onCall: OnCall,
): ClaimAlarm {
  const from = startOfWaiting(waiting, onCall);
  const within = limitOf(waiting.urgency, limits);
  if (step === 1) return { step, at: from + Math.max(within - limits.warnBeforeMs, Math.floor(within / 2)) };
  const pause = (times: number) => Math.min(within * times, longestPauseMs);
  let at = from + within;
  for (let later = 3; later <= step; later += 1) at += pause(2 ** (later - 3));
  return { step, at: waiting.urgency === 'now' ? at : somebodyThereAt(onCall, at) };
}

/** From when on somebody can be expected to take it. */
function startOfWaiting(
  { since, urgency }: { readonly since: number; readonly urgency: Urgency },
  onCall: OnCall,
): number {
  return urgency === 'now' ? since : somebodyThereAt(onCall, since);
}

/** A third of the usual time where it is urgent, and never less than a person needs to look. */
function limitOf(urgency: Urgency, { withinMs }: ClaimLimits): number {
  return urgency === 'now' ? Math.max(Math.min(shortestMs, withinMs), Math.floor(withinMs / 3)) : withinMs;
}
