import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod/v4';
import { grantedPermissions } from '../entra/grantedPermissions';
import { startGraphStandIn } from '../graph/startGraphStandIn';
import { createTenant } from '../tenant/tenant';

/** The simulated tenant in a thread of its own: what it takes to answer is no time of the bot's, nor of the load's. */
async function standInForGraph(people: number): Promise<void> {
  const tenant = createTenant({ clock: Date.now });
  const added = Array.from({ length: people }, (_, n) => {
    const language = n % 2 === 0 ? ('ja' as const) : ('en' as const);
    const { id, name } = tenant.addPerson({ name: `Person ${String(n)}`, language, blank: false });
    return { id, name, language };
  });
  const graph = await startGraphStandIn({
    tenant,
    verifyToken: () => ({ kind: 'application', permissions: grantedPermissions() }),
  });
  parentPort?.postMessage({
    url: graph.url,
    tenantId: tenant.tenantId,
    botId: tenant.botId,
    people: added,
  });
}

void standInForGraph(z.object({ people: z.int() }).parse(workerData).people);
