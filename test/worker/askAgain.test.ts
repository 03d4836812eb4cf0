import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

/** Approved, but the approver's token is in no process any more: a restart lost it. */
let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld({
    approvals: { applicationRemedies: [], delegatedRemedies: ['require-mfa-reregistration'] },
  });
});
afterEach(() => world.close());

const links = () =>
  [...world.teams.cards('chat-admin'), ...world.teams.cards('chat-staff')].filter((card) =>
    JSON.stringify(card).includes('/confirm/'),
  );

test('without the token nothing is written, and after a while the approver is asked once to sign in again', async () => {
  const request = await world.ask('require-mfa-reregistration');
  await world.run(1_000);
  expect(await world.decide(request.number)).toMatchObject({ ok: true });
  await world.run(1_000);
  expect(links()).toHaveLength(0);
  for (let second = 0; second < 30; second++) await world.run(1_000);
  expect(links()).toHaveLength(1);
  expect(world.tenant.writes()).toEqual([]);
  expect((await world.find(request.id)).state).toBe('approved');
});
