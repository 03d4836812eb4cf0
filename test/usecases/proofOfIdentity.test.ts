import { policyWith } from '../fakes/policies';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  const policy = policyWith({ confirm: 'card', proofValidMinutes: 30 });
  world = await requestWorld({ approvals: { policy } });
});
afterEach(() => world.close());

const reset = 'require-mfa-reregistration';
const state = async (id: string) => (await world.find(id)).state;

describe('S6: an approval', () => {
  test('without a proof of identity is refused', async () => {
    const request = await world.ask(reset);
    expect(await world.decide(request.number, { unproven: true })).toMatchObject({ refusal: 'proofMissing' });
    expect(await state(request.id)).toBe('awaitingProof');
    expect(world.tenant.writes()).toEqual([]);
  });

  test('on a proof as old as the limit is refused, and a new proof mends it', async () => {
    const request = await world.ask(reset);
    await world.prove(request.number, { proverId: 'desk' });
    world.time.now += 30 * 60_000;
    expect(await world.decide(request.number)).toMatchObject({ refusal: 'proofTooOld' });
    await world.prove(request.number, { proverId: 'desk' });
    expect(await world.decide(request.number)).toMatchObject({ ok: true });
  });

  test('on a proof a millisecond younger than the limit counts', async () => {
    const request = await world.ask(reset);
    await world.prove(request.number, { proverId: 'desk' });
    world.time.now += 30 * 60_000 - 1;
    expect(await world.decide(request.number)).toMatchObject({ ok: true });
  });
});

test('S3: who approved an administrator’s request cannot then be the one who proves it', async () => {
  const standing = { roles: [{ roleId: 'any', scope: '/' }], inRoleAssignableGroup: false };
  world.tenant.of('hanako').standing = standing;
  const request = await world.ask(reset);
  await world.decide(request.number, { approverId: 'paa1' });
  expect(await world.prove(request.number, { proverId: 'paa1' })).toMatchObject({
    refusal: 'mayNotProveOwnRequest',
  });
  expect(await world.prove(request.number, { proverId: 'desk' })).toMatchObject({ ok: true });
});
