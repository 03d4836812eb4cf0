import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { inspect } from 'node:util';
import { z } from 'zod/v4';
import { readOne } from '../../src/graph/ask';
import { createCredential } from '../../src/graph/credential';
import type { EntraStandIn } from '../../src/sandbox/entra/startEntraStandIn';
import { startEntraStandIn } from '../../src/sandbox/entra/startEntraStandIn';
import { Secret } from '../../src/secret';
import { startGraphServer } from './graphServer';
import { testClient, thrownBy } from './testClient';

const tenantId = '33333333-3333-4333-8333-333333333333';
const clientId = '44444444-4444-4444-8444-444444444444';
const clientSecret = 'Hq3~canary-client-secret';
const trustedBefore = getCACertificates('default');

let entra: EntraStandIn;

beforeAll(async () => {
  const now = Date.now();
  entra = await startEntraStandIn({ tenantId, clientId, clientSecret, clock: () => now });
  setDefaultCACertificates([...trustedBefore, entra.caPem]);
});

afterAll(async () => {
  setDefaultCACertificates(trustedBefore);
  await entra.close();
});

const settings = (secret: string) => ({
  tenantId,
  clientId,
  authorityHost: entra.url,
  kind: 'secret' as const,
  secret: new Secret(secret),
});

describe('a client secret', () => {
  test('gets a token from Entra that Graph accepts', async () => {
    const graph = await startGraphServer(() => ({ status: 200, body: {} }));
    const client = testClient(graph.origin, { credential: createCredential(settings(clientSecret)) });
    await readOne(client.api('/me'), z.looseObject({}));
    await graph.close();
    const token = graph.seen[0]?.authorization?.replace('Bearer ', '') ?? '';
    expect(entra.verifyGraphToken(token)).toMatchObject({ appId: clientId, tenantId });
  });

  test('that is wrong is a fault with the number that Entra gives, and without the secret', async () => {
    const client = testClient('http://127.0.0.1:9', {
      credential: createCredential(settings('not-the-canary')),
    });
    const thrown = await thrownBy(readOne(client.api('/me'), z.looseObject({})));
    expect(thrown).toMatchObject({
      code: 'entra-token',
      message: 'Entra gave no token: AADSTS7000215',
      retryable: false,
    });
    expect(inspect(thrown, { depth: null, showHidden: true })).not.toContain('canary');
  });

  test('is not shown by the credential settings', () => {
    expect(inspect(settings(clientSecret), { depth: null, showHidden: true })).not.toContain('canary');
  });
});

describe('Entra that nobody answers for', () => {
  test('is a fault that may pass', async () => {
    const credential = createCredential({ ...settings(clientSecret), authorityHost: 'https://127.0.0.1:9' });
    const client = testClient('http://127.0.0.1:9', { credential, timeoutMs: 500 });
    await expect(readOne(client.api('/me'), z.looseObject({}))).rejects.toMatchObject({
      code: 'entra-token',
      retryable: true,
    });
  });
});

describe('the other kinds of credential', () => {
  const app = { tenantId, clientId, authorityHost: 'https://login.microsoftonline.com' };

  test.each([
    ['a certificate', { ...app, kind: 'certificate' as const, certificatePath: '/nowhere.pem' }],
    ['a managed identity', { ...app, kind: 'managed-identity' as const, managedIdentityClientId: clientId }],
    ['a workload identity', { ...app, kind: 'workload-identity' as const, tokenFilePath: '/nowhere' }],
  ])('are made without asking anybody: %s', (_what, kind) => {
    expect(createCredential(kind)).toMatchObject({ getToken: expect.any(Function) as unknown });
  });
});
