import { appendFileSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { loadTemplates } from '../../../src/cards/loadTemplates';
import { createMemoryPassLocker } from '../../../src/pages/memoryPassLocker';
import type { DatabaseAddress } from '../../../src/storage/engine';
import { handleDecision } from '../../../src/teams/handleDecision';
import { secureRandomness } from '../../../src/usecases/randomness';
import { requestJobKinds } from '../../../src/usecases/requestJobs';
import { requestHandlers } from '../../../src/worker/requestHandlers';
import type { RequestWorkerDeps } from '../../../src/worker/requestWorkerDeps';
import { startOutbox } from '../../../src/worker/runOutbox';
import { fakeMessenger } from '../../fakes/fakeMessenger';
import { fakeTenant } from '../../fakes/fakeTenant';
import { easyPolicy } from '../../fakes/policies';
import { addPeople } from '../../fakes/requestPeople';
import { openTestStore } from '../openTestStore';
import { testTenant } from '../stored';

export const approvers = ['admin', 'admin2', 'paa1', 'paa2', 'paa3'] as const;
export const remedy = 'require-mfa-reregistration';
const many = 1000;

/** What came of one press: taken, or the words for who was too late. */
export interface Clicked {
  readonly who: string;
  readonly taken: boolean;
  readonly words: string;
}

export interface Click {
  readonly who: string;
  readonly decision: 'approved' | 'denied';
}

/** One instance of the bot on a database: the real store, use cases and jobs. Each write in the tenant is a line of the file. */
export async function clickScene(database: DatabaseAddress, tenantFile: string, people: number) {
  const opened = await openTestStore({ database, tenantId: testTenant, clock: Date.now });
  const tenant = fakeTenant(Date.now);
  addPeople(tenant);
  for (let number = 0; number < people; number += 1)
    tenant.add(
      { id: `person-${number}` },
      {
        methods: [
          { id: 'app', kind: 'microsoft-authenticator', isDefault: true },
          { id: 'totp', kind: 'software-oath' },
        ],
      },
    );
  const note = (personId: string, what: string) => {
    appendFileSync(tenantFile, `${personId} ${what}\n`);
  };
  const { remedies } = tenant;
  const log = pino({ level: 'silent' });
  const deps: RequestWorkerDeps = {
    store: opened.store,
    directory: tenant.directory,
    remedies: {
      ...remedies,
      removeMethod: (personId, method) => {
        note(personId, `loses ${method.id}`);
        return remedies.removeMethod(personId, method);
      },
    },
    messenger: fakeMessenger().messenger,
    locker: createMemoryPassLocker({ clock: Date.now, capacity: 10 }),
    templates: loadTemplates(path.join(__dirname, '../../../cards')),
    clock: Date.now,
    random: secureRandomness,
    log,
    staffChannel: undefined,
    staffLanguage: 'en',
    tenantId: testTenant,
    publicUrl: 'https://monban.example.com',
    approvals: {
      approverIds: approvers,
      approverGroupIds: [],
      breakGlassIds: [],
      botId: 'bot',
      policy: {
        ...easyPolicy,
        limits: { ...easyPolicy.limits, requestsPerTenant: many, decisionsPerApprover: many },
      },
      applicationRemedies: [remedy],
      requestValidMs: 3_600_000,
      laterSteps: [],
      passLifetimeMinutes: 30,
    },
  };
  const { editRequestCards, postRequestCards, tellPerson } = requestJobKinds;
  const nothing = () => Promise.resolve();
  const told = { [editRequestCards]: nothing, [postRequestCards]: nothing, [tellPerson]: nothing };
  const handlers = { ...requestHandlers(deps), ...told };
  const outbox = startOutbox({
    jobs: opened.jobs,
    handlers,
    clock: Date.now,
    log,
    pollMs: 20,
    concurrency: 2,
  });
  opened.whenJobsAdded(() => {
    outbox.wake();
  });

  async function click(number: string, { decision, who }: Click): Promise<Clicked> {
    const address = {
      tenantId: testTenant,
      serviceUrl: '',
      conversationId: `chat-${who}`,
      kind: 'personal',
    } as const;
    const speaker = { personId: who, address, locale: 'en', inStaffChannel: false };
    const given = {
      reference: { number },
      decision,
      reason: 'called back',
      proof: undefined,
      phrase: undefined,
    };
    const { taken, words } = await handleDecision(deps, speaker, given, 'en');
    return { who, taken, words };
  }

  return {
    deps,
    opened,
    /** Everybody presses at once. */
    clicks: (number: string, clicks: readonly Click[]) =>
      Promise.all(clicks.map((one) => click(number, one))),
    async stop(): Promise<void> {
      await outbox.stop();
      await opened.close();
    },
  };
}
