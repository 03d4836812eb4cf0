import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Activity, ActivityTypes } from 'botbuilder';
import { ConnectorClient } from 'botframework-connector';
import { z } from 'zod/v4';
import { startTeamsStandIn } from '../../../src/sandbox/teams/startTeamsStandIn';
import type {
  SimulatedPerson,
  TeamsStandIn,
  TeamsStandInOptions,
} from '../../../src/sandbox/teams/teamsStandInOptions';

export const connectorToken = 'the-bots-token';
export const tenantId = '11111111-1111-4111-8111-111111111111';
export const botAppId = '22222222-2222-4222-8222-222222222222';
export const channelId = '19:staff@thread.tacv2';

export const hanako: SimulatedPerson = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  upn: 'hanako@contoso.example',
  name: '佐藤 花子',
  language: 'ja',
  roles: [],
  trouble: 'スマートフォンを機種変更したら、確認コードが届かなくなりました。',
};
export const adele: SimulatedPerson = {
  id: 'aaaaaaaa-0000-4000-8000-000000000002',
  upn: 'adele@contoso.example',
  name: 'Adele Vance',
  language: 'en',
  roles: ['Authentication Administrator'],
  trouble: 'I lost my phone.',
};
export const kenji: SimulatedPerson = {
  id: 'aaaaaaaa-0000-4000-8000-000000000003',
  upn: 'kenji@contoso.example',
  name: '高橋 健二',
  language: 'ja',
  roles: ['Privileged Authentication Administrator'],
  trouble: 'サインインできません。',
};

const receivedSchema = z.looseObject({
  type: z.string(),
  id: z.string(),
  serviceUrl: z.string(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  name: z.string().optional(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
});
/** An activity as it came over the wire. */
type ReceivedActivity = z.infer<typeof receivedSchema>;

export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}
/** What a test's bot does with an activity; nothing means 200. */
type Script = (
  activity: ReceivedActivity,
  connector: ConnectorClient,
) => Promise<BotAnswer | undefined> | BotAnswer | undefined;

export interface Scene {
  readonly teams: TeamsStandIn;
  /** The SDK's own client, as the bot uses it. */
  readonly connector: ConnectorClient;
  readonly received: { readonly authorization: string; readonly activity: ReceivedActivity }[];
  /** Changes what the bot does from now on. */
  play(script: Script): void;
  close(): Promise<void>;
}

/** A bot of a few lines over plain HTTP, and the stand-in in front of it. */
export async function startScene(more: Partial<TeamsStandInOptions> = {}): Promise<Scene> {
  const received: Scene['received'] = [];
  let script: Script = () => undefined;
  const bot = createServer((request, response) => {
    void activityOf(request).then(async (activity) => {
      received.push({ authorization: request.headers.authorization ?? '', activity });
      const answer = (await script(activity, connector)) ?? { status: 200 };
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const botEndpoint = `http://127.0.0.1:${portOf(bot.address())}/api/messages`;

  const teams = await startTeamsStandIn({
    port: 0,
    tenantId,
    botAppId,
    botName: 'Monban',
    botEndpoint: () => botEndpoint,
    people: () => [hanako, adele, kenji],
    staffChannel: { id: channelId, name: 'helpdesk' },
    verifyConnectorToken: (bearer) => bearer === connectorToken,
    clock: Date.now,
    ...more,
  });
  const connector = connectorWith(teams.url, connectorToken);
  return {
    teams,
    connector,
    received,
    play: (next) => {
      script = next;
    },
    async close() {
      await teams.close();
      bot.closeAllConnections();
      await new Promise((resolve) => bot.close(resolve));
    },
  };
}

/** The SDK's client with this token. */
export function connectorWith(baseUri: string, token: string): ConnectorClient {
  const credentials: ConstructorParameters<typeof ConnectorClient>[0] = {
    signRequest(request) {
      request.headers.set('authorization', `Bearer ${token}`);
      return Promise.resolve(request);
    },
  };
  return new ConnectorClient(credentials, { baseUri });
}

/** A message that carries a card. */
export function cardMessage(content: object): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}

/** An invoke's answer that is a card. */
export function cardAnswer(value: object): BotAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
  };
}

/** What the page would ask the stand-in; without a body a GET. */
export async function ask(url: string, body?: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(
    url,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  return { status: response.status, body: await response.json() };
}

async function activityOf(request: IncomingMessage): Promise<ReceivedActivity> {
  return receivedSchema.parse(await json(request));
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the bot has no port');
  return address.port;
}
