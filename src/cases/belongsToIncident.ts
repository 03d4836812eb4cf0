import type { Incident } from './incident';

/** What of a case decides whether it is part of an incident. */
export interface CaseLikeness {
  /** Error codes that the tenant told. */
  readonly codes: readonly string[];
  readonly cause: string | undefined;
  /** 0 to 1, how sure that cause is. */
  readonly sure: number;
  readonly redFlagged: boolean;
}

/** From here on a case stands for itself, whatever is disturbed at the same time. */
const settled = 0.8;

/**
 * Whether a case is part of an incident. One with a red flag never is: an incident must not hide it. While Microsoft
 * reports a disturbance, whoever cannot sign in is in it unless their own evidence says something else.
 */
export function belongsTo({ kind, what }: Pick<Incident, 'kind' | 'what'>, like: CaseLikeness): boolean {
  if (like.redFlagged) return false;
  switch (kind) {
    case 'code':
      return like.codes.includes(what);
    case 'cause':
      return like.cause === what;
    case 'service':
      return like.cause === 'service-incident' || like.sure < settled;
  }
}
