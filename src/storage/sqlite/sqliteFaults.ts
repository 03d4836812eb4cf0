import { Fault } from '../../faults';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that are the outside's doing. */
const unavailable = new Map([
  [5, 'another process holds the database'],
  [6, 'the database is locked'],
  [8, 'the database is read-only'],
  [10, 'reading or writing the disk failed'],
  [13, 'the disk is full'],
  [14, 'the database file cannot be opened'],
]);
/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE. */
const duplicate: readonly number[] = [1555, 2067];

/** What SQLite threw, as a Fault where the outside is to blame; anything else is a bug and stays as it is. */
export function asStoreFault(thrown: unknown): unknown {
  const errcode = errcodeOf(thrown);
  if (errcode === undefined) return thrown;
  if (duplicate.includes(errcode)) {
    return new Fault('store-conflict', 'somebody else added the same first', { cause: thrown });
  }
  // The low byte is the primary code, the rest says more about it.
  const reason = unavailable.get(errcode & 0xff);
  if (reason === undefined) return thrown;
  return new Fault('store-unavailable', reason, { retryable: true, cause: thrown });
}

/** By its looks, not by `instanceof Error`: under Jest a core module's errors are another realm's. */
function errcodeOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('errcode' in thrown)) return undefined;
  return typeof thrown.errcode === 'number' ? thrown.errcode : undefined;
}
