// GET /identity/conditionalAccess/policies · application Policy.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { ConditionalAccessPolicy } from '../ports/tenantRecords';
import { readAll } from './ask';
import { maybe, maybeText } from './maybe';
import { moment } from './moment';

const ids = z
  .array(z.string())
  .nullish()
  .transform((found) => (found ?? []).map((id) => id.toLowerCase()));

const users = z
  .looseObject({
    includeUsers: ids,
    excludeUsers: ids,
    includeGroups: ids,
    excludeGroups: ids,
    includeRoles: ids,
    excludeRoles: ids,
  })
  .transform((found) => ({
    users: {
      includes: found.includeUsers.includes('all')
        ? ('all' as const)
        : found.includeUsers.filter((id) => id !== 'none'),
      excludes: found.excludeUsers,
    },
    groups: { includes: found.includeGroups, excludes: found.excludeGroups },
    roles: { includes: found.includeRoles, excludes: found.excludeRoles },
  }));

const grantControls = z
  .looseObject({
    operator: z.enum(['AND', 'OR']).nullish().catch(undefined),
    builtInControls: maybe(z.array(z.string())),
    // A strength that is named instead of "mfa".
    authenticationStrength: maybe(z.looseObject({})),
  })
  .transform((found) => ({
    operator: found.operator ?? ('OR' as const),
    demands: [
      ...(found.builtInControls ?? []),
      ...(found.authenticationStrength === undefined ? [] : ['authenticationStrength']),
    ],
  }));

const registering = 'urn:user:registersecurityinfo';
const states = {
  enabled: 'enabled',
  disabled: 'disabled',
  enabledForReportingButNotEnforced: 'reportOnly',
} as const;

const policy = z
  .looseObject({
    id: z.string().toLowerCase(),
    displayName: maybeText,
    state: z.enum(['enabled', 'disabled', 'enabledForReportingButNotEnforced']),
    createdDateTime: maybe(moment),
    modifiedDateTime: maybe(moment),
    conditions: z.looseObject({
      applications: maybe(z.looseObject({ includeUserActions: maybe(z.array(z.string())) })),
      users,
      locations: maybe(z.looseObject({})),
    }),
    // Without it the policy only shapes sessions.
    grantControls: maybe(grantControls),
  })
  .transform((found): ConditionalAccessPolicy => ({
    id: found.id,
    name: found.displayName ?? '',
    state: states[found.state],
    createdAt: found.createdDateTime,
    changedAt: found.modifiedDateTime,
    ...found.conditions.users,
    ...(found.grantControls ?? { demands: [], operator: 'OR' }),
    registration: found.conditions.applications?.includeUserActions?.includes(registering) === true,
    byLocation: found.conditions.locations !== undefined,
  }));

/** The Conditional Access policies, in what matters for a person who cannot sign in. */
export function listAccessPolicies(client: Client): Promise<readonly ConditionalAccessPolicy[]> {
  const request = client
    .api('/identity/conditionalAccess/policies')
    .select([
      'id',
      'displayName',
      'state',
      'createdDateTime',
      'modifiedDateTime',
      'conditions',
      'grantControls',
    ]);
  return readAll(client, request, policy);
}
