import { sign } from 'jsonwebtoken';
import { createLog } from '../../src/log';
import type { ProcessActivity } from '../../src/teams/processActivity';
import { startServer, type ServerOptions } from '../../src/teams/server';
import { StartProblem } from '../../src/startProblem';
import { signal } from './signal';

const settings = {
  appId: 'app',
  tenantId: 'tenant',
  botTokenIssuer: 'https://connector.test',
  botOpenIdMetadataUrl: 'unused',
  botTokenScope: 'unused',
  serviceUrls: ['https://connector.test/'],
  open: false,
};
const start = (changes: Partial<ServerOptions> = {}) =>
  startServer({
    host: '127.0.0.1',
    port: 0,
    settings,
    process: () => Promise.resolve({ status: 200 }),
    log: createLog({ level: 'silent' }),
    ...changes,
  });
const send = (url: string) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${sign({ iss: settings.botTokenIssuer, aud: settings.appId }, 'any', { keyid: 'k' }).replace(/^[^.]+/, rs256)}`,
    },
    body: JSON.stringify({
      type: 'conversationUpdate',
      channelId: 'msteams',
      serviceUrl: 'https://connector.test/',
      from: { id: '29:x' },
      recipient: { id: '28:bot' },
      conversation: { id: 'c', tenantId: 'tenant' },
    }),
  });
const rs256 = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'k' })).toString('base64url');

describe('health', () => {
  test.each([
    [true, 200, 'ok'],
    [false, 503, 'not-ready'],
  ])('says at /readyz whether everything behind the server works (%s)', async (store, code, status) => {
    const server = await start({ ready: () => Promise.resolve({ store, worker: true }) });
    const response = await fetch(`${server.url}/readyz`);
    await server.close();
    expect([response.status, await response.json()]).toEqual([
      code,
      { status, parts: { store, worker: true } },
    ]);
  });

  test('says at /healthz that the process answers, whatever is behind it', async () => {
    const server = await start({ ready: () => Promise.resolve({ store: false }) });
    const response = await fetch(`${server.url}/healthz`);
    await server.close();
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('a port in use', () => {
  test('is named, with what to do', async () => {
    const first = await start();
    const second: unknown = await start({ port: first.port }).catch((problem: unknown) => problem);
    await first.close();
    expect(second).toBeInstanceOf(StartProblem);
    expect(second).toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(`Port ${first.port} `) as string,
    });
  });

  test('is told apart from an address that is not ours', async () => {
    await expect(start({ host: '203.0.113.7' })).rejects.toMatchObject({ code: 'address-unknown' });
  });
});

describe('a bot that throws', () => {
  test.each<[string, ProcessActivity]>([
    [
      'at once',
      () => {
        throw new Error('canary');
      },
    ],
    ['later', () => Promise.reject(new Error('canary'))],
    [
      'something else than an error',
      () => Promise.reject(Object.assign(new Error('x'), { statusCode: 418, body: 'canary' })),
    ],
  ])(
    '%s is answered 4xx or 500 without its words (restify: the message, or no answer at all)',
    async (_when, process) => {
      const server = await start({ process });
      const response = await send(server.url);
      await server.close();
      expect([response.status, await response.json()]).toEqual([500, { error: 'internal' }]);
    },
  );
});

describe('closing', () => {
  test('lets a running turn end and takes no other', async () => {
    const started = signal();
    const gate = signal();
    const server = await start({
      process: async () => {
        started.give();
        await gate.given;
        return { status: 200 };
      },
    });
    const running = send(server.url);
    await started.given;
    const closed = server.close(60_000);
    await expect(send(server.url)).rejects.toThrow('fetch failed');
    gate.give();
    expect((await running).status).toBe(200);
    await closed;
  });

  test('cuts what runs longer than its grace', async () => {
    const started = signal();
    const server = await start({
      process: () => {
        started.give();
        return new Promise(() => undefined);
      },
    });
    const running = send(server.url);
    await started.given;
    await server.close(1);
    await expect(running).rejects.toThrow('fetch failed');
  });
});
