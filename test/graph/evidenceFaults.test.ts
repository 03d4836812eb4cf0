import { inspect } from 'node:util';
import type { FaultCode } from '../../src/faults';
import { graphTenantEvidence } from '../../src/graph/graphTenantEvidence';
import { betaReads } from '../../src/graph/betaReads';
import { createPacer } from '../../src/graph/pacer';
import type { TenantEvidence } from '../../src/ports/tenantEvidence';
import { all } from './evidenceSeat';
import { startGraphServer } from './graphServer';
import type { Answer, GraphServer, SeenRequest } from './graphServer';
import { testClient } from './testClient';

const person = '11111111-1111-4111-8111-111111111111';
const canary = 'somebody’s words';
const since = Date.parse('2026-11-20T00:00:00Z');

const p1 = 'Microsoft Entra ID P1';
const p2 = 'Microsoft Entra ID P2';

/** Each read with the permission and the plan that it names where it is refused. */
const reads: readonly (readonly [string, (from: TenantEvidence) => Promise<unknown>, string, string])[] = [
  ['failingSignIns', (from) => all(from.failingSignIns(since)), 'AuditLog.Read.All', p1],
  ['registrationDetails', (from) => all(from.registrationDetails()), 'AuditLog.Read.All', p1],
  ['riskyUsers', (from) => all(from.riskyUsers()), 'IdentityRiskyUser.Read.All', p2],
  ['riskDetections', (from) => all(from.riskDetections(since)), 'IdentityRiskEvent.Read.All', p2],
  ['methodPolicies', (from) => from.methodPolicies(), 'Policy.Read.AuthenticationMethod', p1],
  ['securityDefaultsOn', (from) => from.securityDefaultsOn(), 'Policy.Read.All', p1],
  ['conditionalAccessPolicies', (from) => from.conditionalAccessPolicies(), 'Policy.Read.All', p1],
  ['serviceHealth', (from) => from.serviceHealth(), 'ServiceHealth.Read.All', p1],
  ['premiumPlans', (from) => from.premiumPlans(), 'LicenseAssignment.Read.All', p1],
  ['domains', (from) => from.domains(), 'Domain.Read.All', p1],
  ['perUserMfa', (from) => from.perUserMfa(person), 'Policy.Read.All', p1],
  ['preferredMethod', (from) => from.preferredMethod(person), 'UserAuthenticationMethod.Read.All', p1],
  ['authenticationSteps', (from) => from.authenticationSteps(person, since), 'AuditLog.Read.All', p1],
];

const refusal = (status: number, code: string, message = canary): Answer => ({
  status,
  body: { error: { code, message, innerError: null } },
});

const faults: readonly (readonly [string, Answer, FaultCode])[] = [
  ['404', refusal(404, 'Request_ResourceNotFound'), 'graph-not-found'],
  ['429 that does not say how long', refusal(429, 'TooManyRequests'), 'graph-throttled'],
  ['500', refusal(500, 'InternalServerError'), 'graph-broken'],
  ['503', refusal(503, 'ServiceUnavailable'), 'graph-broken'],
  ['a time-out', 'silence', 'graph-unreachable'],
  ['a reset', 'reset', 'graph-unreachable'],
  ['an answer that breaks off', 'half-an-answer', 'graph-unreachable'],
  ['an answer of another shape', { status: 200, body: { value: [{ words: canary }] } }, 'graph-unreadable'],
  ['an answer that is no JSON', { status: 200, body: canary }, 'graph-unreadable'],
];

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

/** The reads of a Graph that answers like this, asked once. */
async function evidenceOf(
  answer: (request: SeenRequest) => Answer,
  timeoutMs = 5000,
): Promise<TenantEvidence> {
  server = await startGraphServer(answer);
  const retry = { retries: 0, delaySeconds: 0, longestWaitMs: 0 };
  const client = testClient(server.origin, { timeoutMs, retry });
  return graphTenantEvidence({ client, patientClient: client, pacer: createPacer(), betaReads });
}

async function thrownBy(read: (from: TenantEvidence) => Promise<unknown>, answer: Answer): Promise<unknown> {
  const evidence = await evidenceOf(() => answer, answer === 'silence' ? 150 : undefined);
  return read(evidence).then(
    (value) => ({ value }),
    (thrown: unknown) => thrown,
  );
}

describe.each(reads)('the read %s', (_name, read, permission, plan) => {
  test.each(faults)('that meets %s says so, and not what was sent', async (_what, answer, code) => {
    const thrown = await thrownBy(read, answer);
    expect(thrown).toMatchObject({ name: 'Fault', code });
    expect(inspect(thrown, { depth: null, showHidden: true })).not.toContain(canary);
  });

  test('that is refused names the permission that is missing', async () => {
    const thrown = await thrownBy(read, refusal(403, 'Authorization_RequestDenied'));
    expect(thrown).toMatchObject({ code: 'graph-forbidden', needs: permission });
  });

  test.each([
    ['a code', refusal(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant')],
    ['words', refusal(403, 'Forbidden', 'Your tenant is not licensed for this feature.')],
  ])('that is not paid for names the plan, where Graph says it by %s', async (_how, answer) => {
    expect(await thrownBy(read, answer)).toMatchObject({ code: 'graph-unlicensed', needs: plan });
  });

  test('keeps how long Graph asked to wait, whatever its clock says', async () => {
    const headers = {
      Date: 'Sat, 21 Nov 2026 03:00:00 GMT',
      'Retry-After': 'Sat, 21 Nov 2026 03:00:30 GMT',
    };
    const answer = { status: 429, body: { error: { code: 'TooManyRequests' } }, headers };
    expect(await thrownBy(read, answer)).toMatchObject({ code: 'graph-throttled', retryAfterMs: 30_000 });
  });
});

describe('a list', () => {
  test('that leads to itself for ever ends', async () => {
    const evidence = await evidenceOf(({ url }) => ({
      status: 200,
      body: { value: [], '@odata.nextLink': `https://graph.microsoft.com${url.pathname}?$skiptoken=again` },
    }));
    await expect(all(evidence.riskyUsers())).rejects.toMatchObject({ code: 'graph-unreadable' });
    expect(server?.seen).toHaveLength(50);
  });

  test('that breaks off in the middle has given what came before', async () => {
    const row = { id: person, riskLevel: 'high', riskState: 'atRisk' };
    const evidence = await evidenceOf(({ url }) =>
      url.searchParams.has('$skiptoken')
        ? refusal(503, 'ServiceUnavailable')
        : { status: 200, body: { value: [row], '@odata.nextLink': `${url.href}&$skiptoken=2` } },
    );
    const kept: string[] = [];
    const reading = (async () => {
      for await (const page of evidence.riskyUsers()) kept.push(...page.map(({ personId }) => personId));
    })();
    await expect(reading).rejects.toMatchObject({ code: 'graph-broken' });
    expect(kept).toEqual([person]);
  });
});

describe('the sign-ins that failed', () => {
  test('are read though Graph does not take the filter of codes', async () => {
    const line = { userId: person, createdDateTime: '2026-11-21T03:00:00Z' };
    const evidence = await evidenceOf(({ url }) =>
      url.searchParams.get('$filter')?.includes('errorCode') === true
        ? refusal(400, 'BadRequest')
        : {
            status: 200,
            body: {
              value: [
                { ...line, id: 'a', status: { errorCode: 0 } },
                { ...line, id: 'b', status: { errorCode: 50126 } },
              ],
            },
          },
    );
    expect((await all(evidence.failingSignIns(since))).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a value that Microsoft adds later', () => {
  test('is as good as unknown', async () => {
    const evidence = await evidenceOf(() => ({
      status: 200,
      body: { value: [{ id: person, riskLevel: 'extreme', riskState: 'unknownFutureValue' }] },
    }));
    expect(await all(evidence.riskyUsers())).toMatchObject([{ level: 'unknown', state: 'unknown' }]);
  });
});
