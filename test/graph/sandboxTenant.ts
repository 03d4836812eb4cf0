import type { TokenCredential } from '@azure/core-auth';
import type { Client } from '@microsoft/microsoft-graph-client';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createCredential } from '../../src/graph/credential';
import { startEntraStandIn } from '../../src/sandbox/entra/startEntraStandIn';
import type { GraphStandIn } from '../../src/sandbox/graph/graphStandInOptions';
import { readListedCalls } from '../../src/sandbox/graph/listedCalls';
import { startGraphStandIn } from '../../src/sandbox/graph/startGraphStandIn';
import type { Tenant } from '../../src/sandbox/tenant/tenant';
import { createTenant } from '../../src/sandbox/tenant/tenant';
import { Secret } from '../../src/secret';
import { testClient } from './testClient';

export interface SandboxTenant {
  readonly tenant: Tenant;
  readonly graph: GraphStandIn;
  readonly client: Client;
  readonly credential: TokenCredential;
  /** Switches a fault of the stand-in on. */
  readonly fault: (rule: object) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A simulated tenant and the product's own client for it, with a token that the simulated Entra gave. */
export async function startSandboxTenant(
  options: {
    passPrefix?: string;
    pageSize?: number;
    permissions?: readonly string[];
    /** By default time stands still. */
    clock?: (() => number) | undefined;
  } = {},
): Promise<SandboxTenant> {
  const now = Date.now();
  const clock = options.clock ?? ((): number => now);
  const { passPrefix = 'Canary', pageSize, permissions } = options;
  const tenant = createTenant({ clock, passPrefix });
  const { tenantId, botId: clientId } = tenant;
  const clientSecret = 'sandbox-client-secret';
  const entra = await startEntraStandIn({ tenantId, clientId, clientSecret, permissions, clock });
  const trustedBefore = getCACertificates('default');
  setDefaultCACertificates([...trustedBefore, entra.caPem]);
  const verifyToken = (token: string): ReturnType<typeof entra.verifyGraphToken> =>
    entra.verifyGraphToken(token);
  const graph = await startGraphStandIn({ tenant, verifyToken, pageSize, isListed: readListedCalls() });
  const secret = new Secret(clientSecret);
  const credential = createCredential({
    tenantId,
    clientId,
    authorityHost: entra.url,
    kind: 'secret',
    secret,
  });
  return {
    tenant,
    graph,
    client: testClient(graph.url, { credential }),
    credential,
    fault: async (rule) => {
      const body = JSON.stringify(rule);
      await fetch(`${graph.url}/sandbox/faults`, { method: 'POST', body });
    },
    close: async () => {
      setDefaultCACertificates(trustedBefore);
      await Promise.all([graph.close(), entra.close()]);
    },
  };
}
