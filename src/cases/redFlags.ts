import type { Case } from './case';

/** The red flags of a case that security has not decided about yet: while there is one, nothing is done (SECURITY S26). */
export function standingRedFlags({
  flagsCleared,
  redFlags,
}: Pick<Case, 'redFlags' | 'flagsCleared'>): readonly string[] {
  return (redFlags ?? []).filter((flag) => flagsCleared?.includes(flag) !== true);
}
