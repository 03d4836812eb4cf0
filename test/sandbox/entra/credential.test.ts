import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { ClientSecretCredential } from '@azure/identity';
import { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { startEntraStandIn } from '../../../src/sandbox/entra/startEntraStandIn';
import type { EntraStandIn } from '../../../src/sandbox/entra/startEntraStandIn';
import { startGraphStandIn } from '../../../src/sandbox/graph/startGraphStandIn';
import type { GraphStandIn } from '../../../src/sandbox/graph/graphStandInOptions';
import { createTenant } from '../../../src/sandbox/tenant/tenant';
import { personId } from '../../../src/sandbox/tenant/tenantIds';

const clientSecret = 'a secret of the sandbox';
const graphScope = 'https://graph.microsoft.com/.default';
const tenant = createTenant({ clock: Date.now });
const trustedBefore = getCACertificates('default');

let entra: EntraStandIn;
let graph: GraphStandIn;
beforeAll(async () => {
  const { tenantId, botId: clientId, clock } = tenant;
  entra = await startEntraStandIn({ tenantId, clientId, clientSecret, clock });
  graph = await startGraphStandIn({ tenant, verifyToken: entra.verifyGraphToken });
  setDefaultCACertificates([...trustedBefore, entra.caPem]);
});
afterAll(async () => {
  setDefaultCACertificates(trustedBefore);
  await graph.close();
  await entra.close();
});

function credential(secret = clientSecret, tenantId: string = tenant.tenantId): ClientSecretCredential {
  return new ClientSecretCredential(tenantId, tenant.botId, secret, {
    authorityHost: entra.url,
    disableInstanceDiscovery: true,
    retryOptions: { maxRetries: 0 },
  });
}

describe('the client of @azure/identity', () => {
  test('gets a token for Graph with the permissions that the project lists', async () => {
    const { token } = await credential().getToken(graphScope);
    const permissions = entra.verifyGraphToken(token)?.permissions;
    expect(permissions).toContain('UserAuthenticationMethod.Read.All');
    expect(permissions).not.toContain('UserAuthenticationMethod.ReadWrite.All');
  });

  test('gets a token for the Bot Connector that is none for Graph', async () => {
    const { token } = await credential().getToken('https://api.botframework.com/.default');
    expect(entra.verifyConnectorToken(token)).toMatchObject({ appId: tenant.botId, permissions: [] });
    expect(entra.verifyGraphToken(token)).toBeUndefined();
  });

  test('is refused with a wrong secret', async () => {
    await expect(credential('wrong').getToken(graphScope)).rejects.toThrow('AADSTS7000215');
  });

  test('is refused for another tenant', async () => {
    await expect(
      credential(clientSecret, '99999999-0000-4000-8000-000000000000').getToken(graphScope),
    ).rejects.toThrow();
  });
});

describe('the client of Microsoft Graph', () => {
  test('reads methods with such a token', async () => {
    const client = Client.init({
      baseUrl: graph.url,
      defaultVersion: 'v1.0',
      authProvider: (done) => {
        done(null, null);
      },
    });
    const { token } = await credential().getToken(graphScope);
    // The SDK itself sends no token over plain HTTP.
    const answer: unknown = await client
      .api(`/users/${personId(1)}/authentication/methods`)
      .header('authorization', `Bearer ${token}`)
      .get();
    const { value } = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) }).parse(answer);
    expect(value).toHaveLength(4);
    expect(graph.violations()).toEqual([]);
  });
});

describe('another process', () => {
  const script = `
    const { ClientSecretCredential } = require('@azure/identity');
    const [authorityHost, tenantId, clientId, secret, scope] = process.argv.slice(1);
    const options = { authorityHost, disableInstanceDiscovery: true, retryOptions: { maxRetries: 0 } };
    new ClientSecretCredential(tenantId, clientId, secret, options).getToken(scope).then(
      ({ token }) => process.stdout.write(token),
      ({ message }) => process.stdout.write('refused: ' + message),
    );`;
  const run = async (env: NodeJS.ProcessEnv) => {
    const values = [entra.url, tenant.tenantId, tenant.botId, clientSecret, graphScope];
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, ...values], { env });
    return stdout;
  };
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'monban-ca-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('trusts the stand-in by NODE_EXTRA_CA_CERTS', async () => {
    const file = join(folder, 'ca.pem');
    await writeFile(file, entra.caPem);
    const token = await run({ PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: file });
    expect(entra.verifyGraphToken(token)).toBeDefined();
  });

  test('does not trust it without', async () => {
    expect(await run({ PATH: process.env['PATH'] })).toMatch(/^refused: /);
  });
});
