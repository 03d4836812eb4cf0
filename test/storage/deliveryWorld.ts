import { z } from 'zod/v4';
import { roleIds } from '../../src/cases/roleMatrix';
import { cardActionsOf } from '../../src/commands/cardActionsOf';
import { createRunTriage } from '../../src/teams/runTriage';
import { carryOnKind } from '../../src/usecases/carryOn';
import { carryOnPress } from '../../src/worker/carryOnPress';
import { caseHandlers } from '../../src/worker/caseHandlers';
import { knowledge } from '../fakes/caseWorld';
import { usualMethods } from '../fakes/requestPeople';
import { requestWorld, staffChannel } from '../fakes/requestWorld';
import { type LocalBot, tenantId } from '../teams/localBot';
import { anInstance, ids } from '../teams/requestBot';

const hour = 3_600_000;
export const never = () => new Promise<never>(() => undefined);
/** Longer than an activity is left to a turn that says nothing. */
export const overMs = 15_000;

type Parts = Readonly<Record<string, unknown>>;

export const inOwnChat = (who: string): Parts => ({
  locale: 'en-US',
  from: { id: `29:${who}`, aadObjectId: who },
  conversation: { id: `a:${who}`, conversationType: 'personal', tenantId },
});

export const inChannel = (who: string): Parts => ({
  ...inOwnChat(who),
  conversation: {
    id: staffChannel.conversationId,
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  },
});

export const pressed = (verb: string, data: unknown): Parts => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  text: undefined,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

const shown = z.looseObject({
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});
const question = z.looseObject({
  finding: z.string().optional(),
  findings: z.array(z.string()).optional(),
});

/** Whatever one instance said, words and cards. */
export function said(bot: LocalBot): readonly string[] {
  return bot.connector.calls
    .map(({ activity }) => shown.parse(activity))
    .map(({ attachments, text = '' }) => text + JSON.stringify(attachments ?? ''));
}

export type DeliveryWorld = Awaited<ReturnType<typeof deliveryWorld>>;

/** Several instances of the whole bot on one store, with the real triage: to be killed, and delivered to again. */
export async function deliveryWorld() {
  const instances: LocalBot[] = [];
  const claims = {
    limits: { withinMs: hour / 2, warnBeforeMs: hour / 6 },
    onCall: { timeZone: 'Asia/Tokyo', entries: [] },
  };
  const world = await requestWorld({
    approvals: { approverIds: [ids.approver] },
    alsoHandles: (deps) => ({
      ...caseHandlers({ ...deps, knowledge, claims, helpdeskContact: undefined }),
      [carryOnKind]: (job) => carryOnPress({ ...deps, inbox: world.inbox, resume })(job),
    }),
  });
  const roles = [{ roleId: roleIds.authenticationAdministrator, scope: '/' }];
  const standing = { roles, inRoleAssignableGroup: false };
  world.tenant.add({ id: ids.approver, displayName: 'Ada Approver' }, { standing });
  world.tenant.add({ id: ids.desk, displayName: 'Dora Desk' });
  world.tenant.add({ id: ids.person, displayName: 'Pia Person' }, { methods: [...usualMethods] });

  async function instance(more: Parameters<typeof anInstance>[1] = {}): Promise<LocalBot> {
    const runTriage = createRunTriage({
      ...world.deps,
      knowledge,
      helpdeskContact: undefined,
      readEvidence: () => Promise.resolve({ findings: [], notAvailable: [] }),
      today: () => '2026-11-26',
      telecomProvider: false,
    });
    const bot = await anInstance(world, { runTriage, ...more });
    instances.push(bot);
    return bot;
  }

  /** Teams is the same for all: what the new instance says goes where the activity came from. */
  async function resume(kept: unknown): Promise<'done' | 'conversation-busy' | 'bot-busy'> {
    const { serviceUrl } = z.looseObject({ serviceUrl: z.string() }).parse(kept);
    return (await instance({ settings: { serviceUrls: [serviceUrl] } })).resume(kept);
  }

  async function events(): Promise<readonly string[]> {
    const all: string[] = [];
    for await (const { event } of world.audit.entries()) all.push(event);
    return all;
  }

  const store = world.deps.store;
  return {
    ...world,
    instance,
    /** How many instances there were. */
    started: () => instances.length,
    countOf: async (event: string) => (await events()).filter((one) => one === event).length,
    /** Somebody writes, to an instance that lives; gives the cards' actions that came back. */
    async tells(parts: Parts): Promise<ReturnType<typeof cardActionsOf>> {
      const bot = await instance();
      await bot.send(bot.activity(parts));
      return bot.connector.calls.flatMap(({ activity }) => cardActionsOf(shown.parse(activity).attachments));
    },
    /** A question that is open, and the press that says "I don't know" to it. */
    async askedSomething() {
      const actions = await this.tells({ ...inOwnChat(ids.person), text: 'I cannot sign in.' });
      const data = actions.find(({ verb }) => verb === 'triage/answer')?.data;
      const { finding = '', findings = [finding] } = question.parse(data);
      const unknown = Object.fromEntries([...findings, 'value'].map((id) => [id, 'unknown']));
      return {
        finding: `"finding":"${findings[0] ?? ''}"`,
        unknown: { ...inOwnChat(ids.person), ...pressed('triage/answer', { ...data, ...unknown }) },
      };
    },
    openRequest: () => store.transaction((tx) => tx.requests.openFor(ids.person)),
    /** Staff ask for the person; gives the request's number. */
    async asked(): Promise<string> {
      await this.tells({ ...inChannel(ids.desk), text: `reset for ${ids.person}@example.com` });
      await world.run(0);
      const request = await this.openRequest();
      if (request === undefined) throw new Error('no request came of it');
      return request.number;
    },
    /** The person's case waits for staff; gives its card in the channel. */
    async handedOver(): Promise<string> {
      await this.tells({ ...inOwnChat(ids.person), text: 'I got a new phone and no code comes.' });
      await this.tells({ ...inOwnChat(ids.person), text: 'talk to a person' });
      await world.run(0);
      const found = await store.transaction((tx) => tx.cases.openOf(ids.person));
      return found?.handoff?.card?.activityId ?? '';
    },
    async close(): Promise<void> {
      await Promise.all(instances.map((one) => one.stop()));
      await world.close();
    },
  };
}
