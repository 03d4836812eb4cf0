import type { Clock } from '../ports/clock';

/** Says whether one more call may go out now; it never makes anybody wait. */
export type MayGo = () => boolean;

/** At most so many calls within any stretch of time. */
export function createPace(
  limit: { readonly calls: number; readonly withinMs: number },
  clock: Clock,
): MayGo {
  let went: readonly number[] = [];
  return () => {
    const now = clock();
    // A clock that was set back would otherwise hold everything up until it is where it was.
    went = went.filter((at) => at <= now && now - at < limit.withinMs);
    if (went.length >= limit.calls) return false;
    went = [...went, now];
    return true;
  };
}
