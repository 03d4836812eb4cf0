import type { Account } from '../tenant/account';
import type { Tenant } from '../tenant/tenant';
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
import { mayWrite } from './writeRoles';

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
  if (tenantRoute !== undefined)
    return mayWrite(key, call.caller, undefined, call.tenant) ? tenantRoute(call) : denied();
  return runPersonRoute(key, call);
}

function runPersonRoute(key: string, call: GraphCall): RouteAnswer {
  const personRoute = aboutPerson[key];
  if (personRoute === undefined)
    return graphError(501, 'notImplemented', `The sandbox does not know ${key}.`);
  const id = call.params['user-id'] ?? '';
  const account = call.tenant.find(id);
  if (account === undefined) return notFound(id);
  const changesMethods = key.includes('/authentication/') && !key.startsWith('GET ');
  if (changesMethods && !mayChangeMethods(call.caller, account, call.tenant)) return denied();
  if (isForbiddenChange(key, account) || !mayWrite(key, call.caller, account, call.tenant)) return denied();
  return isRead(key) ? personRoute(asStillSeen(call.tenant, account), call) : write(key, account, call);
}

/** What is read for a while after a change may be what was there before it. */
function asStillSeen({ stillSeen }: Tenant, account: Account): Account {
  const before = stillSeen.get(account.id);
  if (before === undefined || before.reads === 0) return account;
  before.reads -= 1;
  return before.account;
}

function write(key: string, account: Account, call: GraphCall): RouteAnswer {
  const { settings, stillSeen } = call.tenant;
  // Of several changes in a row none is seen yet.
  const earlier = call.tenant.stillSeen.get(account.id);
  const before = earlier !== undefined && earlier.reads > 0 ? earlier.account : { ...account };
  const answer = aboutPerson[key]?.(account, call) ?? notFound(account.id);
  const done = answer.kind !== 'done' || answer.status < 300;
  if (done && settings.staleReads > 0)
    stillSeen.set(account.id, { account: before, reads: settings.staleReads });
  return answer;
}

/** Apps with tenant-wide permissions may not change who is in a restricted management unit. */
function isForbiddenChange(key: string, account: Account): boolean {
  return account.managementRestricted && !isRead(key);
}

function isRead(key: string): boolean {
  return key.startsWith('GET ') || key === 'POST /users/{user-id}/checkMemberGroups';
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
