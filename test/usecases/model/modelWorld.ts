import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { RemedyRequest } from '../../../src/cases/remedyRequest';
import { roleIds } from '../../../src/cases/roleMatrix';
import { Fault } from '../../../src/faults';
import { createMemoryDelegatedTokens } from '../../../src/graph/memoryDelegatedTokens';
import { createMemoryPassLocker } from '../../../src/pages/memoryPassLocker';
import type { AccountRemedies } from '../../../src/ports/accountRemedies';
import type { NewJob, Store } from '../../../src/ports/store';
import { openStore } from '../../../src/storage/openStore';
import type { Randomness } from '../../../src/usecases/randomness';
import { requestJobKinds } from '../../../src/usecases/requestJobs';
import { requestHandlers } from '../../../src/worker/requestHandlers';
import type { RequestWorkerDeps } from '../../../src/worker/requestWorkerDeps';
import { startOutbox } from '../../../src/worker/runOutbox';
import { loadTemplates } from '../../../src/cards/loadTemplates';
import { fakeMessenger } from '../../fakes/fakeMessenger';
import { fakeTenant } from '../../fakes/fakeTenant';
import { mayWrite } from './jobRules';
import { approvalsOf } from './modelPolicy';
import { cast, type Model, type Role } from './referenceModel';

const tenantId = '11111111-1111-4111-8111-111111111111';
const templates = loadTemplates(path.join(__dirname, '../../../cards'));
const silent = pino({ level: 'silent' });
export const staffChannel = {
  tenantId,
  serviceUrl: 'https://smba.example.com/jp/',
  conversationId: 'chat-staff',
  kind: 'channel',
} as const;

/** Where thousands of small commits do not wait for a disk, if the machine has such a place. */
const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'monban-model-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;

/** A database that has its tables already: copied, not made anew two thousand times. */
async function freshFile(): Promise<string> {
  const pattern = path.join(folder, 'pattern.db');
  if (!existsSync(pattern))
    await (await openStore({ database: { file: pattern }, tenantId, clock: () => 0 })).close();
  const file = path.join(folder, `${(files += 1)}.db`);
  copyFileSync(pattern, file);
  return file;
}

/** The same numbers in every run of a seed. */
function counting(): Randomness {
  let count = 0;
  const next = () => (count += 1).toString().padStart(4, '0');
  return {
    id: () => `id-${next()}`,
    token: () => `token-${next()}-${'x'.repeat(32)}`,
    below: (end) => (count += 7) % end,
    number: (prefix) => `${prefix}-${next()}`,
  };
}

export function standingOf(role: Role | 'other') {
  const roleId = {
    none: undefined,
    other: 'any other role',
    admin: roleIds.authenticationAdministrator,
    paa: roleIds.privilegedAuthenticationAdministrator,
  }[role];
  return { roles: roleId === undefined ? [] : [{ roleId, scope: '/' }], inRoleAssignableGroup: false };
}

/** What is told to people is another test's; here it would be most of the time. */
const toldElsewhere: readonly string[] = [
  requestJobKinds.postRequestCards,
  requestJobKinds.editRequestCards,
  requestJobKinds.tellPerson,
  requestJobKinds.askManager,
  requestJobKinds.securityAlarm,
];

function withoutTelling(store: Store): Store {
  return {
    look: (work) => store.look(work),
    aside: (work) => store.aside(work),
    transaction: (work) =>
      store.transaction((tx) => {
        const add = (job: NewJob) =>
          toldElsewhere.includes(job.kind) ? Promise.resolve() : tx.outbox.add(job);
        return work({ ...tx, outbox: { ...tx.outbox, add } });
      }),
  };
}

export type ModelWorld = Awaited<ReturnType<typeof modelWorld>>;
export type TenantCall = 'methods' | 'removeMethod' | 'revokeSessions';

/** The real store in a file, the real use cases and jobs, a scripted tenant, and a memory that a restart empties. */
export async function modelWorld(model: Model) {
  const file = await freshFile();
  const clock = () => model.now;
  const random = counting();
  const tenant = scriptedTenant(model);
  const teams = fakeMessenger();
  const next: { fault?: TenantCall | undefined } = {};
  const violations: string[] = [];
  const requestIds: string[] = [];

  async function falters<Result>(call: TenantCall, work: () => Promise<Result>): Promise<Result> {
    if (next.fault !== call) return work();
    next.fault = undefined;
    throw new Fault('graph-broken', 'not now', { retryable: true, status: 503 });
  }

  /** Each single write is measured, at the moment of it, by the rules and by what the store says. */
  async function write<Result>(call: TenantCall, work: () => Promise<Result>): Promise<Result> {
    const running = await now.store.transaction((tx) => tx.requests.inState('running'));
    const known = model.requests[requestIds.indexOf(running[0]?.id ?? '')];
    if (running.length !== 1 || known === undefined || !mayWrite(model, known)) violations.push(call);
    return falters(call, work);
  }

  const real = tenant.remedies;
  const remedies: AccountRemedies = {
    ...real,
    removeMethod: (...given) => write('removeMethod', () => real.removeMethod(...given)),
    revokeSessions: (...given) => write('revokeSessions', () => real.revokeSessions(...given)),
  };

  async function started() {
    const opened = await openStore({ database: { file }, tenantId, clock, newId: () => random.id() });
    const tokens = createMemoryDelegatedTokens({ clock, capacity: 50 });
    const deps: RequestWorkerDeps = {
      store: withoutTelling(opened.store),
      directory: {
        ...tenant.directory,
        methods: (id) => falters('methods', () => tenant.directory.methods(id)),
      },
      remedies,
      ...(model.delegated ? { delegated: { tokens, remediesWith: () => remedies } } : {}),
      messenger: teams.messenger,
      locker: createMemoryPassLocker({ clock, capacity: 10 }),
      templates,
      clock,
      random,
      log: silent,
      staffChannel,
      staffLanguage: 'ja',
      tenantId,
      publicUrl: 'https://monban.example.com',
      approvals: approvalsOf(model),
    };
    const handlers = requestHandlers(deps);
    const parts = { jobs: opened.jobs, handlers, clock, log: silent, random: () => 0 };
    // Nothing runs but what the test lets run.
    const startWorker = () => startOutbox({ ...parts, pollMs: 600_000, concurrency: 1 });
    return { ...opened, tokens, deps, startWorker };
  }
  let now = await started();

  return {
    tenant,
    violations,
    requestIds,
    now: () => now,
    requests: () =>
      now.store.transaction(async (tx) => {
        const found: RemedyRequest[] = [];
        for (const id of requestIds) {
          const request = await tx.requests.find(id);
          if (request !== undefined) found.push(request);
        }
        return found;
      }),
    /** Lets the clock run, and the jobs with it. */
    async run(until: number, fault: TenantCall | undefined): Promise<void> {
      next.fault = fault;
      const worker = now.startWorker();
      for (;;) {
        await worker.drain();
        const due = await now.jobs.nextDue();
        if (due === undefined || due > until) break;
        model.now = Math.max(model.now, due);
      }
      await worker.stop();
      model.now = until;
      next.fault = undefined;
    },
    /** The secrets of the links that were sent to approvers whose token was lost. */
    linksAgain: () =>
      teams.posted.flatMap(({ content }) => /\/confirm\/([\w-]+)/u.exec(JSON.stringify(content))?.[1] ?? []),
    async restart(): Promise<void> {
      await now.close();
      now = await started();
    },
    stop: () => now.close(),
  };
}

function scriptedTenant(model: Model) {
  const tenant = fakeTenant(() => model.now);
  for (const who of cast) {
    const employeeId = who.startsWith('paa1') ? '77' : who;
    tenant.add({ id: who, employeeId }, { standing: standingOf(model.role[who]) });
  }
  tenant.of('hanako').managerId = 'taro';
  return tenant;
}
