import type { UpdateResult } from 'kysely';
import { Fault } from '../faults';
import { assertOurTenant, type Scope } from './scope';

interface Versioned {
  readonly tenantId: string;
  readonly version: number;
}

/** The row that a change was made from: beside what names it, these columns have to be so. */
interface StoredRow {
  readonly tenant_id: string;
  readonly version: number;
}

/**
 * Saves what was changed with its version raised by one, where the stored version is still the one that it was read with.
 * @param update sets the row to what is saved, only where it is `stored`
 * @throws Fault `store-conflict` where somebody else changed it first
 */
export async function saveVersioned<Kept extends Versioned>(
  scope: Scope,
  what: string,
  changed: Kept,
  update: (saved: Kept, stored: StoredRow) => Promise<UpdateResult>,
): Promise<Kept> {
  const { tenantId, version } = changed;
  assertOurTenant(scope, tenantId);
  const saved = { ...changed, version: version + 1 };
  const { numUpdatedRows } = await update(saved, { tenant_id: tenantId, version });
  if (numUpdatedRows === 0n) throw new Fault('store-conflict', `the ${what} was changed by somebody else`);
  return saved;
}
