// GET /groups/{id}/transitiveMembers · application GroupMember.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { readAll } from './ask';
import { graphPath } from './graphPath';

const member = z.looseObject({ id: z.string() });

/** The ids of a group's members, or undefined where there is no such group. */
export async function listGroupMembers(
  client: Client,
  groupId: string,
): Promise<readonly string[] | undefined> {
  const request = client.api(graphPath`/groups/${groupId}/transitiveMembers`).select('id');
  try {
    return (await readAll(client, request, member)).map((found) => found.id.toLowerCase());
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return undefined;
    throw thrown;
  }
}
