import { z } from 'zod/v4';
import { type CaseAct, handleCase } from '../../src/usecases/handleCase';
import { recoveryJobs } from '../../src/usecases/recoveryJobs';
import { requestRemedy } from '../../src/usecases/requestRemedy';
import { caseHandlers } from '../../src/worker/caseHandlers';
import { incidentHandlers } from '../../src/worker/tellIncident';
import { tellRecovery } from '../../src/worker/tellRecovery';
import { knowledge } from '../fakes/caseWorld';
import { usualMethods } from '../fakes/requestPeople';
import { staffChannel } from '../fakes/requestWorld';
import { tenantId } from './localBot';
import { ids, type RequestBot, startRequestBot } from './requestBot';

export const chat = { id: 'a:person', conversationType: 'personal', tenantId };
export const hour = 3_600_000;

export interface Silent {
  readonly test: RequestBot;
  readonly caseId: string;
  readonly requestId: string;
}

/** Hanako's like: somebody with a chat, a case and a request in it that waits for a proof. */
export async function begin(): Promise<Silent> {
  const test = await startRequestBot({
    runTriage: async (context) => {
      await context.sendActivity('the triage speaks');
    },
    alsoHandles: (deps) => {
      const claims = {
        limits: { withinMs: hour / 2, warnBeforeMs: hour / 6 },
        onCall: { timeZone: 'Asia/Tokyo', entries: [] },
      };
      const more = { ...deps, knowledge, claims, helpdeskContact: undefined };
      const incidentLimits = { windowMs: hour, people: 99, cases: 99 };
      return {
        ...caseHandlers(more),
        ...incidentHandlers({ ...more, incidentLimits }),
        [recoveryJobs.tell]: tellRecovery(more),
      };
    },
  });
  const { deps } = test.world;
  test.world.tenant.add({ id: ids.person, displayName: 'Pia Person' }, { methods: [...usualMethods] });
  const address = {
    tenantId,
    serviceUrl: test.bot.connector.url,
    conversationId: chat.id,
    kind: 'personal' as const,
  };
  await deps.store.transaction((tx) =>
    tx.conversations.remember({ address, personId: ids.person, language: 'en', updatedAt: deps.clock() }),
  );
  const caseId = await test.world.openCase(ids.person);
  const request = await requestRemedy(deps, {
    caseId,
    personId: ids.person,
    requesterId: ids.person,
    openerId: ids.person,
    door: 'own',
    remedy: 'require-mfa-reregistration',
    language: 'en',
  });
  if (!request.ok) throw new Error(request.refusal);
  await test.world.run(0);
  return { test, caseId, requestId: request.request.id };
}

export async function owned(): Promise<Silent> {
  const silent = await begin();
  await act(silent, { kind: 'claim' });
  await silent.test.world.run(0);
  return silent;
}

export async function act({ caseId, test }: Silent, wish: CaseAct): Promise<void> {
  const { number } = await caseOf({ caseId, test });
  const actor = { id: ids.desk, name: 'Dora Desk' };
  const outcome = await handleCase(test.world.deps, { reference: { number }, actor, act: wish });
  if (!outcome.ok) throw new Error(outcome.refusal);
}

export async function caseOf({ caseId, test }: Pick<Silent, 'caseId' | 'test'>) {
  const found = await test.world.deps.store.transaction((tx) => tx.cases.find(caseId));
  if (found === undefined) throw new Error('no such case');
  return found;
}

/** Everything that the bot has written in the person's chat, by turns and by jobs. */
export function spoken({ test }: Silent): readonly string[] {
  const text = z.looseObject({ text: z.string().default('(a card)') });
  const byTurns = test.bot.connector.calls
    .filter(({ path }) => path.includes(chat.id))
    .map(({ activity }) => text.parse(activity).text);
  const byJobs = test.world.teams.posted
    .filter(({ conversationId }) => conversationId === chat.id)
    .map(({ content }) => (content.kind === 'text' ? content.text : '(a card)'));
  return [...byTurns, ...byJobs];
}

export async function staffWrite({ caseId, test }: Silent, line: number): Promise<void> {
  const root = (await caseOf({ caseId, test })).handoff?.card?.activityId ?? '';
  await test.bot.send(
    test.bot.activity({
      from: { id: '29:d', aadObjectId: ids.desk },
      conversation: {
        id: `${staffChannel.conversationId};messageid=${root}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId,
      },
      text: `line ${String(line)}`,
    }),
  );
}
