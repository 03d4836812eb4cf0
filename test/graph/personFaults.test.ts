import type { FaultCode } from '../../src/faults';
import { graphTenantEvidence } from '../../src/graph/graphTenantEvidence';
import { createPacer } from '../../src/graph/pacer';
import type { TenantEvidence } from '../../src/ports/tenantEvidence';
import { startGraphServer } from './graphServer';
import type { Answer, GraphServer } from './graphServer';
import { testClient, thrownBy } from './testClient';

const person = '11111111-1111-4111-8111-111111111111';
const account = { id: person, userPrincipalName: 'aoi@example.com', accountEnabled: true };
const list = { value: [] };

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

interface Inner {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function evidenceOf(answer: Answer): Promise<TenantEvidence> {
  server = await startGraphServer(() => answer);
  const client = testClient(server.origin, { timeoutMs: answer === 'silence' ? 150 : 5000 });
  return graphTenantEvidence({ client, patientClient: client, pacer: createPacer(), betaReads: [] });
}

/** A batch in which all is well but for what is named. */
function batchWith(inner: Readonly<Record<string, Inner | undefined>>): Answer {
  const well: Readonly<Record<string, Inner | undefined>> = {
    account: { status: 200, body: account },
    devices: { status: 200, body: list },
    methods: { status: 200, body: list },
    memberships: { status: 200, body: list },
    roles: { status: 200, body: list },
    activatedRoles: { status: 200, body: list },
    ...inner,
  };
  const responses = Object.entries(well).flatMap(([id, response]) =>
    response === undefined ? [] : [{ id, ...response }],
  );
  return { status: 200, body: { responses } };
}

const refusal = (status: number, code: string): Inner => ({ status, body: { error: { code } } });

describe('a part of the batch', () => {
  test.each<[string, Inner | undefined, FaultCode]>([
    ['is refused', refusal(403, 'Authorization_RequestDenied'), 'graph-forbidden'],
    ['is throttled', refusal(429, 'TooManyRequests'), 'graph-throttled'],
    ['is broken', refusal(503, 'ServiceUnavailable'), 'graph-broken'],
    ['is not there', undefined, 'graph-unreadable'],
    ['has another shape', { status: 200, body: { value: 'x' } }, 'graph-unreadable'],
    ['is empty', { status: 200 }, 'graph-unreadable'],
  ])('that %s fails alone', async (_what, inner, code) => {
    const evidence = await evidenceOf(batchWith({ methods: inner }));
    const { methods, ...others } = await evidence.person(person);
    expect(methods).toMatchObject({ seen: false, fault: { code } });
    expect(Object.values(others).map(({ seen }) => seen)).toEqual([true, true, true]);
  });

  test('says how long to wait', async () => {
    const throttled = { ...refusal(429, 'TooManyRequests'), headers: { 'Retry-After': '7' } };
    const { devices } = await (await evidenceOf(batchWith({ devices: throttled }))).person(person);
    expect(devices).toMatchObject({ fault: { code: 'graph-throttled', retryAfterMs: 7000 } });
  });

  test.each([
    ['account', 'User.Read.All'],
    ['devices', 'User.Read.All'],
    ['methods', 'UserAuthenticationMethod.Read.All'],
  ] as const)('that is refused names what it needs: %s', async (part, needs) => {
    const evidence = await evidenceOf(batchWith({ [part]: refusal(403, 'Authorization_RequestDenied') }));
    expect((await evidence.person(person))[part]).toMatchObject({ seen: false, fault: { needs } });
  });

  test.each([
    ['refuses', refusal(403, 'Authorization_RequestDenied')],
    ['has no licence for', refusal(400, 'AadPremiumLicenseRequired')],
  ])('is no loss where the tenant %s activated roles', async (_what, inner) => {
    const evidence = await evidenceOf(batchWith({ activatedRoles: inner }));
    expect((await evidence.person(person)).standing).toMatchObject({ seen: true, value: { roles: [] } });
  });
});

describe('the batch itself', () => {
  test.each<[string, Answer, FaultCode]>([
    ['429', { status: 429, body: {} }, 'graph-throttled'],
    ['500', { status: 500, body: {} }, 'graph-broken'],
    ['a time-out', 'silence', 'graph-unreachable'],
    ['another shape', { status: 200, body: { value: [] } }, 'graph-unreadable'],
  ])('that meets %s was sent once and says so', async (_what, answer, code) => {
    const evidence = await evidenceOf(answer);
    expect(await thrownBy(evidence.person(person))).toMatchObject({ name: 'Fault', code });
    expect(server?.seen).toHaveLength(1);
  });
});

describe('in a rush', () => {
  test('the methods are left out of the batch once their limit is used up, and the rest is read', async () => {
    const evidence = await evidenceOf(batchWith({}));
    const rush = await Promise.all(Array.from({ length: 12 }, () => evidence.person(person)));
    expect(rush.filter(({ methods }) => methods.seen)).toHaveLength(5);
    expect(rush.filter(({ account: read }) => read.seen)).toHaveLength(12);
    expect(rush.at(-1)?.methods).toMatchObject({ fault: { code: 'graph-throttled' } });
    const asked = server?.seen.filter(({ body }) => body.includes('/authentication/methods'));
    expect(asked).toHaveLength(5);
  });
});
