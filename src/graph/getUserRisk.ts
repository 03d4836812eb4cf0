// GET /identityProtection/riskyUsers/{id} · application IdentityRiskyUser.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { UserRisk } from '../cases/userRisk';
import { isFault } from '../faults';
import { readOne } from './ask';
import { graphPath } from './graphPath';

const risky = z.looseObject({
  id: z.string(),
  riskLevel: z.string().nullish(),
  riskState: z.string().nullish(),
});

/** The person's risk as ID Protection has it; undefined where it has never seen any. */
export async function getUserRisk(client: Client, personId: string): Promise<UserRisk | undefined> {
  try {
    const found = await readOne(client.api(graphPath`/identityProtection/riskyUsers/${personId}`), risky);
    return { level: found.riskLevel ?? 'none', state: found.riskState ?? 'none' };
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return undefined;
    throw thrown;
  }
}
