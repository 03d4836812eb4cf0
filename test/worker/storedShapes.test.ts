import { requestWorld, type RequestWorld } from '../fakes/requestWorld';
import { firstSchema, leftBehind } from '../storage/fixtures/leftBehind';
import { rawly } from '../storage/rawly';

/** Ten minutes after the request that lies in the fixture was made, and five after it was approved. */
const at = Date.UTC(2026, 10, 2, 9, 10);

async function aWorld(...statements: readonly string[]): Promise<RequestWorld> {
  const database = await leftBehind(firstSchema);
  if (statements.length > 0) await rawly(database, ...statements, 'select 1');
  const world = await requestWorld({ time: { now: at }, database });
  world.tenant.add({ id: 'emma', displayName: 'Emma' }, { methods: [{ id: 'method-1', kind: 'phone' }] });
  return world;
}

let world: RequestWorld;
afterEach(() => world.close());

describe('S28: an approved request', () => {
  test('of an older shape waits for proof and approval by today’s rules, and nothing is written', async () => {
    world = await aWorld(`update requests set schema = 1`);
    await world.run(60_000);
    expect((await world.find('approved')).state).toBe('awaitingProof');
    expect(world.tenant.writes()).toEqual([]);
  });

  test('of an unknown shape is not acted upon: its job is set aside for staff to see', async () => {
    world = await aWorld(`update requests set schema = 99 where id = 'approved'`);
    await world.run(60_000);
    expect(world.tenant.calls).toEqual([]);
    const dead = await world.deps.store.transaction((tx) => tx.outbox.dead(9));
    expect(dead).toContainEqual(expect.objectContaining({ kind: 'run-remedy', fault: 'store-unreadable' }));
  });
});
