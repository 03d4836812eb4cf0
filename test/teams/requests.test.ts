import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ActivityTypes } from 'botbuilder';
import { appId, personId, startLocalBot, tenantId, type LocalBot } from './localBot';

/** What arrives at the server before a token is looked at, and what an admitted sender may still not do. */
let bot: LocalBot;
let turns = 0;

beforeAll(async () => {
  bot = await startLocalBot();
  bot.app.activity(/.*/, () => {
    turns += 1;
    return Promise.resolve();
  });
});
beforeEach(() => {
  turns = 0;
});
afterAll(() => bot.stop());

const answerOf = async (sent: Promise<Response>) => {
  const response = await sent;
  return [response.status, await response.json()];
};

describe('a body', () => {
  test('that is compressed is refused, because it may unpack to anything', async () => {
    const bomb = gzipSync(JSON.stringify({ ...bot.activity(), text: 'a'.repeat(1_000_000) }));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const sent = fetch(`${bot.server.url}/api/messages`, { method: 'POST', headers, body: bomb });
    expect([bomb.length < 10_000, await answerOf(sent)]).toEqual([
      true,
      [415, { error: 'unsupported-media-type' }],
    ]);
  });

  test('that is not called JSON is refused', async () => {
    expect((await bot.post(bot.activity(), { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('that is not JSON is refused without being quoted', async () => {
    expect(await answerOf(bot.post('{"text": my password is'))).toEqual([400, { error: 'bad-request' }]);
  });

  test.each(['[]', 'null', '"text"', '{}', '', '{"type":"message"}'])('of %j is refused', async (body) => {
    expect((await bot.post(body, { authorization: `Bearer ${bot.token()}` })).status).toBe(400);
  });

  test('over 256 KB is refused, by the size that it announces', async () => {
    const sent = bot.send(bot.activity({ text: 'a'.repeat(300_000) }));
    expect(await answerOf(sent)).toEqual([413, { error: 'too-large' }]);
  });

  test('over 256 KB is refused, by counting, when it announces no size', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const sending = request(`${bot.server.url}/api/messages`, { method: 'POST', headers });
    for (let part = 0; part < 5; part += 1) sending.write('"'.padEnd(64 * 1024, 'a'));
    sending.end();
    const [response] = (await once(sending, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect([response.statusCode, turns]).toEqual([413, 0]);
  });
});

describe('S17: an activity with a good token', () => {
  const types = Object.values(ActivityTypes);
  const foreign = '11111111-2222-4333-8444-555555555555';
  const wrongs: readonly [string, Record<string, unknown>][] = [
    ['a foreign tenant in its conversation', { conversation: { id: 'c', tenantId: foreign } }],
    ['a foreign tenant in its channel data', { channelData: { tenant: { id: foreign } } }],
    ['no tenant', { conversation: { id: 'c' }, channelData: undefined }],
    ['a bot for a sender', { from: { id: '28:bot', role: 'bot', aadObjectId: personId } }],
    ['a skill for a sender', { from: { id: '28:bot', role: 'skill', aadObjectId: personId } }],
    ['a foreign service URL', { serviceUrl: 'https://elsewhere.test/' }],
    ['another channel', { channelId: 'directline' }],
    ['the emulator’s channel', { channelId: 'emulator' }],
    ['the channel that selects another way to verify tokens', { channelId: 'AseChannel' }],
  ];
  test.each(types.flatMap((type) => wrongs.map(([what, change]) => ({ type, what, change }))))(
    'is refused when a $type has $what',
    async ({ type, change }) => {
      expect([await answerOf(bot.send(bot.activity({ type, ...change }))), turns]).toEqual([
        [403, { error: 'forbidden' }],
        0,
      ]);
    },
  );

  test.each(['message', 'invoke'])('is refused when a %s has no object id', async (type) => {
    expect((await bot.send(bot.activity({ type, from: { id: '29:x' } }))).status).toBe(403);
  });

  test.each([undefined, '', null, 7])(
    'is refused with %j for a service URL (the SDK: no claim check)',
    async (serviceUrl) => {
      expect((await bot.send(bot.activity({ serviceUrl }))).status).toBe(400);
    },
  );

  test('is taken with the tenant in either place and in capitals', async () => {
    const activity = bot.activity({
      conversation: { id: 'c' },
      channelData: { tenant: { id: tenantId.toUpperCase() } },
    });
    expect([(await bot.send(activity)).status, turns]).toEqual([200, 1]);
  });

  test('says in the log why it was refused, and nothing that the sender wrote', async () => {
    await bot.send(bot.activity({ channelId: 'canary-channel', text: 'canary-text' }));
    const log = bot.logged.join('');
    expect([log.includes('channel-unknown'), log.includes('canary')]).toEqual([true, false]);
  });
});

describe('the server', () => {
  test('does not repeat an unknown path', async () => {
    expect(await answerOf(fetch(`${bot.server.url}/canary<script>`))).toEqual([404, { error: 'not-found' }]);
  });

  test('does not choke on a path that cannot be decoded', async () => {
    const response = await fetch(`${bot.server.url}/%E0%A4%A`);
    expect([response.status < 500, await response.text()]).toEqual([
      true,
      expect.not.stringContaining('%E0'),
    ]);
  });

  test('takes nothing but POST for messages', async () => {
    expect(await answerOf(fetch(`${bot.server.url}/api/messages`))).toEqual([
      405,
      { error: 'method-not-allowed' },
    ]);
  });

  test('names neither itself nor the SDK', async () => {
    const responses = await Promise.all([bot.send(bot.activity()), fetch(`${bot.server.url}/healthz`)]);
    const names = responses.flatMap(({ headers }) => [headers.get('server'), headers.get('user-agent')]);
    expect(names).toEqual([null, null, null, null]);
  });

  test('tells browsers to keep, guess, frame and pass on nothing', async () => {
    const { headers } = await fetch(`${bot.server.url}/healthz`);
    const names = ['cache-control', 'x-content-type-options', 'referrer-policy', 'content-security-policy'];
    expect(names.map((name) => headers.get(name))).toEqual([
      'no-store',
      'nosniff',
      'no-referrer',
      "default-src 'none'; frame-ancestors 'none'",
    ]);
  });

  test('closes a connection that asks for an upgrade', async () => {
    const socket = connect(bot.server.port, '127.0.0.1');
    socket.write(
      'GET /api/messages HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    socket.resume();
    const [hadError] = (await once(socket, 'close')) as [boolean];
    expect(hadError).toBe(false);
  });
});

describe('the open door', () => {
  let open: LocalBot;
  let heard = 0;
  beforeAll(async () => {
    open = await startLocalBot({ open: true, serviceUrls: [] });
    open.app.activity('message', async (context) => {
      heard += 1;
      await context.sendActivity('heard');
    });
  });
  afterAll(() => open.stop());
  beforeEach(() => {
    heard = 0;
  });

  test.each(['msteams', 'emulator'])(
    'takes an activity of %s from this machine without a token, and answers it',
    async (channelId) => {
      open.connector.forgetCalls();
      const response = await open.post(open.activity({ channelId }));
      expect([response.status, heard, open.connector.calls.map((call) => call.activity['text'])]).toEqual([
        200,
        1,
        ['heard'],
      ]);
    },
  );

  test('still verifies a token that is there', async () => {
    jest.spyOn(console, 'error').mockImplementation();
    const forged = open.issuer.forged({ aud: appId, serviceurl: open.connector.url });
    const response = await open.post(open.activity(), { authorization: `Bearer ${forged}` });
    expect([response.status, heard]).toEqual([401, 0]);
  });

  test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host'])(
    'is shut to what came through a tunnel (%s)',
    async (header) => {
      expect([(await open.post(open.activity(), { [header]: '127.0.0.1' })).status, heard]).toEqual([401, 0]);
    },
  );

  test('does not open for another tenant', async () => {
    const activity = open.activity({ conversation: { id: 'c', tenantId: personId } });
    expect([(await open.post(activity)).status, heard]).toEqual([403, 0]);
  });

  test('does not open for a service URL elsewhere', async () => {
    const activity = open.activity({ serviceUrl: 'https://127.0.0.1.elsewhere.test/' });
    expect([(await open.post(activity)).status, heard]).toEqual([403, 0]);
  });
});
