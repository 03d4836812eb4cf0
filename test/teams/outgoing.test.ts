import { BotAuthentication } from '../../src/teams/botAuthentication';
import { createTeamsMessenger } from '../../src/teams/teamsMessenger';
import { createTeamsRoster } from '../../src/teams/teamsRoster';
import type { ConversationAddress } from '../../src/ports/messenger';
import { startLocalConnector, type LocalConnector } from './localConnector';

/** What the bot sends outside a turn, through the SDK's connector client over real HTTP. */
let connector: LocalConnector;
let tokensGiven: number;
let now: number;
const hour = 3_600_000;

beforeEach(async () => {
  connector = await startLocalConnector();
  tokensGiven = 0;
  now = 0;
});
afterEach(() => connector.stop());

const authenticate = (serviceUrls = [connector.url], connectorTimeoutMs = 2000, open = false) =>
  new BotAuthentication({
    settings: {
      appId: 'app',
      tenantId: 'tenant',
      botTokenIssuer: 'https://connector.test',
      botOpenIdMetadataUrl: 'http://127.0.0.1:9/',
      botTokenScope: 'scope/.default',
      serviceUrls,
      open,
    },
    credential: {
      getToken: (scope) => {
        tokensGiven += 1;
        return Promise.resolve({ token: `${String(scope)}-${tokensGiven}`, expiresOnTimestamp: now + hour });
      },
    },
    clock: () => now,
    connectorTimeoutMs,
  });
const messengerTo = (authentication: BotAuthentication) =>
  createTeamsMessenger({ connectorFor: (serviceUrl) => authentication.connectorFor(serviceUrl) });
const address = (changes: Partial<ConversationAddress> = {}): ConversationAddress => ({
  tenantId: 'tenant',
  serviceUrl: connector.url,
  conversationId: '19:staff@thread.tacv2;messageid=7',
  kind: 'channel',
  ...changes,
});
const hello = { kind: 'text', text: 'hello' } as const;
const paths = () => connector.calls.map(({ method, path }) => `${method} ${path}`);

describe('the members of a channel', () => {
  const rosterOf = (authentication: BotAuthentication) =>
    createTeamsRoster({ connectorFor: (serviceUrl) => authentication.connectorFor(serviceUrl) });
  const ada = { id: '29:ada', aadObjectId: '7B2E4D6F-8a9c-4b1d-ae3f-5c7d9e1f2a48' };

  test('are read with their Teams ids and object ids, and a bot among them is left out', async () => {
    connector.plan({ status: 200, body: { members: [ada, { id: '28:bot' }] } });
    expect(await rosterOf(authenticate()).members(address())).toEqual([
      { teamsId: '29:ada', personId: ada.aadObjectId.toLowerCase() },
    ]);
    expect(paths()).toEqual(['GET /v3/conversations/19:staff@thread.tacv2;messageid=7/pagedmembers']);
  });

  test('that the connector does not tell are a fault', async () => {
    connector.plan({ status: 403, body: {} });
    await expect(rosterOf(authenticate()).members(address())).rejects.toMatchObject({
      code: 'teams-rejected',
    });
  });
});

describe('a message to a stored address', () => {
  test('is posted as plain text, in its language, and gives the id to edit it by', async () => {
    const posted = await messengerTo(authenticate()).post(address(), { ...hello, language: 'ja' });
    expect([posted.activityId, connector.calls]).toMatchObject([
      'activity-1',
      [
        {
          method: 'POST',
          path: '/v3/conversations/19:staff@thread.tacv2;messageid=7/activities',
          authorization: 'Bearer scope/.default-1',
          activity: { type: 'message', text: 'hello', textFormat: 'plain', locale: 'ja-JP' },
        },
      ],
    ]);
  });

  test('that is a card carries words for notifications', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    await messengerTo(authenticate()).post(address(), { kind: 'card', card, summary: 'A request waits' });
    expect(connector.calls[0]?.activity).toMatchObject({
      summary: 'A request waits',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    });
  });

  test('is edited where it was posted', async () => {
    await messengerTo(authenticate()).edit({ address: address(), activityId: '1:2' }, hello);
    expect(paths()).toEqual(['PUT /v3/conversations/19:staff@thread.tacv2;messageid=7/activities/1:2']);
  });

  test.each(['https://elsewhere.test/', 'http://127.0.0.1.elsewhere.test/', 'not a URL'])(
    'at %s is not sent, and no token is fetched for it',
    async (serviceUrl) => {
      const sent = messengerTo(authenticate()).post(address({ serviceUrl }), hello);
      await expect(sent).rejects.toMatchObject({ code: 'teams-rejected' });
      expect(tokensGiven).toBe(0);
    },
  );
});

describe('a connector that fails', () => {
  test.each([
    [
      { status: 429, headers: { 'retry-after': '30' } },
      { code: 'teams-throttled', retryable: true, retryAfterMs: 30_000 },
    ],
    [{ status: 429 }, { code: 'teams-throttled', retryable: true, retryAfterMs: undefined }],
    [{ status: 500 }, { code: 'teams-unreachable', retryable: true, status: 500 }],
    [{ status: 502 }, { code: 'teams-unreachable', retryable: true, status: 502 }],
    [
      { status: 503, headers: { 'retry-after': '1' } },
      { code: 'teams-unreachable', retryable: true },
    ],
    [{ status: 412 }, { code: 'teams-unreachable', retryable: true, status: 412 }],
    [{ status: 403 }, { code: 'teams-rejected', retryable: false, status: 403 }],
    [{ status: 404 }, { code: 'teams-rejected', retryable: false, status: 404 }],
    [{ status: 413 }, { code: 'teams-rejected', retryable: false, status: 413 }],
    [
      { status: 302, headers: { location: 'https://elsewhere.test/' } },
      { code: 'teams-rejected', status: 302 },
    ],
    [{ status: 201, body: {} }, { code: 'teams-rejected' }],
  ])('with %j is told as %j, after one attempt (the SDK: up to four)', async (answer, fault) => {
    connector.plan(answer);
    await expect(messengerTo(authenticate()).post(address(), hello)).rejects.toMatchObject(fault);
    expect(connector.calls).toHaveLength(1);
  });

  test('by not being there is told as unreachable', async () => {
    const nowhere = 'http://127.0.0.1:9/';
    const sent = messengerTo(authenticate([nowhere])).post(address({ serviceUrl: nowhere }), hello);
    await expect(sent).rejects.toMatchObject({ code: 'teams-unreachable', retryable: true });
  });

  test('quotes nothing of the message in the fault', async () => {
    connector.plan({ status: 400, body: { error: { message: 'canary' } } });
    const fault: unknown = await messengerTo(authenticate())
      .post(address(), hello)
      .catch((error: unknown) => error);
    expect(String(fault)).not.toContain('canary');
  });
});

describe('the bot’s own token', () => {
  test('is fetched once for many messages at once', async () => {
    const messenger = messengerTo(authenticate());
    await Promise.all(Array.from({ length: 5 }, () => messenger.post(address(), hello)));
    expect([tokensGiven, connector.calls.length]).toEqual([1, 5]);
  });

  test('is renewed shortly before its end', async () => {
    const messenger = messengerTo(authenticate());
    await messenger.post(address(), hello);
    now = hour - 6 * 60_000;
    await messenger.post(address(), hello);
    now = hour - 4 * 60_000;
    await messenger.post(address(), hello);
    expect(connector.calls.map(({ authorization }) => authorization?.at(-1))).toEqual(['1', '1', '2']);
  });

  test('is renewed once where the connector refuses it', async () => {
    connector.plan({ status: 401 });
    await messengerTo(authenticate()).post(address(), hello);
    expect(connector.calls.map(({ authorization }) => authorization?.at(-1))).toEqual(['1', '2']);
  });

  test('that is refused twice is a rejection', async () => {
    connector.plan({ status: 401 });
    connector.plan({ status: 401 });
    const sent = messengerTo(authenticate()).post(address(), hello);
    await expect(sent).rejects.toMatchObject({ code: 'teams-rejected', status: 401 });
  });
});

describe('connector clients', () => {
  test('are built once for a service URL', async () => {
    const authentication = authenticate();
    expect(await authentication.connectorFor(connector.url)).toBe(
      await authentication.connectorFor(connector.url),
    );
  });

  test('are kept for the newest 64 service URLs only', async () => {
    const authentication = authenticate([], 2000, true);
    const first = await authentication.connectorFor('http://127.0.0.1:10000/');
    for (let port = 10_001; port <= 10_064; port += 1)
      await authentication.connectorFor(`http://127.0.0.1:${port}/`);
    expect(await authentication.connectorFor('http://127.0.0.1:10000/')).not.toBe(first);
  });
});

describe('a token issuer that the SDK takes for its emulator', () => {
  test('cannot be configured', () => {
    const settings = {
      appId: 'a',
      tenantId: 't',
      botOpenIdMetadataUrl: 'x',
      botTokenScope: 's',
      serviceUrls: [],
      open: false,
    };
    const botTokenIssuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
    const credential = { getToken: () => Promise.resolve(null) };
    const build = () =>
      new BotAuthentication({ settings: { ...settings, botTokenIssuer }, credential, clock: () => 0 });
    expect(build).toThrow('takes it for the emulator');
  });
});
