import fc from 'fast-check';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { decideRequest } from '../../src/usecases/decideRequest';
import { expireRequest } from '../../src/usecases/expireRequest';
import { withdrawRequest } from '../../src/usecases/withdrawRequest';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

const reset = 'require-mfa-reregistration';

/** The token that a posted card carries, as a client sees it. */
function tokenIn(conversationId: string): string {
  const card = JSON.stringify(world.teams.cards(conversationId)[0]?.content);
  return /"token":"([^"]+)"/.exec(card)?.[1] ?? '';
}

/** Posted, and somebody has made sure who it is. */
async function postedRequest(): Promise<RemedyRequest> {
  const request = await world.ask(reset);
  await world.prove(request.number, { proverId: 'desk' });
  await world.run(1_000);
  return request;
}

const onCard = (token: string, more: object = {}) =>
  decideRequest(world.deps, {
    reference: { token },
    conversationId: 'chat-admin',
    approverId: 'admin',
    decision: 'approved',
    reason: 'called back',
    ...more,
  });

describe('an approval that is waiting', () => {
  test('is decided by the card that was posted to the approver', async () => {
    const { id } = await postedRequest();
    expect(await onCard(tokenIn('chat-admin'))).toMatchObject({ ok: true });
    expect(await world.find(id)).toMatchObject({
      state: 'approved',
      decision: { approverId: 'admin', proof: 'call-back' },
    });
  });

  test('is decided in the thread of the channel where the card was posted', async () => {
    await postedRequest();
    const conversationId = 'chat-staff;messageid=1700000000';
    expect(await onCard(tokenIn('chat-staff'), { conversationId })).toMatchObject({ ok: true });
  });

  test('is denied with a reason and without a proof', async () => {
    const request = await postedRequest();
    expect(await world.decide(request.number, { decision: 'denied' })).toMatchObject({
      ok: true,
    });
    await world.run();
    expect(world.tenant.writes()).toEqual([]);
    expect((await world.find(request.id)).state).toBe('denied');
  });

  test.each([
    ['reasonMissing', { reason: '  ' }],
    ['reasonTooLong', { reason: 'x'.repeat(501) }],
  ])('is not decided: %s', async (refusal, more) => {
    const request = await postedRequest();
    expect(await world.decide(request.number, more)).toMatchObject({ ok: false, refusal });
    expect((await world.find(request.id)).state).toBe('pending');
  });

  test.each([
    [0, { ok: false, refusal: 'expired' }],
    [-1, { ok: true }],
  ])('is gone at the very millisecond of its expiry, and not before: %i (S12)', async (offset, outcome) => {
    const request = await postedRequest();
    world.time.now = request.expiresAt + offset;
    expect(await world.decide(request.number)).toMatchObject(outcome);
  });

  test('expires by its job, and people are told', async () => {
    const request = await postedRequest();
    await world.run(5 * 60 * 60_000);
    expect((await world.find(request.id)).state).toBe('expired');
    expect(world.teams.texts('chat-hanako').at(-1)).toContain('期限');
  });

  test('does not expire early', async () => {
    const request = await postedRequest();
    await expireRequest(world.deps, request.id);
    expect((await world.find(request.id)).state).toBe('pending');
  });
});

describe('S2: the token of a card', () => {
  const elsewhere: [string, () => object][] = [
    ['in another conversation', () => ({ conversationId: 'chat-staff' })],
    [
      'on another message',
      () => ({ reference: { token: tokenIn('chat-admin'), activityId: 'activity-99' } }),
    ],
    ['that is another one', () => ({ reference: { token: `${tokenIn('chat-admin')}x` } })],
    ['that is empty', () => ({ reference: { token: '' } })],
  ];

  test.each(elsewhere)('%s means nothing, and is not burnt by it', async (_where, more) => {
    await postedRequest();
    expect(await onCard(tokenIn('chat-admin'), more())).toMatchObject({
      ok: false,
      refusal: 'unknownRequest',
    });
    expect(await onCard(tokenIn('chat-admin'))).toMatchObject({ ok: true });
  });

  test('means nothing after its expiry', async () => {
    const request = await postedRequest();
    world.time.now = request.expiresAt;
    expect(await onCard(tokenIn('chat-admin'))).toMatchObject({ ok: false });
  });

  test('is not in the store, only its hash', async () => {
    const request = await postedRequest();
    const cards = await world.deps.store.transaction((tx) => tx.cards.ofRequest(request.id));
    expect(cards.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(cards)).not.toContain(tokenIn('chat-admin'));
  });

  test('whatever it looks like decides nothing (S1)', async () => {
    const request = await postedRequest();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (token) => {
        expect(await onCard(token)).toMatchObject({ ok: false });
      }),
      { numRuns: 200 },
    );
    expect((await world.find(request.id)).state).toBe('pending');
    expect(world.tenant.writes()).toEqual([]);
  });
});

describe('a refusal', () => {
  test('tells a stranger the same of a request that exists and one that does not (S20)', async () => {
    const request = await postedRequest();
    const stranger = { approverId: 'stranger' };
    expect(await world.decide(request.number, stranger)).toEqual(await world.decide('R-0000', stranger));
  });

  test('because one may not is written down', async () => {
    const request = await postedRequest();
    const entries: unknown[] = [];
    const { store } = world.deps;
    const transaction = store.transaction.bind(store);
    Object.assign(store, {
      transaction: (work: Parameters<typeof transaction>[0]) =>
        transaction((tx) =>
          work({ ...tx, audit: { append: (entry) => (entries.push(entry), tx.audit.append(entry)) } }),
        ),
    });
    await world.decide(request.number, { approverId: 'hanako' });
    expect(entries).toMatchObject([
      { event: 'request.decisionRefused', detail: { refusal: 'mayNotApproveOwnRequest' } },
    ]);
  });
});

describe('S5: an approver list', () => {
  test.each([[[]], [['*']], [['admin@example.com']]])('of %j lets nobody approve', async (approverIds) => {
    await world.close();
    world = await requestWorld({ approvals: { approverIds, approverGroupIds: ['no-such-group'] } });
    const request = await world.ask(reset);
    expect(await world.decide(request.number)).toMatchObject({ refusal: 'notAnApprover' });
  });

  test('with an id in upper case means the same person', async () => {
    await world.close();
    world = await requestWorld({ approvals: { approverIds: ['ADMIN'] } });
    const request = await world.ask(reset);
    expect(await world.decide(request.number)).toMatchObject({ ok: true });
  });
});

describe('a withdrawal', () => {
  test('by the person concerned ends it, also after the approval', async () => {
    const request = await postedRequest();
    await world.decide(request.number);
    const outcome = await withdrawRequest(world.deps, { requestId: request.id, actorId: 'HANAKO' });
    expect(outcome).toMatchObject({ ok: true, request: { state: 'withdrawn' } });
    await world.run();
    expect(world.tenant.writes()).toEqual([]);
  });

  test('by anybody else is refused', async () => {
    const request = await postedRequest();
    const outcome = await withdrawRequest(world.deps, { requestId: request.id, actorId: 'admin' });
    expect(outcome).toEqual({ ok: false, refusal: 'notYourRequest' });
  });

  test('comes too late once it is done', async () => {
    const request = await postedRequest();
    await world.decide(request.number);
    await world.run();
    const outcome = await withdrawRequest(world.deps, { requestId: request.id, actorId: 'hanako' });
    expect(outcome).toEqual({ ok: false, refusal: 'tooLate' });
  });
});
