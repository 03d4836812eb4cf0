import type { Account } from '../tenant/account';
import type { Tenant } from '../tenant/tenant';
import type { RouteAnswer } from './graphAnswer';
import type { GraphCaller } from './graphStandInOptions';

/** A call that is in the contract and permitted. */
export interface GraphCall {
  readonly tenant: Tenant;
  readonly caller: GraphCaller;
  /** Segments of the path by the contract's names: `user-id`, `group-id`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Answers about the tenant. */
type TenantRoute = (call: GraphCall) => RouteAnswer;
/** Answers about one person, who was found. */
export type PersonRoute = (account: Account, call: GraphCall) => RouteAnswer;
export type TenantRoutes = Readonly<Record<string, TenantRoute>>;
export type PersonRoutes = Readonly<Record<string, PersonRoute>>;

/** Whether the caller has one of the permissions. */
export function hasAny(caller: GraphCaller, permissions: readonly string[]): boolean {
  return permissions.some((permission) => caller.permissions.includes(permission));
}
