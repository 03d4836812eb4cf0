// GET /users/{id}/manager · application User.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { readOne } from './ask';
import { graphPath } from './graphPath';

const manager = z.looseObject({ id: z.string() });

/** The object id of a person's manager, or undefined where the directory names none. */
export async function getManager(client: Client, personId: string): Promise<string | undefined> {
  try {
    const found = await readOne(client.api(graphPath`/users/${personId}/manager`).select(['id']), manager);
    return found.id.toLowerCase();
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return undefined;
    throw thrown;
  }
}
