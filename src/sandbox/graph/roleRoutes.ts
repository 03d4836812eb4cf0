import type { RoleGrant } from '../tenant/account';
import { roleNames, roleTemplates } from '../tenant/roleTemplates';
import type { RoleName } from '../tenant/roleTemplates';
import type { Tenant } from '../tenant/tenant';
import { many, notFound, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { TenantRoutes } from './graphCall';

const assignments = '/roleManagement/directory/roleAssignments';
const definitions = '/roleManagement/directory/roleDefinitions';

/** Roles: who holds which, where. What is only eligible is in none of these lists. */
export const roleRoutes: TenantRoutes = {
  [`GET ${assignments}`]: ({ tenant }) => many(assignmentsOf(tenant)),
  [`GET ${assignments}/{unifiedRoleAssignment-id}`]: ({ tenant, params }) => {
    const id = params['unifiedRoleAssignment-id'] ?? '';
    const found = assignmentsOf(tenant).find((assignment) => assignment['id'] === id);
    return found === undefined ? notFound(id) : one(found);
  },
  [`GET ${definitions}`]: () => many(roleNames.map(definitionResource)),
  [`GET ${definitions}/{unifiedRoleDefinition-id}`]: ({ params }) => {
    const id = params['unifiedRoleDefinition-id'] ?? '';
    const name = roleNames.find((role) => roleTemplates[role] === id.toLowerCase());
    return name === undefined ? notFound(id) : one(definitionResource(name));
  },
  'GET /roleManagement/directory/roleAssignmentScheduleInstances': ({ tenant }) =>
    many(
      holders(tenant).map(([principalId, grant]) => ({
        ...assignment(principalId, grant),
        assignmentType: grant.how === 'activated' ? 'Activated' : 'Assigned',
        memberType: 'Direct',
      })),
    ),
};

/** The roles that a person holds directly, in the form in which memberships tell them. */
export function directoryRolesOf({ roles }: { readonly roles: readonly RoleGrant[] }): readonly Resource[] {
  // Roles of an administrative unit are seen in the assignments only.
  const active = roles.filter(({ how, scope }) => how !== 'eligible' && scope === '/');
  return active.map(({ role }) => ({
    '@odata.type': '#microsoft.graph.directoryRole',
    id: roleTemplates[role].replace(/^.{4}/, '0000'),
    displayName: role,
    roleTemplateId: roleTemplates[role],
  }));
}

function assignmentsOf(tenant: Tenant): readonly Resource[] {
  return holders(tenant).map(([principalId, grant]) => assignment(principalId, grant));
}

function holders(tenant: Tenant): readonly (readonly [string, RoleGrant])[] {
  return [...tenant.accounts, ...tenant.groups].flatMap(({ id, roles }) =>
    roles.filter(({ how }) => how !== 'eligible').map((grant) => [id, grant] as const),
  );
}

function assignment(principalId: string, { role, scope }: RoleGrant): Resource {
  return {
    id: `${roleTemplates[role].slice(0, 8)}-${principalId}`,
    principalId,
    roleDefinitionId: roleTemplates[role],
    directoryScopeId: scope,
    appScopeId: null,
  };
}

function definitionResource(name: RoleName): Resource {
  const id = roleTemplates[name];
  return { id, templateId: id, displayName: name, isBuiltIn: true, isEnabled: true, resourceScopes: ['/'] };
}
