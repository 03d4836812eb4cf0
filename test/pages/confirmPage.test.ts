import { createServer, type Server } from 'restify';
import { createMemoryDelegatedTokens } from '../../src/graph/memoryDelegatedTokens';
import { createBrowserSignIns } from '../../src/pages/browserSignIns';
import { mountPages } from '../../src/pages/mountPages';
import { confirmBySignIn } from '../../src/usecases/confirmBySignIn';
import { findConfirmation } from '../../src/usecases/findConfirmation';
import { openConfirmation } from '../../src/usecases/openConfirmation';
import { fakeSignIn } from '../fakes/fakeSignIn';
import { policyWith } from '../fakes/policies';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';
import { webVisitor } from '../fakes/webVisitor';

/** "Confirm that it is you", in a real server on the real store, with an identity provider of the test's own (S7). */
const policy = policyWith({ confirm: 'sign-in' });
let world: RequestWorld;
let server: Server;
let provider: ReturnType<typeof fakeSignIn>;
let number: string;
let id: string;

beforeEach(async () => {
  world = await requestWorld({ approvals: { policy } });
  ({ id, number } = await world.ask('require-mfa-reregistration'));
  await world.prove(number, { proverId: 'desk' });
  const { clock } = world.deps;
  provider = fakeSignIn(clock);
  const tokens = createMemoryDelegatedTokens({ clock, capacity: 5 });
  server = createServer({ name: '' });
  mountPages({
    signIn: provider.signIn,
    signIns: createBrowserSignIns({ clock }),
    clock,
    isSecure: false,
    authContext: undefined,
    find: (token) => findConfirmation(world.deps, token),
    confirm: (token, signedIn) =>
      confirmBySignIn({ ...world.deps, tokens, confirmation: policy.confirmation }, token, signedIn),
    findNotMe: () => Promise.resolve(undefined),
    reportNotMe: () => Promise.resolve(undefined),
    helpdeskContact: undefined,
    requesterName: () => Promise.resolve(undefined),
    permissionsFor: () => ['UserAuthMethod-Phone.ReadWrite.All'],
    locker: world.deps.locker,
    mayShow: () => Promise.resolve(false),
    log: world.deps.log,
  })(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(async () => {
  server.close();
  await world.close();
});

/** The link that an approver gets who pressed a button. */
async function linkOf(personId: string, decision: 'approved' | 'denied' = 'approved'): Promise<string> {
  const request = await world.find(id);
  const act = { kind: 'decide', decision, reason: 'read <b>the phrase</b> back' } as const;
  const token = await world.deps.store.transaction((tx) =>
    openConfirmation(world.deps, tx, { request, personId, language: 'en', act }),
  );
  return `${server.url}/confirm/${token}`;
}

/** Signs in by a link that leads straight on, and sees what came of it. */
async function signIn(link: string, oid: string) {
  const browser = webVisitor();
  provider.next.oid = oid;
  await browser.open(`${link}?go=sign-in`);
  const state = provider.asks.at(-1)?.state ?? '';
  return browser.open(`${server.url}/confirm/callback?code=code-of-${state}&state=${state}`);
}
const state = async () => (await world.find(id)).state;

test('shows exactly what it is about, with everybody’s words as words, and decides nothing', async () => {
  const { text } = await webVisitor().open(await linkOf('admin'));
  expect(text).toContain(number);
  expect(text).toContain('Remove: ');
  expect(text).toContain('read &lt;b&gt;the phrase&lt;/b&gt; back');
  expect([await state(), provider.asks]).toEqual(['pending', []]);
});

test('a link that leads straight on decides nothing by being opened, as scanners do', async () => {
  await webVisitor().open(`${await linkOf('admin')}?go=sign-in`);
  expect([await state(), provider.asks.length]).toEqual(['pending', 1]);
});

test('only an approval asks for a token that can change something', async () => {
  await signIn(await linkOf('admin', 'denied'), 'admin');
  expect([await state(), provider.asks.at(-1)?.permissions]).toEqual(['denied', []]);
});

test('who comes too late is told who decided and when', async () => {
  const late = await linkOf('admin2');
  expect((await signIn(await linkOf('admin'), 'admin')).text).toContain('Approved');
  world.time.now += 3 * 60_000;
  const seen = await signIn(late, 'admin2');
  expect(seen.status).toBe(409);
  expect(seen.text).toContain('Decided by Ada Admin, 3 min ago.');
});

test('where the identity provider is silent nothing is lost, and the link stays good', async () => {
  const link = await linkOf('admin');
  provider.next.silent = true;
  expect((await webVisitor().open(`${link}?go=sign-in`)).status).toBe(503);
  provider.next.silent = false;
  await signIn(link, 'admin');
  expect(await state()).toBe('approved');
});
