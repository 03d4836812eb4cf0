import { inspect } from 'node:util';
import { graphDirectory } from '../../src/graph/graphDirectory';
import type { GraphServer } from './graphServer';
import { serveTable } from './tableServer';
import { testClient } from './testClient';

const person = 'AAAAAAAA-1111-4111-8111-111111111111';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function serve(table: Readonly<Record<string, unknown>>): Promise<string> {
  server = await serveTable(table);
  return server.origin;
}

describe('the methods of a person', () => {
  const methods = {
    value: [
      {
        '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
        id: 'p',
        createdDateTime: '2026-01-01T00:00:00Z',
      },
      {
        '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
        id: 'm',
        phoneNumber: '+81 09012345678',
        phoneType: 'mobile',
      },
      {
        '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
        id: 'a',
        displayName: 'Pixel 8',
        createdDateTime: null,
      },
      { '@odata.type': '#microsoft.graph.hardwareOathAuthenticationMethod', id: 'h' },
      { '@odata.type': '#microsoft.graph.qrCodePinAuthenticationMethod', id: 'q' },
    ],
  };
  const report = `/reports/authenticationMethods/userRegistrationDetails/${person}`;

  test('never carry a full number', async () => {
    const origin = await serve({
      [`/users/${person}/authentication/methods`]: methods,
      [report]: { userPreferredMethodForSecondaryAuthentication: 'sms' },
    });
    const found = await graphDirectory(testClient(origin)).methods(person);
    expect(found).toEqual([
      { id: 'p', kind: 'password', isDefault: false, createdAt: Date.UTC(2026, 0, 1) },
      {
        id: 'm',
        kind: 'phone',
        phoneType: 'mobile',
        label: '••••••78',
        numberFormatWrong: true,
        mendedLabel: '+81 ••••••78',
        isDefault: true,
      },
      { id: 'a', kind: 'microsoft-authenticator', label: 'Pixel 8', isDefault: false },
      { id: 'h', kind: 'hardware-oath', isDefault: false },
      { id: 'q', kind: 'unknown', isDefault: false },
    ]);
    expect(inspect(found)).not.toContain('9012');
  });

  test.each([
    ['a licence is missing', 403],
    ['the report has no row', 404],
    ['the report is disturbed', 500],
    ['the default is of a new kind', { userPreferredMethodForSecondaryAuthentication: 'telepathy' }],
    ['there is no default', { userPreferredMethodForSecondaryAuthentication: null }],
  ])('have no known default where %s', async (_what, answer) => {
    const origin = await serve({ [`/users/${person}/authentication/methods`]: methods, [report]: answer });
    const found = await graphDirectory(testClient(origin)).methods(person);
    expect(found.map(({ isDefault }) => isDefault)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
