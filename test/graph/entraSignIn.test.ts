import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { decode } from 'jsonwebtoken';
import { createEntraSignIn } from '../../src/graph/entraSignIn';
import type { SignIn, SignInAsked } from '../../src/ports/signIn';
import { startEntraStandIn, type EntraStandIn } from '../../src/sandbox/entra/startEntraStandIn';
import { personId, tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { Secret } from '../../src/secret';
import { webVisitor } from '../fakes/webVisitor';

const { botId: clientId, tenantId } = tenantIds;
const redirectUri = 'http://127.0.0.1:4321/confirm/callback';
const people = [
  { id: personId(21), upn: 'satoshi@hanamachi.example', name: '木村 聡', accountEnabled: true },
  { id: personId(1), upn: 'hanako@hanamachi.example', name: '佐藤 花子', accountEnabled: true },
  { id: personId(2), upn: 'left@hanamachi.example', name: 'Left', accountEnabled: false },
];
const trustedBefore = getCACertificates();
let entra: EntraStandIn;
let signIn: SignIn;

beforeAll(async () => {
  entra = await startEntraStandIn({
    tenantId,
    clientId,
    clientSecret: 'right',
    clock: Date.now,
    accounts: () => people,
  });
  setDefaultCACertificates([...trustedBefore, entra.caPem]);
  signIn = signInWith('right');
});
afterAll(async () => {
  setDefaultCACertificates(trustedBefore);
  await entra.close();
});

const signInWith = (secret: string) =>
  createEntraSignIn({
    credential: { kind: 'secret', secret: new Secret(secret), tenantId, clientId, authorityHost: entra.url },
    redirectUri: () => redirectUri,
    graphScope: 'https://graph.microsoft.com',
    timeoutMs: 10_000,
  });

const ask = (changes: Partial<SignInAsked> = {}): SignInAsked => ({
  state: 'state-1',
  nonce: 'nonce-1',
  verifier: new Secret('v'.repeat(43)),
  permissions: ['UserAuthMethod-TAP.ReadWrite.All'],
  language: 'en',
  ...changes,
});

/** Goes to Entra, becomes somebody there, and brings back what Entra sent the browser back with. */
async function signInAs(asked: SignInAsked, person: string): Promise<URLSearchParams> {
  const visitor = webVisitor();
  visitor.stopAt(redirectUri);
  const page = await visitor.open(await signIn.address(asked));
  const back = await visitor.send(page, { person });
  return new URL(back.url).searchParams;
}
const codeOf = async (asked: SignInAsked, person = personId(21)) =>
  (await signInAs(asked, person)).get('code') ?? '';

test('says who signed in, and when, by the signed token', async () => {
  const asked = ask();
  const before = Math.floor(Date.now() / 1000) * 1000;
  const signedIn = await signIn.finish(asked, await codeOf(asked));
  expect(signedIn).toMatchObject({ oid: personId(21), authContexts: [] });
  expect(signedIn?.authTime).toBeGreaterThanOrEqual(before);
});

test('gives a token of that person with just the permission that was asked for', async () => {
  const asked = ask();
  const signedIn = await signIn.finish(asked, await codeOf(asked));
  const token = signedIn?.access?.token.reveal() ?? '';
  expect(decode(token)).toMatchObject({
    aud: 'https://graph.microsoft.com',
    idtyp: 'user',
    oid: personId(21),
    scp: 'UserAuthMethod-TAP.ReadWrite.All',
    tid: tenantId,
    appid: clientId,
  });
  expect(entra.verifyGraphToken(token)).toMatchObject({
    kind: 'delegated',
    personId: personId(21),
    permissions: ['UserAuthMethod-TAP.ReadWrite.All'],
  });
});

test('asks for no token where no permission is needed', async () => {
  const asked = ask({ permissions: [] });
  expect(await signIn.finish(asked, await codeOf(asked))).not.toHaveProperty('access');
});

test('brings the state back to the browser, and asks for a fresh sign-in', async () => {
  const asked = ask({ state: 'state of mine' });
  const address = new URL(await signIn.address(asked));
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    prompt: 'login',
    max_age: '0',
    code_challenge_method: 'S256',
    nonce: 'nonce-1',
    ui_locales: 'en',
  });
  expect((await signInAs(asked, personId(21))).get('state')).toBe('state of mine');
});

test('asks for an authentication context, and says which were met', async () => {
  const asked = ask({ authContext: 'c1' });
  expect((await signIn.finish(asked, await codeOf(asked)))?.authContexts).toEqual(['c1']);
});

test('a browser that signed in a moment ago is asked again', async () => {
  const visitor = webVisitor();
  visitor.stopAt(redirectUri);
  const first = await visitor.open(await signIn.address(ask()));
  await visitor.send(first, { person: personId(21) });
  const second = await visitor.open(await signIn.address(ask({ state: 'second' })));
  expect([second.status, second.text.includes('name="person"')]).toEqual([200, true]);
});

describe('nobody has signed in where', () => {
  test('the code was used before', async () => {
    const asked = ask();
    const code = await codeOf(asked);
    await signIn.finish(asked, code);
    expect(await signIn.finish(asked, code)).toBeUndefined();
  });

  test('the code is made up', async () => {
    expect(await signIn.finish(ask(), 'made-up')).toBeUndefined();
  });

  test('the nonce is that of another sign-in', async () => {
    const code = await codeOf(ask({ nonce: 'theirs' }));
    expect(await signIn.finish(ask({ nonce: 'ours' }), code)).toBeUndefined();
  });

  test('the secret half of PKCE is that of another browser', async () => {
    const code = await codeOf(ask());
    expect(await signIn.finish(ask({ verifier: new Secret('w'.repeat(43)) }), code)).toBeUndefined();
  });

  test('the person gave up', async () => {
    const visitor = webVisitor();
    visitor.stopAt(redirectUri);
    const page = await visitor.open(await signIn.address(ask()));
    const back = await visitor.send(page, { cancel: 'cancel' });
    expect(new URL(back.url).searchParams.get('error')).toBe('access_denied');
  });

  test('the account is disabled', async () => {
    const visitor = webVisitor('ja');
    visitor.stopAt(redirectUri);
    const page = await visitor.open(await signIn.address(ask({ language: 'ja' })));
    const again = await visitor.send(page, { person: personId(2) });
    expect([again.status, again.url.startsWith(entra.url)]).toEqual([200, true]);
  });
});

test('an app that cannot prove itself is a fault of ours, not a refusal of the person', async () => {
  const code = await codeOf(ask());
  await expect(signInWith('wrong').finish(ask(), code)).rejects.toMatchObject({ code: 'entra-token' });
});

test('the sign-in page is in the language of its reader and loads nothing from elsewhere', async () => {
  const page = await webVisitor('ja').open(await signIn.address(ask({ language: 'ja' })));
  expect([page.text.includes('<html lang="ja">'), page.text.includes('佐藤 花子')]).toEqual([true, true]);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});
