import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { decode, sign, verify } from 'jsonwebtoken';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod/v4';
import { startEntraStandIn } from '../../../src/sandbox/entra/startEntraStandIn';
import type { EntraStandIn } from '../../../src/sandbox/entra/startEntraStandIn';
import { tenantIds } from '../../../src/sandbox/tenant/tenantIds';

const { tenantId, botId: clientId } = tenantIds;
const start = Date.parse('2026-11-21T09:00:00Z');
const form = {
  grant_type: 'client_credentials',
  client_id: clientId as string,
  client_secret: 'right',
  scope: 'https://graph.microsoft.com/.default',
};

let now: number;
let entra: EntraStandIn;
beforeEach(async () => {
  now = start;
  entra = await startEntraStandIn({
    tenantId,
    clientId,
    clientSecret: 'right',
    permissions: ['User.Read.All'],
    clock: () => now,
  });
});
afterEach(() => entra.close());

async function send(method: string, path: string, body?: Readonly<Record<string, string>>) {
  const agent = new Agent({ ca: entra.caPem });
  const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = request(entra.url + path, { method, agent }, (response) => {
      text(response).then((read) => {
        resolve({ status: response.statusCode, body: read });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : new URLSearchParams(body).toString());
  });
  agent.destroy();
  const parsed: unknown = JSON.parse(answer.body);
  return { status: answer.status, body: parsed };
}

const askToken = (changed: Readonly<Record<string, string>> = {}) =>
  send('POST', `/${tenantId}/oauth2/v2.0/token`, { ...form, ...changed });
const token = async () =>
  z.looseObject({ access_token: z.string() }).parse((await askToken()).body).access_token;

describe('a token', () => {
  test('names the app, the tenant, the service and what was consented to', async () => {
    expect(decode(await token())).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: clientId,
      tid: tenantId,
      idtyp: 'app',
      roles: ['User.Read.All'],
    });
  });

  test('can be checked with the published keys', async () => {
    const { body } = await send('GET', `/${tenantId}/discovery/v2.0/keys`);
    const { keys } = z.object({ keys: z.tuple([z.looseObject({ kid: z.string() })]) }).parse(body);
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    const checked = verify(await token(), key, { clockTimestamp: start / 1000, complete: true });
    expect(checked.header.kid).toBe(keys[0].kid);
  });

  test('is valid for an hour', async () => {
    const issued = await token();
    now = start + 3_598_000;
    expect(entra.verifyGraphToken(issued)).toMatchObject({ permissions: ['User.Read.All'] });
    now = start + 3_600_000;
    expect(entra.verifyGraphToken(issued)).toBeUndefined();
  });

  test('that somebody else signed is not valid', async () => {
    const claims = decode(await token());
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = sign(claims ?? {}, privateKey, { algorithm: 'RS256' });
    expect(entra.verifyGraphToken(forged)).toBeUndefined();
  });
});

describe('a request for a token', () => {
  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 7000215, 'invalid_client'],
    [
      'an unknown app',
      { client_id: '5a4db0c1-0000-4000-8000-00000000dead' },
      400,
      700016,
      'unauthorized_client',
    ],
    ['an unknown service', { scope: 'https://example.org/.default' }, 400, 500011, 'invalid_resource'],
    [
      'a single permission',
      { scope: 'https://graph.microsoft.com/User.Read' },
      400,
      1002012,
      'invalid_scope',
    ],
    ['another grant', { grant_type: 'password' }, 400, 70003, 'unsupported_grant_type'],
  ])('is refused in the form of Entra: %s', async (_, changed, status, code, error) => {
    const answer = await askToken(changed);
    expect(answer).toMatchObject({ status, body: { error, error_codes: [code] } });
    expect(JSON.stringify(answer.body)).toContain(`AADSTS${String(code)}: `);
  });

  test('to another tenant is refused', async () => {
    const answer = await send('POST', '/99999999-0000-4000-8000-000000000000/oauth2/v2.0/token', form);
    expect(answer).toMatchObject({ status: 400, body: { error_codes: [90002] } });
  });
});
