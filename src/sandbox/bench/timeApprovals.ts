import path from 'node:path';
import { pino } from 'pino';
import type { Standing } from '../../cases/person';
import { roleIds } from '../../cases/roleMatrix';
import { policyInTheBox } from '../../policyInTheBox';
import { readPolicy } from '../../readPolicy';
import type { Directory } from '../../ports/directory';
import type { Store } from '../../ports/store';
import { decideRequest } from '../../usecases/decideRequest';
import { openCase } from '../../usecases/openCase';
import { secureRandomness } from '../../usecases/randomness';
import { recordProof } from '../../usecases/recordProof';
import type { RequestDeps } from '../../usecases/requestDeps';
import { requestRemedy } from '../../usecases/requestRemedy';

const prover = 'prover';
const approver = 'approver';
const remedy = 'revoke-sessions';

/** What one approval took: CPU of this process, and by the wall clock, in which a server's part shows too. */
export interface TimedApproval {
  readonly cpuMicros: number;
  readonly ms: number;
}

/**
 * One approval after the other, each from the case to the decision, by the very use cases and on the store alone: the
 * tenant answers at once.
 */
export async function timeApprovals(
  store: Store,
  tenantId: string,
  people: readonly string[],
): Promise<readonly TimedApproval[]> {
  const deps = depsFor(store, tenantId);
  const times: TimedApproval[] = [];
  for (const personId of people) {
    const before = process.threadCpuUsage();
    const began = performance.now();
    await approve(deps, personId);
    const { system, user } = process.threadCpuUsage(before);
    times.push({ cpuMicros: system + user, ms: performance.now() - began });
  }
  return times;
}

async function approve(deps: RequestDeps, personId: string): Promise<void> {
  const opened = await openCase(deps, { personId, openerId: personId, language: 'ja', findings: [] });
  const asked = await requestRemedy(deps, {
    caseId: opened.id,
    personId,
    requesterId: personId,
    openerId: personId,
    door: 'own',
    remedy,
    language: 'ja',
  });
  if (!asked.ok) throw new Error(`no request: ${asked.refusal}`);
  const { number, phrase } = asked.request;
  const reference = { number };
  const proven = await recordProof(deps, {
    reference,
    conversationId: 'staff',
    proverId: prover,
    inStaffChannel: true,
    kind: 'call-back',
    phrase,
  });
  if (!proven.ok) throw new Error(`no proof: ${proven.refusal}`);
  const decided = await decideRequest(deps, {
    reference,
    conversationId: 'approver',
    approverId: approver,
    decision: 'approved',
    reason: 'called back',
  });
  if (!decided.ok) throw new Error(`no decision: ${decided.refusal}`);
}

function depsFor(store: Store, tenantId: string): RequestDeps {
  const { policy } = readPolicy(policyInTheBox(path.resolve(__dirname, '..', '..', '..')));
  const row = policy.remedies[remedy].ordinary;
  if (typeof row === 'string') throw new Error(`the policy in the box has no ${remedy}`);
  // A sign-in would be the identity provider's time; and nobody approves so often in an hour.
  const ordinary = { ...row, confirm: 'card' as const };
  const often = { ...policy.limits, requestsPerTenant: 1e9, decisionsPerApprover: 1e9 };
  return {
    store,
    directory: readyDirectory,
    clock: Date.now,
    random: secureRandomness,
    tenantId,
    staffLanguage: 'ja',
    log: pino({ level: 'silent' }),
    approvals: {
      policy: {
        ...policy,
        limits: often,
        remedies: { ...policy.remedies, [remedy]: { ...policy.remedies[remedy], ordinary } },
      },
      approverIds: [approver],
      approverGroupIds: [],
      breakGlassIds: [],
      botId: 'bot',
      applicationRemedies: [remedy],
      requestValidMs: 3_600_000,
      laterSteps: [],
      passLifetimeMinutes: 60,
    },
  };
}

const nobody = (): never => {
  throw new Error('nobody asks for this in an approval');
};

/** A tenant that answers at once. */
const readyDirectory: Directory = {
  person: (id) =>
    Promise.resolve({
      id,
      displayName: id,
      userPrincipalName: `${id}@example.com`,
      kind: 'member',
      accountEnabled: true,
      synced: false,
      managementRestricted: false,
    }),
  standing: (id): Promise<Standing> =>
    Promise.resolve({
      roles: id === approver ? [{ roleId: roleIds.authenticationAdministrator, scope: '/' }] : [],
      inRoleAssignableGroup: false,
    }),
  methods: () => Promise.resolve([]),
  groupsAmong: () => Promise.resolve([]),
  managerOf: () => Promise.resolve(undefined),
  otherAdministrators: () => Promise.resolve(3),
  userRisk: () => Promise.resolve(undefined),
  passPolicy: nobody,
  personByUserName: nobody,
  group: nobody,
};
