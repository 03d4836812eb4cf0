// GET /groups/{id} · application GroupMember.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { Group } from '../cases/group';
import { isFault } from '../faults';
import { readOne } from './ask';
import { graphPath } from './graphPath';

const fields = [
  'id',
  'displayName',
  'groupTypes',
  'isAssignableToRole',
  'isManagementRestricted',
  'onPremisesSyncEnabled',
];

const found = z
  .looseObject({
    id: z.string(),
    displayName: z.string().nullish(),
    groupTypes: z.array(z.string()),
    isAssignableToRole: z.boolean().nullish(),
    isManagementRestricted: z.boolean().nullish(),
    onPremisesSyncEnabled: z.boolean().nullish(),
  })
  .transform((group): Group => ({
    id: group.id.toLowerCase(),
    name: group.displayName ?? group.id,
    dynamic: group.groupTypes.includes('DynamicMembership'),
    roleAssignable: group.isAssignableToRole === true,
    managementRestricted: group.isManagementRestricted === true,
    synced: group.onPremisesSyncEnabled === true,
  }));

/** What of a group decides whether its members may be changed from here, or undefined where there is none. */
export async function getGroup(client: Client, groupId: string): Promise<Group | undefined> {
  try {
    return await readOne(client.api(graphPath`/groups/${groupId}`).select(fields), found);
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return undefined;
    throw thrown;
  }
}
