import { graphAccountRemedies } from '../../src/graph/graphAccountRemedies';
import { graphDirectory } from '../../src/graph/graphDirectory';
import { graphSignInHistory } from '../../src/graph/graphSignInHistory';
import type { RequestWorkerDeps } from '../../src/worker/requestWorkerDeps';
import { followHandlers } from '../../src/worker/followHandlers';
import { remedyKinds } from '../../src/cases/remedyPlan';
import { startGraphStandIn } from '../../src/sandbox/graph/startGraphStandIn';
import { Secret } from '../../src/secret';
import { delegatedPermissions, grantedPermissions } from '../../src/sandbox/entra/grantedPermissions';
import type { GraphCaller } from '../../src/sandbox/graph/graphStandInOptions';
import { createTenant } from '../../src/sandbox/tenant/tenant';
import { personId, tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { canaryPrefix } from '../canary/canary';
import { testClient, testToken } from '../graph/testClient';
import { requestWorld, type WorldOptions } from './requestWorld';

/** People of the simulated tenant, by what matters of them here. */
export const people = {
  newPhone: personId(1),
  wrongNumber: personId(2),
  /** A mobile, an alternate mobile and Authenticator. */
  twoPhones: personId(5),
  guest: personId(8),
  risky: personId(9),
  disabled: personId(10),
  globalAdministrator: personId(11),
  restricted: personId(12),
  /** Authenticator and a passkey. */
  passkey: personId(13),
  approver: personId(21),
  otherApprover: personId(22),
  privilegedApprover: personId(23),
  helpdesk: personId(24),
};

/** The token of an approver's own sign-in. */
export function tokenOf(approverId: string): Secret {
  return new Secret(`token-of-${approverId}`);
}

function signedIn(token: string): GraphCaller | undefined {
  const id = /^token-of-(.+)$/u.exec(token)?.[1];
  return id === undefined
    ? undefined
    : { kind: 'delegated', personId: id, permissions: delegatedPermissions() };
}

type Rule = Parameters<typeof JSON.stringify>[0];
export type StandInWorld = Awaited<ReturnType<typeof standInWorld>>;

/** Everything around a request as in requestWorld, with the simulated tenant over real HTTP for the scripted one. */
export async function standInWorld(
  options: WorldOptions & {
    readonly permissions?: readonly string[];
    readonly passkeysHoldDefault?: boolean;
    /** Cases are followed to their end, as in the product. */
    readonly followed?: true;
  } = {},
) {
  const { permissions = grantedPermissions(), passkeysHoldDefault = false } = options;
  const time = { now: 1_800_000_000_000 };
  const tenant = createTenant({ clock: () => time.now, passkeysHoldDefault, passPrefix: canaryPrefix });
  const app: GraphCaller = { kind: 'application', permissions };
  const graph = await startGraphStandIn({
    tenant,
    verifyToken: (token) => (token === testToken ? app : signedIn(token)),
  });
  const retry = { retries: 0, delaySeconds: 0, longestWaitMs: 0 };
  const client = testClient(graph.url, { timeoutMs: 5_000, retry });
  const world = await requestWorld({
    ...options,
    time,
    directory: graphDirectory(client),
    remedies: graphAccountRemedies(client),
    ...(options.followed
      ? {
          alsoHandles: (deps: RequestWorkerDeps) =>
            followHandlers({ ...deps, signInHistory: graphSignInHistory(client) }),
        }
      : {}),
    approvals: {
      approverIds: [people.approver, people.otherApprover, people.privilegedApprover],
      applicationRemedies: remedyKinds,
      exclusionGroupId: tenantIds.exclusionGroup,
      passLifetimeMinutes: 60,
      ...options.approvals,
    },
  });
  for (const id of [people.approver, people.otherApprover, people.privilegedApprover])
    await world.remember(id);
  function waitFor(timeoutMs: number): void {
    const other = testClient(graph.url, { timeoutMs, retry });
    Object.assign(world.deps.directory, graphDirectory(other));
    Object.assign(world.deps.remedies, graphAccountRemedies(other));
  }
  const sandbox = (method: string, path: string, body?: Rule) =>
    fetch(`${graph.url}/sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    ...world,
    time,
    simulated: tenant,
    graph,
    account: (id: string) => {
      const found = tenant.find(id);
      if (found === undefined) throw new Error(`nobody is called ${id}`);
      return found;
    },
    fault: (rule: Rule) => sandbox('POST', 'faults', rule),
    /** From here on a call that is not answered fails soon; on a busy machine one more may fail, as in life. */
    beImpatient(): void {
      waitFor(300);
    },
    bePatient(): void {
      waitFor(5_000);
    },
    noFaults: () => sandbox('DELETE', 'faults'),
    /** What was asked of Graph that is not a read. */
    writes: () =>
      graph
        .log()
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/checkMemberGroups'))
        .map(({ method, path }) => `${method} ${path.replace('/v1.0', '')}`),
    async close(): Promise<void> {
      await world.close();
      await graph.close();
    },
  };
}
