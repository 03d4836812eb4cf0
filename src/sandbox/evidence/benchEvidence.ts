import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { z } from 'zod/v4';
import { fail, print, stopWhenNobodyReads } from '../../commands/commandOutput';
import { feedNames } from '../../evidence/feeds';
import { createReadEvidence } from '../../evidence/readEvidence';
import { readFeed } from '../../evidence/readFeed';
import { connectGraph } from '../../graph/connectGraph';
import { graphDirectory } from '../../graph/graphDirectory';
import type { ReadEvidence } from '../../ports/evidence';
import { readKnowledge } from '../../readKnowledge';
import { openStore } from '../../storage/openStore';
import type { Knowledge } from '../../triage/knowledge';
import { nextStep } from '../../triage/nextStep';
import { parseKnowledge } from '../../triage/parseKnowledge';
import { readOpening } from '../../triage/readOpening';
import { openCase, type CaseDeps } from '../../usecases/openCase';
import { secureRandomness } from '../../usecases/randomness';
import { grantedPermissions } from '../entra/grantedPermissions';
import { startGraphStandIn } from '../graph/startGraphStandIn';
import { createTenant, type Tenant } from '../tenant/tenant';
import { accessScenarios } from './accessScenarios';
import { accountScenarios } from './accountScenarios';
import { methodScenarios } from './methodScenarios';

const people = 2000;
const withinMs = 60_000;
const budgetMs = 2000;

interface Outcome {
  readonly waitedMs: number;
  readonly findings: number;
  readonly missing: readonly string[];
  /** What the person is shown next: a question or a diagnosis. */
  readonly answered: boolean;
}

interface Talk extends CaseDeps {
  readonly knowledge: Knowledge;
  readonly read: ReadEvidence;
}

/** What one person's first message brings about: their evidence, a case in the store, and the first card's content. */
async function firstTurn(talk: Talk, personId: string): Promise<Outcome> {
  const began = performance.now();
  const told = readOpening(talk.knowledge, 'サインインできません');
  const { findings, notAvailable } = await talk.read(personId);
  const waitedMs = performance.now() - began;
  const observations = [...told, ...findings];
  await openCase(talk, { personId, openerId: personId, language: 'ja', findings: observations });
  const step = nextStep(talk.knowledge, { observations, asked: [] });
  const answered = step.kind === 'conclude' || step.findings.length > 0;
  return {
    waitedMs,
    findings: findings.length,
    missing: notAvailable.map(({ what, why }) => `${what}: ${why}`),
    answered,
  };
}

function fill(tenant: Tenant): readonly string[] {
  const kinds = [...accountScenarios, ...accessScenarios, ...methodScenarios].filter(
    (one) => one.tenant === undefined && one.disturbed === undefined,
  );
  return Array.from({ length: people }, (_, n) => {
    const kind = kinds[n % kinds.length];
    return tenant.addPerson({
      name: `Person ${String(n)}`,
      language: 'ja',
      blank: false,
      ...(kind === undefined ? {} : { state: kind.state }),
    }).id;
  });
}

interface Other {
  readonly url: string;
  readonly tenantId: string;
  readonly ids: readonly string[];
}

const logSchema = z.array(z.looseObject({ path: z.string(), status: z.number() }));
const otherSchema = z.object({ url: z.string(), tenantId: z.string(), ids: z.array(z.string()) });

/** The other side of the line, in a thread of its own: what it takes to answer is no time of ours. */
async function standInForGraph(): Promise<void> {
  const tenant = createTenant({ clock: Date.now.bind(Date) });
  const ids = fill(tenant);
  tenant.change({ throttling: true });
  const graph = await startGraphStandIn({
    tenant,
    verifyToken: () => ({ kind: 'application', permissions: grantedPermissions() }),
  });
  parentPort?.postMessage({ url: graph.url, tenantId: tenant.tenantId, ids } satisfies Other);
}

/** Everybody writes within a minute, by the wall clock, while the limits of Graph are kept up by the stand-in. */
async function bench(knowledge: Knowledge): Promise<void> {
  const clock = Date.now.bind(Date);
  const other = new Worker(__filename);
  const { ids, tenantId, url } = otherSchema.parse((await once(other, 'message'))[0]);
  const callsSoFar = async () => logSchema.parse(await (await fetch(`${url}/sandbox/log`)).json());
  const opened = await openStore({ database: { file: ':memory:' }, tenantId, clock });
  const token = { token: 'any', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  const { client, evidence } = connectGraph({
    baseUrl: url,
    credential: { getToken: () => Promise.resolve(token) },
    log: { debug: () => undefined, warn: () => undefined },
    timeoutMs: 10_000,
    betaReads: [],
  });
  const common = { store: opened.store, tenant: evidence, clock };
  await Promise.all(
    feedNames.map((name) => readFeed({ ...common, ownTenantId: tenantId, keptForMs: 48 * 3_600_000 }, name)),
  );
  const aheadRequests = (await callsSoFar()).length;
  print(`read ahead: ${String(aheadRequests)} requests to Graph; now ${String(people)} people write`);
  const log = { error: (data: object) => void process.stderr.write(`${JSON.stringify(data)}\n`) };
  const read = createReadEvidence({ ...common, directory: graphDirectory(client), log, budgetMs });
  const talk: Talk = { store: opened.store, clock, tenantId, random: secureRandomness, knowledge, read };
  const began = performance.now();
  const turns = ids.map(async (id, n): Promise<Outcome> => {
    await sleep((n * withinMs) / people);
    return firstTurn(talk, id);
  });
  const outcomes = await Promise.allSettled(turns);
  const seconds = (performance.now() - began) / 1000;
  const stored = await opened.store.transaction((tx) => tx.cases.createdSince(0));
  report(outcomes, { seconds, stored: stored.length, aheadRequests, calls: await callsSoFar() });
  await Promise.all([other.terminate(), opened.close()]);
}

function report(
  outcomes: readonly PromiseSettledResult<Outcome>[],
  seen: {
    readonly seconds: number;
    readonly stored: number;
    readonly aheadRequests: number;
    readonly calls: readonly { readonly path: string; readonly status: number }[];
  },
): void {
  const done = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const waited = done.map(({ waitedMs }) => waitedMs).toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(waited[Math.ceil(share * waited.length) - 1] ?? 0);
  const missing = new Map<string, number>();
  for (const what of done.flatMap((one) => one.missing)) missing.set(what, (missing.get(what) ?? 0) + 1);
  const of = (pattern: RegExp) => seen.calls.filter((call) => pattern.test(call.path)).length;
  print(
    JSON.stringify({
      people,
      pace: 'wall clock',
      seconds: Number(seen.seconds.toFixed(1)),
      budgetMs,
      waitedMs: { p50: at(0.5), p95: at(0.95), max: at(1) },
      // The budget ends the waiting for Graph; beyond it there is only the look-up in the store and the machine's load.
      overBudget: waited.filter((ms) => ms > budgetMs + 250).length,
      graphRequests: seen.calls.length,
      readAhead: seen.aheadRequests,
      reports: of(/\/(?:auditLogs|reports)\//),
      identityProtection: of(/\/(?:identityProtection|identity\/conditionalAccess)/),
      methods: of(/\/authentication\/methods/),
      throttled: seen.calls.filter(({ status }) => status === 429).map((call) => call.path),
      findingsMean: Number((done.reduce((sum, one) => sum + one.findings, 0) / done.length).toFixed(1)),
      notAvailable: Object.fromEntries(missing),
      lost: people - Math.min(seen.stored, done.filter(({ answered }) => answered).length),
    }),
  );
}

if (isMainThread) runBench();
else void standInForGraph();

function runBench(): void {
  stopWhenNobodyReads();
  const parsed = parseKnowledge(readKnowledge(path.resolve(__dirname, '../../..')));
  if (parsed.ok) void bench(parsed.knowledge);
  else fail('the knowledge is not usable: npm run knowledge:check');
}
