import { recordRedFlags } from '../../src/usecases/recordRedFlags';
import { requestRemedy } from '../../src/usecases/requestRemedy';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

const reset = 'require-mfa-reregistration';
const flag = (caseId: string) => recordRedFlags(world.deps, { caseId, redFlags: ['stolen-phone'] });

describe('S26: a person with a red flag in an open case', () => {
  test('gets no request in another case', async () => {
    await flag(await world.openCase());
    const ids = { personId: 'hanako', requesterId: 'hanako', openerId: 'hanako' };
    const asked = {
      caseId: await world.openCase(),
      remedy: reset,
      language: 'ja',
      door: 'own',
      ...ids,
    } as const;
    expect(await requestRemedy(world.deps, asked)).toEqual({ ok: false, refusal: 'redFlag' });
  });

  test('gets no approval for what was asked for before', async () => {
    const { number } = await world.ask(reset);
    await flag(await world.openCase());
    expect(await world.decide(number)).toMatchObject({ ok: false, refusal: 'redFlag' });
  });

  test('can still be denied', async () => {
    const { number } = await world.ask(reset);
    await flag(await world.openCase());
    expect(await world.decide(number, { decision: 'denied' })).toMatchObject({ ok: true });
  });

  test('keeps nobody else from being helped', async () => {
    await flag(await world.openCase('taro'));
    expect((await world.ask(reset)).state).toBe('awaitingProof');
  });
});

test('a red flag that is seen twice is written down once', async () => {
  const caseId = await world.openCase();
  await flag(caseId);
  await flag(caseId);
  const found = await world.deps.store.transaction((tx) => tx.cases.find(caseId));
  expect(found?.redFlags).toEqual(['stolen-phone']);
});
