import { walkCase, type WalkedCase } from '../../commands/walkCase';
import { createReadEvidence } from '../../evidence/readEvidence';
import { feedNames } from '../../evidence/feeds';
import { readFeed } from '../../evidence/readFeed';
import { createGraphClient } from '../../graph/graphClient';
import { graphDirectory } from '../../graph/graphDirectory';
import { graphTenantEvidence } from '../../graph/graphTenantEvidence';
import { createPacer } from '../../graph/pacer';
import { paceLimits } from '../../graph/paceLimits';
import type { Evidence } from '../../ports/evidence';
import { openStore } from '../../storage/openStore';
import type { Knowledge } from '../../triage/knowledge';
import { startGraphStandIn } from '../graph/startGraphStandIn';
import { createTenant, type Tenant } from '../tenant/tenant';
import { grantedPermissions } from '../entra/grantedPermissions';
import type { EvidenceScenario } from './scenario';

/** One scenario as it went: with what the tenant told, and for the same person of whom the tenant tells nothing. */
export interface WalkedScenario {
  readonly scenario: EvidenceScenario;
  readonly evidence: Evidence;
  readonly withEvidence: WalkedCase;
  readonly without: WalkedCase;
}

interface World {
  readonly tenant: Tenant;
  readonly read: (personId: string) => Promise<Evidence>;
  readonly close: () => Promise<void>;
}

/** Each scenario against the stand-in for Graph, over HTTP, with the product's own client, reader, store and engine. */
export async function runScenarios(
  knowledge: Knowledge,
  scenarios: readonly EvidenceScenario[],
): Promise<readonly WalkedScenario[]> {
  const walked: WalkedScenario[] = [];
  // Those who share a tenant share its stand-in: what is different for one must not be for another.
  for (const alike of groupsOf(scenarios)) {
    const world = await startWorld(alike);
    try {
      for (const scenario of alike) walked.push(await walk(knowledge, world, scenario));
    } finally {
      await world.close();
    }
  }
  return walked;
}

function groupsOf(scenarios: readonly EvidenceScenario[]): readonly (readonly EvidenceScenario[])[] {
  const groups = new Map<string, EvidenceScenario[]>();
  for (const one of scenarios) {
    const key = JSON.stringify([one.tenant, one.disturbed]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

const nameOf = (scenario: EvidenceScenario, blank: boolean) => `${scenario.id}${blank ? ' (blank)' : ''}`;

async function startWorld(scenarios: readonly EvidenceScenario[]): Promise<World> {
  const now = Date.now();
  const clock = () => now;
  const tenant = createTenant({ clock });
  const [first] = scenarios;
  if (first?.tenant !== undefined) tenant.change(first.tenant);
  if (first?.disturbed !== undefined)
    tenant.openIncident({ service: first.disturbed, title: 'Sign-ins fail', kind: 'incident' });
  for (const scenario of scenarios) {
    const { lang: language, state } = scenario;
    tenant.addPerson({ name: nameOf(scenario, false), language, blank: false, state });
    // Without roles: an administrator who cannot be read would hide whether others could help.
    tenant.addPerson({ name: nameOf(scenario, true), language, blank: true, state: { ...state, roles: [] } });
  }
  const graph = await startGraphStandIn({
    tenant,
    verifyToken: () => ({ kind: 'application', permissions: grantedPermissions() }),
  });
  const opened = await openStore({ database: { file: ':memory:' }, tenantId: tenant.tenantId, clock });
  const { evidence, directory } = linesTo(graph.url);
  const deps = { store: opened.store, tenant: evidence, clock };
  for (const name of feedNames)
    await readFeed({ ...deps, ownTenantId: tenant.tenantId, keptForMs: 48 * 3_600_000 }, name);
  const log = { error: (data: object) => void process.stderr.write(`${JSON.stringify(data)}\n`) };
  return {
    tenant,
    read: createReadEvidence({ ...deps, directory, log }),
    close: async () => {
      await Promise.all([graph.close(), opened.close()]);
    },
  };
}

/** The product's clients. Nobody else is in a hurry here, so all may read their methods at once. */
function linesTo(baseUrl: string) {
  const roomy = { requests: 1000, perMs: 1000, source: 'scenarios run one after the other' };
  const pacer = createPacer({
    limits: { ...paceLimits, methods: roomy, reports: roomy, identityProtection: roomy },
  });
  const token = { token: 'any', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  const common = {
    baseUrl,
    credential: { getToken: () => Promise.resolve(token) },
    log: { debug: () => undefined, warn: () => undefined },
    timeoutMs: 5000,
  };
  const client = createGraphClient({
    ...common,
    pacing: { pacer, patienceMs: { reports: 0, identityProtection: 0 } },
  });
  const patientClient = createGraphClient({
    ...common,
    pacing: { pacer, patienceMs: { reports: 60_000, identityProtection: 60_000 } },
  });
  return {
    evidence: graphTenantEvidence({ client, patientClient, pacer, betaReads: [] }),
    directory: graphDirectory(client),
  };
}

async function walk(knowledge: Knowledge, world: World, scenario: EvidenceScenario): Promise<WalkedScenario> {
  const evidence = await world.read(idOf(world.tenant, nameOf(scenario, false)));
  const none = await world.read(idOf(world.tenant, nameOf(scenario, true)));
  return {
    scenario,
    evidence,
    withEvidence: walkCase(knowledge, caseOf(scenario, evidence)),
    without: walkCase(knowledge, caseOf(scenario, none)),
  };
}

function idOf(tenant: Tenant, name: string): string {
  const account = tenant.accounts.find((one) => one.name === name);
  if (account === undefined) throw new Error(`nobody is called ${name}`);
  return account.id;
}

/** A scenario in the form of a support case, with what the tenant told. */
export function caseOf(scenario: EvidenceScenario, { findings }: Evidence) {
  const { causes, facts, id, lang, opening, routes } = scenario;
  return {
    id,
    lang,
    opening,
    facts: { ...facts },
    causes: [...causes],
    routes: [...routes],
    tenant: Object.fromEntries(findings.map(({ finding, values }) => [finding, [...values]])),
  };
}
