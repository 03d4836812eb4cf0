import { z } from 'zod/v4';
import { refused, startGraph, who } from './startGraph';
import type { RunningGraph } from './startGraph';

let running: RunningGraph;
beforeEach(async () => {
  running = await startGraph();
});
afterEach(async () => {
  const violations = running.graph.violations();
  await running.graph.close();
  expect(violations).toEqual([]);
});

const passesOf = (id: string) => `/users/${id}/authentication/temporaryAccessPassMethods`;
const passes = passesOf(who.phoneReplaced);
const created = z.looseObject({ id: z.string(), temporaryAccessPass: z.string() });
const issue = async (wish: object = {}) => created.parse((await running.post(passes, wish)).body);
const policy =
  '/v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass';
const policyType = {
  '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
};

describe('a Temporary Access Pass', () => {
  test('is usable at once, for as long as the policy says by default', async () => {
    expect(await running.post(passes, {})).toMatchObject({
      status: 201,
      body: {
        isUsable: true,
        methodUsabilityReason: 'EnabledByPolicy',
        lifetimeInMinutes: 60,
        isUsableOnce: false,
      },
    });
  });

  test('has its value in the answer to its creation and nowhere else', async () => {
    const { id, temporaryAccessPass: value } = await issue();
    expect(value).toMatch(/^Canary[A-Za-z0-9]{14}$/);
    const later = [
      await running.get(passes),
      await running.get(`${passes}/${id}`),
      await running.get(`/users/${who.phoneReplaced}/authentication/methods`),
      await running.send('GET', '/sandbox/log'),
      await running.send('GET', `/sandbox/people/${who.phoneReplaced}/methods`),
    ];
    expect(JSON.stringify(later)).not.toContain('Canary');
  });

  test('replaces the one before', async () => {
    const first = await issue();
    const second = await issue({ isUsableOnce: true });
    expect((await running.get(`${passes}/${first.id}`)).status).toBe(404);
    expect((await running.get(passes)).body).toMatchObject({ value: [{ id: second.id }] });
  });

  test('can be deleted once', async () => {
    const { id } = await issue();
    expect((await running.remove(`${passes}/${id}`)).status).toBe(204);
    expect((await running.remove(`${passes}/${id}`)).status).toBe(404);
  });

  test('that starts later is not valid yet', async () => {
    const wish = { startDateTime: '2026-11-22T00:00:00Z' };
    expect((await running.post(passes, wish)).body).toMatchObject({
      isUsable: false,
      methodUsabilityReason: 'NotYetValid',
    });
  });

  test.each([10, 59, 481])(
    'is refused outside the bounds of the policy: %d minutes',
    async (lifetimeInMinutes) => {
      expect((await running.post(passes, { lifetimeInMinutes })).status).toBe(400);
    },
  );

  test('is refused for a guest, in the documented words', async () => {
    expect(await running.post(passesOf(who.guest), {})).toMatchObject({
      status: 400,
      body: { error: { message: 'Temporary Access Pass cannot be added to an external guest user.' } },
    });
  });
});

describe('the policy of passes', () => {
  test('refuses every pass while it is off', async () => {
    await running.send('PATCH', policy, { ...policyType, state: 'disabled' });
    expect(refused(await running.post(passes, {}))).toMatch(
      /^400 .*Converged UserCredentialPolicy does not allow/,
    );
  });

  test('refuses a pass for many uses where passes are for one-time use only', async () => {
    await running.send('PATCH', policy, { ...policyType, isUsableOnce: true });
    expect((await running.post(passes, { isUsableOnce: false })).status).toBe(400);
    expect((await running.post(passes, {})).body).toMatchObject({ isUsableOnce: true });
  });

  test('lets a pass be created for somebody outside its scope, who cannot use it', async () => {
    running.tenant.passPolicy.excludes = [who.phoneReplaced];
    expect(await running.post(passes, {})).toMatchObject({
      status: 201,
      body: { isUsable: false, methodUsabilityReason: 'DisabledByPolicy' },
    });
  });
});
