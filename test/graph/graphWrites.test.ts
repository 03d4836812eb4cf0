import { z } from 'zod/v4';
import { isFault } from '../../src/faults';
import { post, remove } from '../../src/graph/ask';
import { retryLater, startGraphServer } from './graphServer';
import type { Answer, GraphServer } from './graphServer';
import { testClient, thrownBy } from './testClient';

const anything = z.looseObject({});

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function serve(answer: Answer): Promise<GraphServer> {
  server = await startGraphServer(() => answer);
  return server;
}

const failures: readonly (readonly [string, Answer])[] = [
  ['429', retryLater(429, '0')],
  ['429 without a time', { status: 429, body: {} }],
  ['503', retryLater(503, '0')],
  ['504', retryLater(504, '0')],
  ['500', { status: 500, body: {} }],
  ['a reset', 'reset'],
  ['silence', 'silence'],
  ['a redirect', { status: 307, headers: { Location: '/v1.0/again' } }],
];

describe.each(failures)('a write that meets %s', (_name, answer) => {
  test('was sent exactly once as a POST', async () => {
    const graph = await serve(answer);
    const client = testClient(graph.origin, { timeoutMs: 300 });
    expect(
      isFault(
        await thrownBy(post(client.api('/users/1/authentication/temporaryAccessPassMethods'), {}, anything)),
      ),
    ).toBe(true);
    expect(graph.seen).toHaveLength(1);
  });

  test('was sent exactly once as a DELETE', async () => {
    const graph = await serve(answer);
    const client = testClient(graph.origin, { timeoutMs: 300 });
    expect(isFault(await thrownBy(remove(client.api('/users/1/authentication/phoneMethods/1'))))).toBe(true);
    expect(graph.seen).toHaveLength(1);
  });
});

describe('a POST whose answer breaks off', () => {
  test('was sent exactly once, and nobody claims that it was not done', async () => {
    const graph = await serve('half-an-answer');
    const thrown = await thrownBy(
      post(testClient(graph.origin).api('/users/1/authentication/temporaryAccessPassMethods'), {}, anything),
    );
    expect(thrown).toMatchObject({ code: 'graph-unreachable' });
    expect(graph.seen).toHaveLength(1);
  });
});
