import { graphDirectory } from '../../src/graph/graphDirectory';
import type { GraphServer } from './graphServer';
import { serveTable } from './tableServer';
import { testClient } from './testClient';

const person = 'AAAAAAAA-1111-4111-8111-111111111111';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function serve(table: Readonly<Record<string, unknown>>): Promise<string> {
  server = await serveTable(table);
  return server.origin;
}

describe('the groups of a person', () => {
  test('are asked for in parts of twenty', async () => {
    const origin = await serve({ [`/users/${person}/checkMemberGroups`]: { value: ['G1'] } });
    const asked = Array.from({ length: 41 }, (_none, at) => `g${at}`);
    expect(await graphDirectory(testClient(origin)).groupsAmong(person, asked)).toEqual(['g1', 'g1', 'g1']);
  });

  test('are not asked for where there are none to ask about', async () => {
    const origin = await serve({});
    expect(await graphDirectory(testClient(origin)).groupsAmong(person, [])).toEqual([]);
    expect(server?.seen).toHaveLength(0);
  });
});
