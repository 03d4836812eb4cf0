import { ToBotFromBotOrEmulatorTokenValidationParameters as emulator } from 'botframework-connector';
import { sign } from 'jsonwebtoken';
import { appId, startLocalBot, tenantId, type LocalBot } from './localBot';

/** What STACK found about incoming tokens, over real HTTP with a real token service. */
let bot: LocalBot;
let turns = 0;

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(); // the SDK prints each token that it refuses
  bot = await startLocalBot();
  bot.app.activity('message', () => {
    turns += 1;
    return Promise.resolve();
  });
});
beforeEach(() => {
  turns = 0;
});
afterAll(async () => {
  await bot.stop();
  jest.restoreAllMocks();
});

const post = (token: string, activity = bot.activity()) =>
  bot.post(activity, { authorization: `Bearer ${token}` });
const claims = () => ({ iss: bot.issuer.issuer, aud: appId, serviceurl: bot.connector.url });
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('a token of the connector', () => {
  test('lets its activity through to the bot', async () => {
    const response = await post(bot.token());
    expect([response.status, turns]).toEqual([200, 1]);
  });

  test('is still good four minutes after its end, as the SDK allows for clocks that differ', async () => {
    expect((await post(bot.token({ exp: inSeconds(-240) }))).status).toBe(200);
  });
});

describe('S18: a token that is not the connector’s', () => {
  const publicPart = (object: unknown) => Buffer.from(JSON.stringify(object)).toString('base64url');
  const unsigned = () =>
    `${publicPart({ alg: 'none', typ: 'JWT', kid: bot.issuer.kid })}.${publicPart(claims())}.`;

  test.each<[string, () => string]>([
    ['a forged signature (the SDK: 500)', () => bot.issuer.forged(claims())],
    ['algorithm none (the SDK: 500)', unsigned],
    ['algorithm none with something for a signature', () => `${unsigned()}AAAA`],
    ['algorithm HS256 (the SDK: 500)', () => sign(claims(), 'shared', { keyid: bot.issuer.kid })],
    ['a start in the future (the SDK: 500)', () => bot.token({ nbf: inSeconds(3600) })],
    ['an end ten minutes ago', () => bot.token({ exp: inSeconds(-600) })],
    ['another audience', () => bot.token({ aud: tenantId })],
    ['several audiences', () => bot.token({ aud: [appId, tenantId] })],
    ['another issuer', () => bot.token({ iss: 'https://api.botframework.com' })],
    ['another service URL', () => bot.token({ serviceurl: 'https://elsewhere.test/' })],
    ['another tenant', () => bot.token({ tid: '5f0a8d1c-3b2e-4f6a-8c9d-1e2f3a4b5c6d' })],
    ['no service URL', () => bot.issuer.token({ aud: appId })],
    ['an unknown key', () => bot.issuer.token(claims(), { keyid: 'unknown' })],
    ['the claims of a skill', () => bot.token({ ver: '1.0', appid: tenantId })],
    [
      'a payload that is not JSON',
      () => `${publicPart({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.bm90IGpzb24.AAAA`,
    ],
    ['garbage', () => 'garbage'],
  ])('with %s is 401, with a fixed body', async (_what, token) => {
    const response = await post(token());
    expect([response.status, await response.json(), turns]).toEqual([401, { error: 'unauthorized' }, 0]);
  });

  test.each([{}, { authorization: 'Basic bW9uOmJhbg==' }, { authorization: 'Bearer' }])(
    'with the headers %j is 401',
    async (headers) => {
      expect((await bot.post(bot.activity(), headers)).status).toBe(401);
    },
  );
});

describe('the SDK’s path for its emulator', () => {
  test('is closed to the issuer of any tenant', async () => {
    const stranger = 'https://sts.windows.net/5f0a8d1c-3b2e-4f6a-8c9d-1e2f3a4b5c6d/';
    const token = bot.token({
      iss: stranger,
      appid: appId,
      ver: '1.0',
      tid: '5f0a8d1c-3b2e-4f6a-8c9d-1e2f3a4b5c6d',
    });
    expect((await post(token)).status).toBe(401);
  });

  test('remembers nothing of 1,000 tokens, whether they name a stranger’s issuer or ours', async () => {
    const before = emulator.issuer?.length;
    const statuses = new Set<number>();
    for (let round = 0; round < 50; round += 1) {
      const batch = Array.from({ length: 20 }, (_, index) => {
        const tid = `tenant-${round}-${index}`;
        const iss = index % 2 === 0 ? `https://sts.windows.net/${tid}/` : bot.issuer.issuer;
        return post(
          sign({ ...claims(), iss, tid }, 'any', { keyid: bot.issuer.kid }).replace(/^[^.]+/, rs256),
        );
      });
      for (const response of await Promise.all(batch)) statuses.add(response.status);
    }
    expect([...statuses, emulator.issuer?.length]).toEqual([401, before]);
  });

  const rs256 = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'k' })).toString('base64url');
});

describe('the issuer’s keys out of reach', () => {
  test('are our trouble and not the caller’s: 500, and no address in the answer', async () => {
    const other = await startLocalBot({ botOpenIdMetadataUrl: 'http://127.0.0.1:9/nothing' });
    const response = await other.send(other.activity());
    await other.stop();
    expect([response.status, await response.json()]).toEqual([500, { error: 'internal' }]);
  });
});
