import { requestWorld, type RequestWorld } from '../fakes/requestWorld';
import { usualMethods } from '../fakes/requestPeople';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

describe('which method is the default', () => {
  const untold = usualMethods.map((method) => ({ ...method, isDefault: undefined }));

  test.each([
    ['when it was approved', untold, usualMethods],
    ['when it runs', usualMethods, untold],
  ])('may be untold %s: the report tells few people at a time', async (_when, before, after) => {
    world.tenant.of('hanako').methods = [...before];
    const request = await world.ask('require-mfa-reregistration');
    expect(await world.decide(request.number)).toMatchObject({ ok: true });
    world.tenant.of('hanako').methods = [...after];
    await world.run();
    expect((await world.find(request.id)).state).toBe('done');
  });
});
