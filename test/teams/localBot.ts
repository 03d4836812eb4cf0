import { randomUUID } from 'node:crypto';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { MemoryStorage } from 'botbuilder';
import type { BotAuthentication as Authentication } from '../../src/teams/botAuthentication';
import { createRedaction, createLog } from '../../src/log';
import { openStore } from '../../src/storage/openStore';
import { type ActivitiesInHand, createActivitiesInHand } from '../../src/teams/activityInHand';
import { BotAdapter } from '../../src/teams/botAdapter';
import { BotAuthentication } from '../../src/teams/botAuthentication';
import { createProcessActivity } from '../../src/teams/processActivity';
import { QuietApplication } from '../../src/teams/quietApplication';
import { startServer, type RunningServer } from '../../src/teams/server';
import type { TeamsSettings } from '../../src/teams/teamsSettings';
import { createTurnQueue } from '../../src/teams/turnQueue';
import { startLocalConnector, type LocalConnector } from './localConnector';
import { startLocalIssuer, type LocalIssuer } from './localIssuer';

export const appId = '6f1f0c7e-52a4-4a0e-9d7f-3c1e2f0a9b11';
export const tenantId = '11111111-1111-4111-8111-111111111111';
export const personId = '7b2e4d6f-8a9c-4b1d-ae3f-5c7d9e1f2a48';

type Undelivered = Parameters<NonNullable<Parameters<typeof createProcessActivity>[0]['undelivered']>>[0];

/** Everything from the socket to the bot's routes, with a local token service and connector. */
export interface LocalBot {
  readonly app: QuietApplication;
  readonly authentication: Authentication;
  readonly server: RunningServer;
  readonly issuer: LocalIssuer;
  readonly connector: LocalConnector;
  readonly logged: readonly string[];
  /** The replies that Teams did not take. */
  readonly undelivered: readonly Undelivered[];
  /** A message from the person, as Teams would send it, with changes. */
  activity(changes?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  token(claims?: Readonly<Record<string, unknown>>): string;
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Carries on with a press that was answered before it was done. */
  readonly resume: ReturnType<typeof createProcessActivity>['resume'];
  /** Posts with a valid token. */
  send(activity: unknown): Promise<Response>;
  stop(): Promise<void>;
}

export async function startLocalBot(
  changes: Partial<TeamsSettings> = {},
  whole?: QuietApplication,
  given?: ActivitiesInHand,
): Promise<LocalBot> {
  const [issuer, connector] = await Promise.all([startLocalIssuer(), startLocalConnector()]);
  const settings: TeamsSettings = {
    appId,
    tenantId,
    botTokenIssuer: issuer.issuer,
    botOpenIdMetadataUrl: issuer.metadataUrl,
    botTokenScope: 'https://api.botframework.com/.default',
    serviceUrls: [connector.url],
    open: false,
    ...changes,
  };
  const logged: string[] = [];
  const log = createLog({
    level: 'info',
    destination: { write: (line) => void logged.push(line) },
    redaction: createRedaction(),
  });
  const credential = { getToken: () => Promise.resolve({ token: 'bot-token', expiresOnTimestamp: 1e15 }) };
  const authentication = new BotAuthentication({ settings, credential, clock: () => 0 });
  const app =
    whole ??
    new QuietApplication({
      storage: new MemoryStorage(),
      turnStateFactory: () => new TurnState(),
      startTypingTimer: false,
    });
  const opened = await openStore({ database: { file: ':memory:' }, tenantId, clock: Date.now });
  const { inbox } = opened;
  const inHand = given ?? createActivitiesInHand({ inbox, clock: Date.now, log, newHolder: randomUUID });
  const undelivered: Undelivered[] = [];
  let turns = 0;
  const { process, resume } = createProcessActivity({
    adapter: new BotAdapter(authentication),
    queue: createTurnQueue({ perConversation: 20, inAll: 100 }),
    run: (context) => app.run(context),
    inHand,
    log,
    newTurnId: () => `T-${(turns += 1)}`,
    answerWithinMs: 200,
    undelivered: (reply) => Promise.resolve(void undelivered.push(reply)),
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, settings, process, log });

  const activity = (changed: Readonly<Record<string, unknown>> = {}) => ({
    type: 'message',
    id: `in-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: connector.url,
    from: { id: '29:person', aadObjectId: personId, name: 'Aoi' },
    recipient: { id: `28:${appId}`, name: 'Monban' },
    conversation: { id: 'a:conversation', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'hello',
    ...changed,
  });
  const token = (claims: Readonly<Record<string, unknown>> = {}) =>
    issuer.token({ aud: appId, serviceurl: connector.url, ...claims });
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const send = (body: unknown) => post(body, { authorization: `Bearer ${token()}` });

  async function stopAll(): Promise<void> {
    await server.close(0);
    await Promise.all([issuer.stop(), connector.stop(), opened.close()]);
  }

  return {
    app,
    authentication,
    server,
    issuer,
    connector,
    logged,
    undelivered,
    activity,
    token,
    post,
    resume,
    send,
    stop: stopAll,
  };
}
