import { createMemoryDelegatedTokens } from '../../src/graph/memoryDelegatedTokens';
import type { DelegatedTokens } from '../../src/ports/delegatedTokens';
import type { SignedIn } from '../../src/ports/signIn';
import { Secret } from '../../src/secret';
import { confirmBySignIn } from '../../src/usecases/confirmBySignIn';
import { openConfirmation } from '../../src/usecases/openConfirmation';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { policyWith } from '../fakes/policies';
import { requestWorld, type RequestWorld } from '../fakes/requestWorld';

/** A decision that waits for a fresh sign-in, and the sign-ins that come (SECURITY S2, S7). */
let world: RequestWorld;
let tokens: DelegatedTokens;
let request: RemedyRequest;
let link: string;
const policy = policyWith({ confirm: 'sign-in' });

beforeEach(async () => {
  world = await requestWorld({ approvals: { policy } });
  tokens = createMemoryDelegatedTokens({ clock: world.deps.clock, capacity: 5 });
  request = await world.ask('require-mfa-reregistration');
  await world.prove(request.number);
  link = await world.deps.store.transaction((tx) =>
    openConfirmation(world.deps, tx, {
      request,
      personId: 'admin',
      language: 'en',
      act: { kind: 'decide', decision: 'approved', reason: 'read the phrase back' },
    }),
  );
});
afterEach(() => world.close());

const signedIn = (changes: Partial<SignedIn> = {}): SignedIn => ({
  oid: 'admin',
  authTime: world.time.now,
  authContexts: [],
  access: { token: new Secret('a token'), expiresAt: world.time.now + 3_600_000 },
  ...changes,
});
const confirm = (who: SignedIn, token = link) =>
  confirmBySignIn({ ...world.deps, tokens, confirmation: policy.confirmation }, token, who);
const state = async () => (await world.find(request.id)).state;

test('the right person, just now: the decision is taken, and their token waits for the job (S7)', async () => {
  expect(await confirm(signedIn())).toMatchObject({ kind: 'taken' });
  expect(await state()).toBe('approved');
  expect(tokens.of({ requestId: request.id, approverId: 'admin' })?.reveal()).toBe('a token');
});

test.each<[string, () => SignedIn]>([
  ['somebody else signs in', () => signedIn({ oid: 'admin2' })],
  ['the sign-in is an old one', () => signedIn({ authTime: world.time.now - 301_000 })],
])('%s: nothing changes, no token stays, and the right person still can (S7)', async (_what, who) => {
  expect((await confirm(who())).kind).not.toBe('taken');
  expect(await state()).toBe('pending');
  for (const approverId of ['admin', 'admin2']) {
    expect(tokens.of({ requestId: request.id, approverId })).toBeUndefined();
  }
  expect(await confirm(signedIn())).toMatchObject({ kind: 'taken' });
});

test.each<[string, string | undefined, number]>([
  ['made up', 'x'.repeat(43), 0],
  ['a quarter of an hour old', undefined, 15 * 60_000],
])('a link that is %s does nothing (S2)', async (_what, token, laterMs) => {
  world.time.now += laterMs;
  expect(await confirm(signedIn(), token ?? link)).toEqual({ kind: 'gone' });
  expect(await state()).toBe('pending');
});

test('a link counts once (S7)', async () => {
  await confirm(signedIn());
  expect(await confirm(signedIn())).toEqual({ kind: 'gone' });
});

test('who confirms a second time by another link is refused, and the job of the first time keeps its token (S7, S10)', async () => {
  const second = await world.deps.store.transaction((tx) =>
    openConfirmation(world.deps, tx, {
      request,
      personId: 'admin',
      language: 'en',
      act: { kind: 'decide', decision: 'approved', reason: 'read the phrase back' },
    }),
  );
  await confirm(signedIn());
  world.time.now += 1_000;
  expect(await confirm(signedIn(), second)).toMatchObject({ kind: 'refused', refusal: 'alreadyDecided' });
  expect(tokens.of({ requestId: request.id, approverId: 'admin' })).toBeDefined();
});

test('a sign-in without the authentication context that is asked for changes nothing, one with it counts (S7)', async () => {
  const confirmation = { ...policy.confirmation, authContexts: ['c1'] };
  Object.assign(world.deps.approvals, { policy: { ...policy, confirmation } });
  expect(await confirm(signedIn({ authContexts: ['c2'] }))).toMatchObject({ kind: 'refused' });
  expect(await state()).toBe('pending');
  expect(tokens.of({ requestId: request.id, approverId: 'admin' })).toBeUndefined();
  expect(await confirm(signedIn({ authContexts: ['c1'] }))).toMatchObject({ kind: 'taken' });
});
