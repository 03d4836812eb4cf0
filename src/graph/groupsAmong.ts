// POST /users/{id}/checkMemberGroups · application User.Read.All, GroupMember.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { post } from './ask';
import { graphPath } from './graphPath';

const answer = z.looseObject({ value: z.array(z.string()) });

/** Graph takes this many groups in one call. */
const mostInOneCall = 20;

/** Which of the given groups the person is in, directly or through others. */
export async function groupsAmong(
  client: Client,
  personId: string,
  groupIds: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let from = 0; from < groupIds.length; from += mostInOneCall) {
    const request = client.api(graphPath`/users/${personId}/checkMemberGroups`);
    const part = groupIds.slice(from, from + mostInOneCall);
    found.push(...(await post(request, { groupIds: part }, answer)).value);
  }
  return found.map((id) => id.toLowerCase());
}
