import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { roleIds } from '../../src/cases/roleMatrix';
import { readKnowledge } from '../../src/readKnowledge';
import { createActivitiesInHand } from '../../src/teams/activityInHand';
import { createBotApp } from '../../src/teams/botApp';
import type { RunTriage } from '../../src/teams/runTriage';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { type RequestWorld, requestWorld, staffChannel, type WorldOptions } from '../fakes/requestWorld';
import { type LocalBot, startLocalBot, tenantId } from './localBot';

/** People as Teams names them: by object ids. */
export const ids = {
  approver: '7b2e4d6f-8a9c-4b1d-ae3f-5c7d9e1f2a48',
  desk: '1c9d3b7a-5e2f-4a6b-8d0c-9f1e2a3b4c5d',
  guest: '2d8e4c6b-7f3a-4b5c-9e1d-8a0f1b2c3d4e',
  manager: '4f6a1b2c-3d5e-4f7a-9b8c-0d1e2f3a4b5c',
  person: '3e7f5d5c-8a4b-4c6d-8f2e-7b1a0c3d4e5f',
} as const;

export interface RequestBot {
  readonly world: RequestWorld;
  readonly bot: LocalBot;
  /** Sends a card action from the staff channel. */
  send(who: string, verb: string, more?: SentMore): Promise<Response>;
  stop(): Promise<void>;
}

interface SentMore {
  readonly id?: string;
  readonly token?: string;
  readonly trigger?: 'automatic' | 'manual';
  readonly data?: Readonly<Record<string, unknown>>;
  readonly activityId?: string;
  readonly conversationId?: string;
}

const staffIds: readonly string[] = [ids.approver, ids.desk];
const read = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
if (!read.ok) throw new Error('the knowledge is not usable');
const { knowledge } = read;

/** One instance of the bot on the store of this world. */
export async function anInstance(
  world: RequestWorld,
  parts: {
    readonly runTriage?: RunTriage | undefined;
    readonly settings?: Parameters<typeof startLocalBot>[0];
    /** What it does instead of storing that a turn is done. */
    readonly dies?: (() => Promise<never>) | undefined;
  } = {},
): Promise<LocalBot> {
  const { clock, log, store, templates } = world.deps;
  const { dies, runTriage = () => Promise.reject(new Error('no triage here')) } = parts;
  // Whoever is dead extends no lease either.
  const inbox =
    dies === undefined ? world.inbox : { ...world.inbox, finish: dies, hold: () => Promise.resolve() };
  const storage = dies === undefined ? world.botState : { ...world.botState, write: dies };
  const inHand = createActivitiesInHand({ inbox, clock, log, newHolder: randomUUID, pollMs: 5 });
  const app = createBotApp({
    storage,
    inHand,
    store,
    clock,
    log,
    templates,
    requests: world.deps,
    staffChannel,
    confirmLink: (token) => `https://monban.example.com/confirm#${token}`,
    runTriage,
    knowledge,
    isStaff: (personId) => Promise.resolve(staffIds.includes(personId)),
  });
  return startLocalBot(parts.settings, app, inHand);
}

/** The whole bot over HTTP, with the real store and a scripted tenant. */
export async function startRequestBot(
  parts: Parameters<typeof requestWorld>[0] & WorldOptions & { readonly runTriage?: RunTriage } = {},
): Promise<RequestBot> {
  const world = await requestWorld({
    ...parts,
    approvals: { approverIds: [ids.approver], ...parts.approvals },
  });
  const standing = {
    roles: [{ roleId: roleIds.authenticationAdministrator, scope: '/' }],
    inRoleAssignableGroup: false,
  };
  world.tenant.add({ id: ids.approver, displayName: 'Ada Approver' }, { standing });
  world.tenant.add({ id: ids.desk, displayName: 'Dora Desk' });
  world.tenant.add({ id: ids.manager, displayName: 'Max Manager' });
  world.tenant.add({ id: ids.guest, displayName: 'Guy Guest', kind: 'guest' }, { standing });
  const bot = await anInstance(world, parts);
  return {
    world,
    bot,
    send(who, verb, more = {}) {
      const {
        activityId = 'activity-1',
        conversationId = staffChannel.conversationId,
        id,
        trigger = 'manual',
      } = more;
      const data = { token: more.token, ...more.data };
      return bot.send(
        bot.activity({
          ...(id === undefined ? {} : { id }),
          type: 'invoke',
          name: 'adaptiveCard/action',
          text: undefined,
          locale: 'en-US',
          replyToId: activityId,
          from: { id: `29:${who}`, aadObjectId: who },
          conversation: { id: conversationId, conversationType: 'channel', isGroup: true, tenantId },
          value: { action: { type: 'Action.Execute', verb, data }, trigger },
        }),
      );
    },
    async stop() {
      await bot.stop();
      await world.close();
    },
  };
}
