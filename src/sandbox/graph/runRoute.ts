import type { Account } from '../tenant/account';
import { denied, graphError, notFound } from './graphAnswer';
import type { RouteAnswer } from './graphAnswer';
import type { GraphCall, PersonRoutes, TenantRoutes } from './graphCall';
import { appRoutes } from './appRoutes';
import { betaPersonRoutes, betaTenantRoutes } from './betaRoutes';
import { directoryRoutes } from './directoryRoutes';
import { groupRoutes } from './groupRoutes';
import { logRoutes } from './logRoutes';
import { mayChangeMethods } from './methodManagers';
import { methodRoutes } from './methodRoutes';
import { passRoutes } from './passRoutes';
import { personRoutes, userListRoutes } from './personRoutes';
import { phoneRoutes } from './phoneRoutes';
import { policyRoutes } from './policyRoutes';
import { reportRoutes } from './reportRoutes';
import { riskRoutes } from './riskRoutes';
import { roleRoutes } from './roleRoutes';
import { evidenceUserFields } from './userResource';

const aboutPerson: PersonRoutes = {
  ...personRoutes,
  ...methodRoutes,
  ...passRoutes,
  ...phoneRoutes,
  ...betaPersonRoutes,
};
const aboutTenant: TenantRoutes = {
  ...userListRoutes,
  ...groupRoutes,
  ...roleRoutes,
  ...reportRoutes,
  ...logRoutes,
  ...policyRoutes,
  ...directoryRoutes,
  ...appRoutes,
  ...betaTenantRoutes,
  ...riskRoutes,
};

/** Answers a permitted call by its key in the contract: `GET /users/{user-id}`. */
export function runRoute(key: string, call: GraphCall): RouteAnswer {
  if (tellsOfBlankPerson(key, call)) return denied();
  const tenantRoute = aboutTenant[key];
  if (tenantRoute !== undefined) return tenantRoute(call);
  const personRoute = aboutPerson[key];
  if (personRoute === undefined)
    return graphError(501, 'notImplemented', `The sandbox does not know ${key}.`);
  const id = call.params['user-id'] ?? '';
  const account = call.tenant.find(id);
  if (account === undefined) return notFound(id);
  const changesMethods = key.includes('/authentication/') && !key.startsWith('GET ');
  if (changesMethods && !mayChangeMethods(call.caller, account, call.tenant)) return denied();
  return isForbiddenChange(key, account) ? denied() : personRoute(account, call);
}

/** Apps with tenant-wide permissions may not change who is in a restricted management unit. */
function isForbiddenChange(key: string, account: Account): boolean {
  const reads = key.startsWith('GET ') || key === 'POST /users/{user-id}/checkMemberGroups';
  return account.managementRestricted && !reads;
}

/** Who somebody is can be read of a blank person too; how they sign in, what happened and what they may do cannot. */
const identityCalls = [
  'GET /users/{user-id}',
  'GET /users/{user-id}/manager',
  'POST /users/{user-id}/checkMemberGroups',
];

function tellsOfBlankPerson(key: string, { tenant, params, query }: GraphCall): boolean {
  const blank = tenant.accounts.filter((account) => account.blank);
  const named = [...Object.values(params), query.get('$filter') ?? ''].map((text) => text.toLowerCase());
  if (!blank.some(({ id, upn }) => named.some((text) => text.includes(id) || text.includes(upn))))
    return false;
  const selected = query.get('$select')?.split(',') ?? [];
  return !identityCalls.includes(key) || selected.some((name) => evidenceUserFields.includes(name.trim()));
}
