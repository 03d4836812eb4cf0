import { z } from 'zod/v4';
import type { Account, Device } from '../tenant/account';
import type { Group } from '../tenant/groups';
import { denied, graphError, isoTime, many, noContent, notFound, one } from './graphAnswer';
import type { Resource, RouteAnswer } from './graphAnswer';
import { hasAny } from './graphCall';
import type { GraphCall, PersonRoutes, TenantRoutes } from './graphCall';
import { groupResource } from './groupRoutes';
import { directoryRolesOf } from './roleRoutes';
import { basicUserFields, defaultUserFields, unitsOf, userResource } from './userResource';

/** Of a group that the caller may not read, Graph tells the id and nothing else. */
const groupReaders = [
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.ReadBasic.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
];
const userReaders = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

export const userListRoutes: TenantRoutes = {
  'GET /users': (call) =>
    mayRead(call) ? many(call.tenant.accounts.map(userResource), defaultUserFields) : denied(),
};

const mail = z.object({
  message: z.object({
    subject: z.string(),
    body: z.object({ content: z.string() }),
    toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })),
  }),
});

/** The person, whom they report to, what they belong to and what they own. */
export const personRoutes: PersonRoutes = {
  'GET /users/{user-id}': (account, call) =>
    mayRead(call) ? one(userResource(account), defaultUserFields) : denied(),

  'GET /users/{user-id}/manager': (account, { tenant }) => {
    const manager = account.managerId === undefined ? undefined : tenant.find(account.managerId);
    if (manager === undefined) return notFound('manager');
    return one({ '@odata.type': '#microsoft.graph.user', ...userResource(manager) });
  },

  'PATCH /users/{user-id}': (account, { body }) => {
    const wish = z.object({ accountEnabled: z.boolean() }).safeParse(body);
    if (!wish.success) return graphError(400, 'Request_BadRequest', 'A property is not valid.');
    account.accountEnabled = wish.data.accountEnabled;
    return noContent;
  },

  'POST /users/{user-id}/sendMail': (account, { body, tenant }) => {
    const { message } = mail.parse(body);
    const to = message.toRecipients.map(({ emailAddress }) => emailAddress.address);
    tenant.mails.push({ from: account.id, to, subject: message.subject, text: message.body.content });
    return { kind: 'done', status: 202 };
  },

  'POST /users/{user-id}/revokeSignInSessions': (account, { tenant }) => {
    tenant.revokeSessions(account);
    return { kind: 'done', status: 200, body: { value: true } };
  },

  'POST /users/{user-id}/checkMemberGroups': checkMemberGroups,

  'GET /users/{user-id}/memberOf': (account, call) => {
    const direct = call.tenant.groups.filter((group) => group.memberIds.includes(account.id));
    return many([...groupsFor(direct, call), ...directoryRolesOf(account), ...unitsOf(account)]);
  },
  'GET /users/{user-id}/memberOf/graph.administrativeUnit': (account) => many(unitsOf(account)),
  'GET /users/{user-id}/transitiveMemberOf': (account, call) =>
    many([
      ...groupsFor(call.tenant.groupsOf(account.id), call),
      ...directoryRolesOf(account),
      ...unitsOf(account),
    ]),
  'GET /users/{user-id}/transitiveMemberOf/graph.group': (account, call) =>
    many(groupsFor(call.tenant.groupsOf(account.id), call)),
  'GET /users/{user-id}/transitiveMemberOf/graph.directoryRole': (account) => many(directoryRolesOf(account)),

  'GET /users/{user-id}/registeredDevices': (account) => many(account.devices.map(deviceResource)),
  'GET /users/{user-id}/registeredDevices/graph.device': (account) =>
    many(account.devices.map(deviceResource)),
  'GET /users/{user-id}/ownedDevices': (account) => many(account.devices.map(deviceResource)),
  'GET /users/{user-id}/ownedDevices/graph.device': (account) => many(account.devices.map(deviceResource)),
  'GET /users/{user-id}/licenseDetails': () => many([]),
};

/** Graph takes at most this many groups in one call. */
const groupIds = z.object({ groupIds: z.array(z.string()).min(1).max(20) });

function checkMemberGroups(account: Account, { tenant, body }: GraphCall): RouteAnswer {
  const asked = groupIds.safeParse(body);
  if (!asked.success) return graphError(400, 'Request_BadRequest', 'One to twenty group ids are needed.');
  const wanted = asked.data.groupIds.map((id) => id.toLowerCase());
  const value = tenant
    .groupsOf(account.id)
    .map(({ id }) => id)
    .filter((id) => wanted.includes(id));
  return { kind: 'done', status: 200, body: { value } };
}

function mayRead({ caller, query }: GraphCall): boolean {
  const selected = query.get('$select')?.split(',') ?? [];
  return hasAny(caller, userReaders) || selected.every((name) => basicUserFields.includes(name.trim()));
}

function groupsFor(groups: readonly Group[], { caller }: GraphCall): readonly Resource[] {
  const type = { '@odata.type': '#microsoft.graph.group' };
  if (hasAny(caller, groupReaders)) return groups.map((group) => ({ ...type, ...groupResource(group) }));
  return groups.map(({ id }) => ({ ...type, id, displayName: null, isAssignableToRole: null }));
}

export function deviceResource(device: Device): Resource {
  return {
    '@odata.type': '#microsoft.graph.device',
    id: device.id,
    deviceId: device.id,
    displayName: device.name,
    operatingSystem: device.operatingSystem,
    accountEnabled: device.enabled,
    isCompliant: device.isCompliant,
    isManaged: device.isManaged,
    trustType: device.trustType,
    approximateLastSignInDateTime: isoTime(device.lastSignInAt),
  };
}
