import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { loadTemplates } from '../../src/cards/loadTemplates';
import type { RemedyKind } from '../../src/cases/remedyPlan';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { createMemoryPassLocker } from '../../src/pages/memoryPassLocker';
import type { ConversationAddress } from '../../src/ports/messenger';
import type { DatabaseAddress } from '../../src/storage/engine';
import { aDatabase } from '../storage/aDatabase';
import { openTestStore } from '../storage/openTestStore';
import { secureRandomness } from '../../src/usecases/randomness';
import { decideRequest, type DecisionWish } from '../../src/usecases/decideRequest';
import { type ProofWish, recordProof } from '../../src/usecases/recordProof';
import { requestRemedy, type RemedyWish } from '../../src/usecases/requestRemedy';
import { requestHandlers } from '../../src/worker/requestHandlers';
import type { RequestWorkerDeps } from '../../src/worker/requestWorkerDeps';
import { type JobHandler, startOutbox } from '../../src/worker/runOutbox';
import { leaksIn, noteLeaks } from '../canary/canary';
import { filesIn, keepThrown, rowsOf } from '../canary/places';
import { fakeTenant } from './fakeTenant';
import { nothingFollows } from './nothingFollows';
import { addPeople } from './requestPeople';
import { easyPolicy } from './policies';
import { fakeMessenger } from './fakeMessenger';

/** Compiled once: 150 worlds need not do it again. */
const templates = loadTemplates(path.join(__dirname, '../../cards'));
const tenantId = '11111111-1111-4111-8111-111111111111';
export const staffChannel = chatOf('staff', 'channel');

function chatOf(personId: string, kind: ConversationAddress['kind'] = 'personal'): ConversationAddress {
  return { tenantId, serviceUrl: 'https://smba.example.com/jp/', conversationId: `chat-${personId}`, kind };
}

export type RequestWorld = Awaited<ReturnType<typeof requestWorld>>;

export interface WorldOptions {
  readonly approvals?: Partial<RequestWorkerDeps['approvals']>;
}

/** What takes the place of the scripted tenant. */
interface WorldParts {
  /** Jobs besides those of requests. */
  readonly alsoHandles?: (deps: RequestWorkerDeps) => Readonly<Record<string, JobHandler>>;
  readonly afterBurial?: Parameters<typeof startOutbox>[0]['afterBurial'];
  readonly time?: { now: number };
  /** A database that holds something already. */
  readonly database?: DatabaseAddress;
  readonly directory?: RequestWorkerDeps['directory'];
  readonly remedies?: RequestWorkerDeps['remedies'];
}

/** Everything around a request: the real store, outbox, cards and locker; a tenant and a Teams that are scripted. */
export async function requestWorld(more: WorldOptions & WorldParts = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'monban-'));
  const { time = { now: 1_800_000_000_000 } } = more;
  const clock = () => time.now;
  const database = more.database ?? aDatabase(path.join(folder, 'monban.db'));
  const opened = await openTestStore({ database, tenantId, clock });
  const thrown: string[] = [];
  const tenant = fakeTenant(clock);
  addPeople(tenant);
  const teams = fakeMessenger();
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const deps: RequestWorkerDeps = {
    store: opened.store,
    directory: more.directory ?? tenant.directory,
    remedies: more.remedies ?? tenant.remedies,
    messenger: teams.messenger,
    locker: createMemoryPassLocker({ clock, capacity: 10 }),
    templates,
    clock,
    random: secureRandomness,
    log,
    staffChannel,
    staffLanguage: 'ja',
    tenantId,
    publicUrl: 'https://monban.example.com',
    approvals: {
      approverIds: ['admin', 'admin2', 'paa1', 'paa2', 'paa3'],
      approverGroupIds: [],
      breakGlassIds: ['breakglass'],
      botId: 'bot',
      policy: easyPolicy,
      applicationRemedies: ['require-mfa-reregistration', 'issue-temporary-access-pass'],
      requestValidMs: 4 * 60 * 60_000,
      laterSteps: [],
      passLifetimeMinutes: 30,
      ...more.approvals,
    },
  };
  const outbox = () =>
    startOutbox({
      jobs: opened.jobs,
      handlers: keepThrown(thrown, requestHandlers(deps), nothingFollows(), more.alsoHandles?.(deps)),
      clock,
      log,
      pollMs: 600_000,
      concurrency: 1,
      afterBurial: more.afterBurial,
      random: () => 0,
    });
  /** Everything that outlives a run: where no pass may ever be. */
  const places = () => ({
    store: Object.values(filesIn(folder)).join(''),
    log: logged.join(''),
    teams: JSON.stringify([teams.posted, teams.edited]),
    thrown: thrown.join(''),
  });
  let worker = outbox();
  for (const id of ['hanako', 'admin']) await remember(id);

  async function remember(personId: string, language: 'ja' | 'en' = personId === 'hanako' ? 'ja' : 'en') {
    await opened.store.transaction((tx) =>
      tx.conversations.remember({ address: chatOf(personId), personId, language, updatedAt: clock() }),
    );
  }

  return {
    ...opened,
    deps,
    tenant,
    teams,
    time,
    logged,
    remember,
    async openCase(personId = 'hanako', openerId = personId): Promise<string> {
      const id = deps.random.id();
      const number = `C-${id.slice(0, 8).toUpperCase()}`;
      const times = { createdAt: time.now, updatedAt: time.now };
      const texts = { language: 'ja', findings: [], causes: [], ...times } as const;
      await opened.store.transaction((tx) =>
        tx.cases.insert({
          tenantId,
          id,
          number,
          state: 'diagnosed',
          version: 1,
          personId,
          openerId,
          ...texts,
        }),
      );
      return id;
    },
    async ask(remedy: RemedyKind, wish: Partial<RemedyWish> = {}): Promise<RemedyRequest> {
      const ids = { personId: 'hanako', requesterId: 'hanako', openerId: 'hanako', ...wish };
      const door = wish.door ?? (ids.requesterId === ids.personId ? 'own' : 'colleague');
      const caseId = wish.caseId ?? (await this.openCase(ids.personId, ids.openerId));
      const outcome = await requestRemedy(deps, { caseId, remedy, language: 'ja', ...ids, door });
      if (!outcome.ok) throw new Error(outcome.refusal);
      return outcome.request;
    },
    async prove(number: string, wish: Partial<ProofWish> = {}) {
      const request = await opened.store.transaction((tx) => tx.requests.findByNumber(number));
      return recordProof(deps, {
        reference: { number },
        conversationId: 'chat-staff',
        proverId: 'admin',
        inStaffChannel: true,
        kind: 'call-back',
        phrase: request?.phrase,
        ...wish,
      });
    },
    /** Once the identity has been proven by somebody else (unless told not to). */
    async decide(number: string, wish: Partial<DecisionWish> & { unproven?: boolean } = {}) {
      const { unproven = false, ...said } = wish;
      const request = await opened.store.transaction((tx) => tx.requests.findByNumber(number));
      if (!unproven && wish.decision !== 'denied' && request?.state === 'awaitingProof')
        await this.prove(number, { proverId: 'desk' });
      return decideRequest(deps, {
        reference: { number },
        conversationId: 'chat-admin',
        approverId: 'admin',
        decision: 'approved',
        reason: 'called back, she read the phrase',
        ...said,
      });
    },
    async find(id: string): Promise<RemedyRequest> {
      const found = await opened.store.transaction((tx) => tx.requests.find(id));
      if (found === undefined) throw new Error('no such request');
      return found;
    },
    /** Lets the clock run and the jobs with it, as far as given. */
    async run(forMs = 5 * 60_000): Promise<void> {
      const until = time.now + forMs;
      for (;;) {
        await worker.drain();
        const next = await opened.jobs.nextDue();
        if (next === undefined || next > until) break;
        time.now = Math.max(time.now, next);
      }
      time.now = until;
    },
    stopWorker: () => worker.stop(),
    async restartWorker(): Promise<void> {
      await worker.stop();
      worker = outbox();
    },
    /** Where the pass, its base64 or a part of six characters shows up: it may not. */
    leaks: () => leaksIn(places()),
    /** The same, and what only the server of the database holds. */
    allPlaces: async () => ({ ...places(), ...(await rowsOf(database)) }),
    async close(): Promise<void> {
      await worker.stop();
      const rows = await rowsOf(database);
      await opened.close();
      noteLeaks({ ...places(), ...rows });
      rmSync(folder, { recursive: true });
    },
  };
}
