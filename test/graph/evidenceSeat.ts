import { connectGraph } from '../../src/graph/connectGraph';
import type { BetaRead } from '../../src/graph/betaReads';
import type { TenantEvidence } from '../../src/ports/tenantEvidence';
import type { PersonState } from '../../src/sandbox/tenant/personState';
import { startSandboxTenant } from './sandboxTenant';
import type { SandboxTenant } from './sandboxTenant';
import { silentLog } from './testClient';

export const minute = 60_000;
export const hour = 60 * minute;

export interface EvidenceSeat extends SandboxTenant {
  connect(betaReads?: readonly BetaRead[], patienceMs?: number): ReturnType<typeof connectGraph>;
  evidence(betaReads?: readonly BetaRead[], patienceMs?: number): TenantEvidence;
  /** Adds a person of this state and returns their id. */
  add(state: PersonState): string;
  /** A time before now, by the tenant's clock. */
  ago(ms: number): number;
}

/** A simulated tenant with the product's reads of it, as main connects them. Pages are small, so that lists have several. */
export async function takeEvidenceSeat(clock?: () => number): Promise<EvidenceSeat> {
  const sandbox = await startSandboxTenant({ pageSize: 7, clock });
  const { credential, graph, tenant } = sandbox;
  const connect: EvidenceSeat['connect'] = (betaReads = [], patienceMs) =>
    connectGraph({ baseUrl: graph.url, credential, log: silentLog, timeoutMs: 2000, betaReads, patienceMs });
  return {
    ...sandbox,
    connect,
    evidence: (...options) => connect(...options).evidence,
    add: (state) => tenant.addPerson({ name: 'Ann Test', language: 'en', blank: false, state }).id,
    ago: (ms) => tenant.clock() - ms,
  };
}

/** All pages of a list. */
export async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
