import { createMemoryDelegatedTokens } from '../../src/graph/memoryDelegatedTokens';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { Fault } from '../../src/faults';
import type { DelegatedTokens } from '../../src/ports/delegatedTokens';
import type { SignedIn } from '../../src/ports/signIn';
import { Secret } from '../../src/secret';
import { confirmBySignIn } from '../../src/usecases/confirmBySignIn';
import { openConfirmation } from '../../src/usecases/openConfirmation';
import { lendRemedies } from '../../src/worker/lendRemedies';
import { policyWith } from '../fakes/policies';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

/** An approver's token lives in the memory of one process: what becomes of an approval when that process ends (S11). */
const reset = 'require-mfa-reregistration';
const policy = policyWith({ confirm: 'sign-in' });
let world: RequestWorld;
let tokens: DelegatedTokens;
/** The tokens by which remedies were done, in order. */
let lent: string[];

beforeEach(async () => {
  world = await requestWorld({ approvals: { applicationRemedies: [], delegatedRemedies: [reset], policy } });
  lent = [];
  await newProcess();
});
afterEach(() => world.close());

/** The store stays; what was in memory does not. */
async function newProcess(): Promise<void> {
  tokens = createMemoryDelegatedTokens({ clock: world.deps.clock, capacity: 5 });
  const remediesWith = (token: Secret) => {
    lent.push(token.reveal());
    return world.tenant.remedies;
  };
  Object.assign(world.deps, { delegated: { tokens, remediesWith } });
  await world.restartWorker();
}

const signedIn = (changes: Partial<SignedIn> = {}): SignedIn => ({
  oid: 'admin',
  authTime: world.time.now,
  authContexts: [],
  access: { token: new Secret(`token of ${String(world.time.now)}`), expiresAt: world.time.now + 3_600_000 },
  ...changes,
});
const confirm = (token: string, who = signedIn()) =>
  confirmBySignIn({ ...world.deps, tokens, confirmation: policy.confirmation }, token, who);

/** Approved by signing in, just now. */
async function approvedBySignIn(): Promise<RemedyRequest> {
  const request = await world.ask(reset);
  await world.prove(request.number, { proverId: 'desk' });
  await world.run(1_000);
  const act = { kind: 'decide', decision: 'approved', reason: 'read the phrase back' } as const;
  const token = await world.deps.store.transaction((tx) =>
    openConfirmation(world.deps, tx, { request, personId: 'admin', language: 'en', act }),
  );
  expect(await confirm(token)).toMatchObject({ kind: 'taken' });
  return request;
}

/** The secrets of the links that the approver was sent. */
const links = () =>
  world.teams.cards('chat-admin').flatMap(({ content }) => {
    const found = /\/confirm\/([\w-]+)/u.exec(JSON.stringify(content))?.[1];
    return found === undefined ? [] : [found];
  });
const asked = () => JSON.stringify(world.teams.cards('chat-admin').at(-1)?.content);
const state = async ({ id }: RemedyRequest) => (await world.find(id)).state;

test('before anything was done: nothing is written, the approver is told so, signs in again, and it is done once', async () => {
  const request = await approvedBySignIn();
  await newProcess();
  await world.run(30_000);
  expect([world.tenant.writes(), await state(request)]).toEqual([[], 'approved']);
  expect(asked()).toContain('Nothing has changed yet');
  expect(links()).toHaveLength(1);
  expect(await confirm(links()[0] ?? '')).toMatchObject({ kind: 'taken' });
  await world.run();
  expect(await state(request)).toBe('done');
  expect(new Set(lent).size).toBe(1);
  expect(new Set(world.tenant.writes()).size).toBe(world.tenant.writes().length);
});

test('in the middle: the approver is told that a part may be changed, and what was done is not done twice', async () => {
  const request = await approvedBySignIn();
  for (let count = 0; count < 8; count += 1)
    world.tenant.failNext('removeMethod', new Fault('graph-broken', '503', { retryable: true }), 'before', 1);
  await world.run(1_000);
  expect(await state(request)).toBe('running');
  await newProcess();
  await world.run(30_000);
  expect(asked()).toContain('A part may be changed already');
  await confirm(links().at(-1) ?? '');
  await world.run();
  expect(await state(request)).toBe('done');
  expect(world.tenant.of('hanako').methods.map(({ kind }) => kind)).toEqual(['password', 'windows-hello']);
});

test.each<[string, () => SignedIn]>([
  ['somebody else', () => signedIn({ oid: 'admin2' })],
  ['the approver of five minutes ago', () => signedIn({ authTime: world.time.now - 301_000 })],
])('a sign-in by %s does not let it go on', async (_who, who) => {
  const request = await approvedBySignIn();
  await newProcess();
  await world.run(30_000);
  expect((await confirm(links()[0] ?? '', who())).kind).not.toBe('taken');
  await world.run(30_000);
  expect([world.tenant.writes(), await state(request)]).toEqual([[], 'approved']);
});

test('where nobody signs in again it ends by itself, unchanged, and everybody is told', async () => {
  const request = await approvedBySignIn();
  await newProcess();
  await world.run(6 * 60 * 60_000);
  expect([world.tenant.writes(), await state(request)]).toEqual([[], 'expired']);
  expect(world.teams.texts('chat-hanako').at(-1)).toContain('何も変更していません');
  expect(world.teams.texts('chat-admin').at(-1)).toContain('Nothing was changed');
});

test('where nobody signs in again in the middle, what was done is reported as done in part', async () => {
  const request = await approvedBySignIn();
  for (let count = 0; count < 8; count += 1)
    world.tenant.failNext('removeMethod', new Fault('graph-broken', '503', { retryable: true }), 'before', 1);
  await world.run(1_000);
  await newProcess();
  await world.run(6 * 60 * 60_000);
  expect(await state(request)).toBe('partial');
  expect(world.teams.texts('chat-admin').at(-1)).toContain('only in part');
});

describe('in whose name', () => {
  const lend = async (request: RemedyRequest) => lendRemedies(world.deps, await world.find(request.id));

  test('the approver’s, by the token of their sign-in', async () => {
    const request = await approvedBySignIn();
    const before = world.time.now;
    expect(await lend(request)).toBeDefined();
    expect(lent).toEqual([`token of ${String(before)}`]);
  });

  test('nobody’s where the token was somebody else’s, has ended or is lost', async () => {
    const request = await approvedBySignIn();
    tokens.forget({ requestId: request.id });
    tokens.put(
      { requestId: request.id, approverId: 'admin2' },
      { token: new Secret('other'), expiresAt: world.time.now + 3_600_000 },
    );
    expect(await lend(request)).toBeUndefined();
    tokens.put(
      { requestId: request.id, approverId: 'admin' },
      { token: new Secret('old'), expiresAt: world.time.now + 1_000 },
    );
    expect(await lend(request)).toBeUndefined();
    expect(lent).toEqual([]);
  });

  test('Monban’s own, where it was given the permission for this remedy', async () => {
    const request = await approvedBySignIn();
    Object.assign(world.deps.approvals, { applicationRemedies: [reset] });
    expect((await lend(request))?.remedies).toBe(world.deps.remedies);
  });
});
