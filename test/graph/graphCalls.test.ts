import type { Client } from '@microsoft/microsoft-graph-client';
import { inspect } from 'node:util';
import { z } from 'zod/v4';
import type { FaultCode } from '../../src/faults';
import { graphAccountRemedies } from '../../src/graph/graphAccountRemedies';
import { graphDirectory } from '../../src/graph/graphDirectory';
import { violations } from './contract';
import { canary, goodAnswer, group, person } from './goodAnswer';
import { startGraphServer } from './graphServer';
import type { Answer, GraphServer, SeenRequest } from './graphServer';
import { testClient } from './testClient';

/** Each call by its own, and what makes up a call of the ports from several. */
const calls: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  person: (client) => graphDirectory(client).person(person),
  managerOf: (client) => graphDirectory(client).managerOf(person),
  personByUserName: (client) => graphDirectory(client).personByUserName('hanako@example.com'),
  standing: (client) => graphDirectory(client).standing(person),
  methods: (client) => graphDirectory(client).methods(person),
  passPolicy: (client) => graphDirectory(client).passPolicy(),
  groupsAmong: (client) => graphDirectory(client).groupsAmong(person, [group]),
  otherAdministrators: (client) => graphDirectory(client).otherAdministrators(person),
  'remove phone': (client) =>
    graphAccountRemedies(client).removeMethod(person, { id: 'phone-1', kind: 'phone' }),
  'remove Authenticator': (client) =>
    graphAccountRemedies(client).removeMethod(person, { id: 'app/1?', kind: 'microsoft-authenticator' }),
  'remove software OATH': (client) =>
    graphAccountRemedies(client).removeMethod(person, { id: 'oath-1', kind: 'software-oath' }),
  'remove passkey': (client) =>
    graphAccountRemedies(client).removeMethod(person, { id: 'key-1', kind: 'fido2' }),
  'remove Windows Hello': (client) =>
    graphAccountRemedies(client).removeMethod(person, { id: 'hello-1', kind: 'windows-hello' }),
  mendPhoneNumber: (client) => graphAccountRemedies(client).mendPhoneNumber(person, 'phone-1'),
  copyPhone: (client) => graphAccountRemedies(client).copyPhone(person, 'phone-1', 'office'),
  addToGroup: (client) => graphAccountRemedies(client).addToGroup(group, person),
  removeFromGroup: (client) => graphAccountRemedies(client).removeFromGroup(group, person),
  dismissRisk: (client) => graphAccountRemedies(client).dismissRisk(person),
  confirmCompromised: (client) => graphAccountRemedies(client).confirmCompromised(person),
  enableAccount: (client) => graphAccountRemedies(client).enableAccount(person),
  group: (client) => graphDirectory(client).group(group),
  userRisk: (client) => graphDirectory(client).userRisk(person),
  revokeSessions: (client) => graphAccountRemedies(client).revokeSessions(person),
  issuePass: (client) =>
    graphAccountRemedies(client).issuePass(person, { lifetimeInMinutes: 60, isUsableOnce: true }),
  passes: (client) => graphAccountRemedies(client).passes(person),
  deletePass: (client) => graphAccountRemedies(client).deletePass(person, 'pass-1'),
};

/** What a 404 means is each call's own. */
const missingMeans: Readonly<Record<string, unknown>> = {
  person: undefined,
  personByUserName: undefined,
  managerOf: undefined,
  'remove phone': 'gone',
  'remove Authenticator': 'gone',
  'remove software OATH': 'gone',
  'remove passkey': 'gone',
  'remove Windows Hello': 'gone',
  deletePass: 'gone',
  removeFromGroup: 'gone',
  group: undefined,
  userRisk: undefined,
};

const error = (status: number, message: string, code = 'badRequest'): Answer => ({
  status,
  body: { error: { code, message: `${message} ${canary}`, innerError: null } },
  headers: { 'Retry-After': '0' },
});

const faults: readonly (readonly [string, Answer, FaultCode])[] = [
  ['401', error(401, 'expired', 'InvalidAuthenticationToken'), 'graph-forbidden'],
  ['403', error(403, 'no', 'Authorization_RequestDenied'), 'graph-forbidden'],
  ['404', error(404, 'no', 'Request_ResourceNotFound'), 'graph-not-found'],
  ['409', error(409, 'busy', 'Directory_ConcurrencyViolation'), 'graph-rejected'],
  ['429', error(429, 'slow', 'TooManyRequests'), 'graph-throttled'],
  ['500', error(500, 'oh'), 'graph-broken'],
  ['503', error(503, 'oh'), 'graph-broken'],
  [
    'an error page of a proxy',
    { status: 502, body: '<html>', headers: { 'Content-Type': 'text/html' } },
    'graph-broken',
  ],
  ['400', error(400, 'strange'), 'graph-rejected'],
  [
    'the first sentence about the default method',
    error(400, 'Cannot delete default method with other methods configured.'),
    'graph-default-method',
  ],
  [
    'the second sentence about the default method',
    error(
      400,
      "The requested authentication method id of [1] matches the user's current default authentication method",
    ),
    'graph-default-method',
  ],
  [
    'a pass policy that is off',
    error(400, 'Converged UserCredentialPolicy does not allow creating or updating'),
    'graph-policy-refuses',
  ],
  ['silence', 'silence', 'graph-unreachable'],
  ['a reset', 'reset', 'graph-unreachable'],
];

let server: GraphServer | undefined;

async function serve(answer: (request: SeenRequest) => Answer): Promise<GraphServer> {
  server = await startGraphServer(answer);
  return server;
}

afterEach(async () => {
  await server?.close();
});

describe.each(Object.keys(calls))('the call %s', (name) => {
  const call = z.custom<(client: Client) => Promise<unknown>>().parse(calls[name]);

  test.each(faults)('that meets %s', async (_what, answer, code) => {
    const graph = await serve(() => answer);
    const ended = await call(testClient(graph.origin, { timeoutMs: answer === 'silence' ? 150 : 5000 })).then(
      (value) => ({ value }),
      (thrown: unknown) => ({ thrown }),
    );
    const expected =
      code === 'graph-not-found' && name in missingMeans
        ? { value: missingMeans[name] }
        : { thrown: { name: 'Fault', code } };
    expect(ended).toMatchObject(expected);
    expect(inspect(ended, { depth: null, showHidden: true })).not.toContain(canary);
  });

  test('asks nothing that is not in the contract', async () => {
    const graph = await serve(goodAnswer);
    await call(testClient(graph.origin));
    expect(graph.seen.length).toBeGreaterThan(0);
    expect(graph.seen.flatMap(violations)).toEqual([]);
  });
});

describe.each([
  'person',
  'standing',
  'methods',
  'passPolicy',
  'groupsAmong',
  'otherAdministrators',
  'group',
  'userRisk',
  'issuePass',
  'passes',
])('the call %s', (name) => {
  const call = z.custom<(client: Client) => Promise<unknown>>().parse(calls[name]);

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list of a pass', { value: [{ temporaryAccessPass: canary }], temporaryAccessPass: canary }],
    ['a text', canary],
    ['null', null],
  ])('cannot read %s, and does not say what it was', async (_what, body) => {
    const graph = await serve(() => ({ status: 200, body }));
    const ended = await call(testClient(graph.origin)).catch((thrown: unknown) => thrown);
    expect(ended).toMatchObject({ name: 'Fault', code: 'graph-unreadable' });
    expect(inspect(ended, { depth: null, showHidden: true })).not.toContain(canary);
  });
});

describe('a method that no remedy removes', () => {
  test.each(['password', 'hardware-oath', 'platform-credential', 'email', 'unknown'] as const)(
    'stays: %s',
    async (kind) => {
      const graph = await serve(goodAnswer);
      const removing = graphAccountRemedies(testClient(graph.origin)).removeMethod(person, { id: '1', kind });
      await expect(removing).rejects.toThrow(/No remedy removes/);
      expect(graph.seen).toHaveLength(0);
    },
  );
});
