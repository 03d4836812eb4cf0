import type { Clock } from '../ports/clock';
import type { Database } from './tables';

/** What every part of one transaction works with. */
export interface Scope {
  readonly db: Database;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** One store holds one tenant: a row of another tenant is a bug of the caller. */
export function assertOurTenant(scope: Scope, tenantId: string): void {
  if (tenantId !== scope.tenantId) throw new Error('a row of another tenant was handed to the store');
}
