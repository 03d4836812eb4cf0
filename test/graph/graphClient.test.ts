import { inspect } from 'node:util';
import { z } from 'zod/v4';
import { readAll, readOne } from '../../src/graph/ask';
import { retryLater, startGraphServer } from './graphServer';
import type { Answer, GraphServer, SeenRequest } from './graphServer';
import { silentLog, testClient, testCredential, testToken, thrownBy } from './testClient';

const anything = z.looseObject({});
const servers: GraphServer[] = [];

async function serve(answer: (request: SeenRequest, count: number) => Answer): Promise<GraphServer> {
  const server = await startGraphServer(answer);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('the address of Graph', () => {
  test.each([
    'https://graph.microsoft.com',
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000/',
  ])('may be %s', (baseUrl) => {
    expect(() => testClient(baseUrl)).not.toThrow();
  });

  test.each([
    'http://graph.microsoft.com',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'ftp://localhost',
    'https://graph.microsoft.com/v1.0',
    'https://user:word@graph.microsoft.com',
    'graph.microsoft.com',
  ])('is refused as %s', (baseUrl) => {
    expect(() => testClient(baseUrl)).toThrow();
  });
});

describe('the token', () => {
  test('goes to the configured address', async () => {
    const graph = await serve(() => ({ status: 200, body: {} }));
    await readOne(testClient(graph.origin).api('/me'), anything);
    expect(graph.seen.map(({ authorization }) => authorization)).toEqual([`Bearer ${testToken}`]);
  });

  test.each([
    ['http://127.0.0.1:9', 'https://graph.microsoft.com/.default'],
    ['https://graph.microsoft.us', 'https://graph.microsoft.us/.default'],
  ])('is for the Graph behind %s', async (baseUrl, scope) => {
    const asked: unknown[] = [];
    const credential = { getToken: (scopes: unknown) => (asked.push(scopes), Promise.resolve(null)) };
    await thrownBy(readOne(testClient(baseUrl, { credential }).api('/me'), anything));
    expect(asked).toEqual([scope]);
  });

  test('is not even asked for where a call names another host', async () => {
    const graph = await serve(() => ({ status: 200, body: {} }));
    const credential = testCredential();
    const client = testClient(graph.origin, { credential });
    await expect(readOne(client.api('https://elsewhere.invalid/v1.0/me'), anything)).rejects.toThrow(
      /No token for/,
    );
    expect(credential.asked).toEqual([]);
  });

  test('does not follow a next link to another host', async () => {
    const elsewhere = await serve(() => ({ status: 200, body: { value: [] } }));
    const graph = await serve((_request, count) => ({
      status: 200,
      body: {
        value: [{ id: String(count) }],
        ...(count === 1 ? { '@odata.nextLink': `${elsewhere.origin}/v1.0/users?$skiptoken=a%26b` } : {}),
      },
    }));
    const client = testClient(graph.origin);
    await readAll(client, client.api('/users'), anything);
    expect(elsewhere.seen).toHaveLength(0);
    expect(graph.seen.map(({ url }) => url.pathname + url.search)).toEqual([
      '/v1.0/users',
      '/v1.0/users?$skiptoken=a%26b',
    ]);
  });

  test('does not follow a redirect', async () => {
    const elsewhere = await serve(() => ({ status: 200, body: {} }));
    const graph = await serve(() => ({ status: 302, headers: { Location: `${elsewhere.origin}/v1.0/me` } }));
    await expect(readOne(testClient(graph.origin).api('/me'), anything)).rejects.toMatchObject({
      code: 'graph-rejected',
      status: 302,
    });
    expect(elsewhere.seen).toHaveLength(0);
  });

  test('is in no log line, and neither is a query', async () => {
    const graph = await serve((_request, count) => ({ status: count === 1 ? 403 : 200, body: {} }));
    const lines: unknown[] = [];
    const write = (data: unknown): void => void lines.push(data);
    const client = testClient(graph.origin, { log: { debug: write, warn: write } });
    await thrownBy(readOne(client.api('/users').filter("displayName eq 'Aoi'"), anything));
    await readOne(client.api('/users').filter("displayName eq 'Aoi'"), anything);
    expect(lines).toHaveLength(2);
    expect(inspect(lines, { depth: null })).not.toMatch(new RegExp(`${testToken}|Aoi`));
  });

  test('that Entra does not give is a fault, and Graph is not called', async () => {
    const graph = await serve(() => ({ status: 200, body: {} }));
    const credential = { getToken: () => Promise.resolve(null) };
    const client = testClient(graph.origin, { credential });
    await expect(readOne(client.api('/me'), anything)).rejects.toMatchObject({ code: 'entra-token' });
    expect(graph.seen).toHaveLength(0);
  });
});

describe('a read', () => {
  test.each([429, 503, 504])('is repeated after %d', async (status) => {
    const graph = await serve((_request, count) =>
      count < 3 ? retryLater(status, '0') : { status: 200, body: {} },
    );
    await readOne(testClient(graph.origin).api('/me'), anything);
    expect(graph.seen).toHaveLength(3);
  });

  test('is repeated twice at most', async () => {
    const graph = await serve(() => retryLater(429, '0'));
    await expect(readOne(testClient(graph.origin).api('/me'), anything)).rejects.toMatchObject({
      code: 'graph-throttled',
    });
    expect(graph.seen).toHaveLength(3);
  });

  test('is not repeated after 500', async () => {
    const graph = await serve(() => ({ status: 500, body: {} }));
    await thrownBy(readOne(testClient(graph.origin).api('/me'), anything));
    expect(graph.seen).toHaveLength(1);
  });

  test.each([
    ['999', 999_000],
    ['6', 6000],
    ['Sat, 21 Nov 2026 10:02:00 GMT', 120_000],
  ])('is given up where Graph asks to wait %s', async (asked, retryAfterMs) => {
    const graph = await serve(() => retryLater(429, asked, { Date: 'Sat, 21 Nov 2026 10:00:00 GMT' }));
    const thrown = await thrownBy(readOne(testClient(graph.origin).api('/me'), anything));
    expect(thrown).toMatchObject({ code: 'graph-throttled', retryable: true, retryAfterMs });
    expect(graph.seen).toHaveLength(1);
  });

  test('that ends in a list without end is given up', async () => {
    const graph = await serve((request) => ({
      status: 200,
      body: {
        value: [],
        '@odata.nextLink': `https://graph.microsoft.com${request.url.pathname}?$skiptoken=again`,
      },
    }));
    const client = testClient(graph.origin);
    await expect(readAll(client, client.api('/users'), anything)).rejects.toMatchObject({
      code: 'graph-unreadable',
    });
    expect(graph.seen).toHaveLength(50);
  });
});

describe('Graph that does not answer', () => {
  test.each<Answer>(['reset', 'silence', 'half-an-answer'])('is unreachable: %s', async (answer) => {
    const graph = await serve(() => answer);
    const client = testClient(graph.origin, { timeoutMs: 300 });
    await expect(readOne(client.api('/me'), anything)).rejects.toMatchObject({
      code: 'graph-unreachable',
      retryable: true,
    });
  });

  test('is unreachable where nobody listens', async () => {
    const graph = await startGraphServer(() => 'silence');
    await graph.close();
    await expect(readOne(testClient(graph.origin).api('/me'), anything)).rejects.toMatchObject({
      code: 'graph-unreachable',
      message: 'Graph did not answer: ECONNREFUSED',
    });
  });

  test('leaves Entra no more time than Graph has', async () => {
    const getToken = (_scope: unknown, options?: { abortSignal?: unknown }): Promise<null> =>
      new Promise((_resolve, reject) => {
        z.instanceof(AbortSignal)
          .parse(options?.abortSignal)
          .addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
      });
    const client = testClient('http://127.0.0.1:9', {
      credential: { getToken },
      timeoutMs: 50,
      log: silentLog,
    });
    await expect(readOne(client.api('/me'), anything)).rejects.toMatchObject({ code: 'entra-token' });
  });
});
