import { z } from 'zod/v4';
import type { Group } from '../tenant/groups';
import type { Tenant } from '../tenant/tenant';
import { graphError, many, noContent, notFound, one } from './graphAnswer';
import type { Resource, RouteAnswer } from './graphAnswer';
import type { GraphCall, TenantRoutes } from './graphCall';
import { userResource } from './userResource';

/** Groups and their members. */
export const groupRoutes: TenantRoutes = {
  'GET /groups/{group-id}': withGroup((group) => one(groupResource(group))),
  'GET /groups/{group-id}/members': withGroup((group, { tenant }) =>
    many(group.memberIds.flatMap((id) => memberResource(tenant, id))),
  ),
  'GET /groups/{group-id}/transitiveMembers': withGroup((group, { tenant }) => {
    const ids = [...tenant.accounts, ...tenant.groups].map(({ id }) => id);
    const members = ids.filter((id) => tenant.groupsOf(id).includes(group));
    return many(members.flatMap((id) => memberResource(tenant, id)));
  }),
  'POST /groups/{group-id}/members/$ref': withGroup(addMember),
  'DELETE /groups/{group-id}/members/{directoryObject-id}/$ref': withGroup((group, { params }) => {
    const id = params['directoryObject-id']?.toLowerCase() ?? '';
    if (!group.memberIds.includes(id)) return notFound(id);
    group.memberIds = group.memberIds.filter((member) => member !== id);
    return noContent;
  }),
};

const newMember = z.object({ '@odata.id': z.string() });

function addMember(group: Group, { tenant, body }: GraphCall): RouteAnswer {
  const id = newMember.safeParse(body).data?.['@odata.id'].split('/').at(-1)?.toLowerCase() ?? '';
  if (tenant.find(id) === undefined) return notFound(id);
  if (group.dynamicRule !== undefined) {
    return graphError(400, 'Request_BadRequest', 'Members of a dynamic group cannot be changed by hand.');
  }
  // Needs RoleManagement.ReadWrite.Directory, which nobody is given here.
  if (group.isAssignableToRole)
    return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
  if (group.memberIds.includes(id)) {
    return graphError(
      400,
      'Request_BadRequest',
      "One or more added object references already exist for 'members'.",
    );
  }
  group.memberIds = [...group.memberIds, id];
  return noContent;
}

export function groupResource(group: Group): Resource {
  return {
    id: group.id,
    displayName: group.name,
    groupTypes: group.dynamicRule === undefined ? [] : ['DynamicMembership'],
    membershipRule: group.dynamicRule ?? null,
    isAssignableToRole: group.isAssignableToRole ? true : null,
    isManagementRestricted: null,
    onPremisesSyncEnabled: null,
    mailEnabled: false,
    securityEnabled: true,
  };
}

function memberResource(tenant: Tenant, id: string): readonly Resource[] {
  const person = tenant.find(id);
  if (person !== undefined) return [{ '@odata.type': '#microsoft.graph.user', ...userResource(person) }];
  const group = tenant.groups.find((one) => one.id === id);
  return group === undefined ? [] : [{ '@odata.type': '#microsoft.graph.group', ...groupResource(group) }];
}

function withGroup(answer: (group: Group, call: GraphCall) => RouteAnswer): (call: GraphCall) => RouteAnswer {
  return (call) => {
    const id = call.params['group-id']?.toLowerCase() ?? '';
    const group = call.tenant.groups.find((one) => one.id === id);
    return group === undefined ? notFound(id) : answer(group, call);
  };
}
