import { Fault, isFault } from '../faults';

/** What a read needs: named in its fault where it is missing. */
export interface Needs {
  readonly permission: string;
  readonly plan?: string | undefined;
}

/** The fault of a read that was refused, with the name of what is missing. */
function withNeeds(thrown: unknown, { permission, plan }: Needs): unknown {
  if (!isFault(thrown)) return thrown;
  const needs = { 'graph-forbidden': permission, 'graph-unlicensed': plan ?? 'Microsoft Entra ID P1' };
  const { code } = thrown;
  if (code !== 'graph-forbidden' && code !== 'graph-unlicensed') return thrown;
  const { message, retryable, retryAfterMs, status } = thrown;
  return new Fault(code, message, { retryable, retryAfterMs, status, needs: needs[code], cause: thrown });
}

/** Reads once. */
export async function needing<T>(needs: Needs, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw withNeeds(thrown, needs);
  }
}

/** Reads page by page. */
export async function* pagesNeeding<T>(needs: Needs, pages: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pages;
  } catch (thrown) {
    throw withNeeds(thrown, needs);
  }
}
