import { readConfig } from '../src/config';
import { namesTenant } from '../src/namesTenant';

const complete = {
  MONBAN_TENANT_ID: '0f8fad5b-d9cd-469f-a165-70867728950e',
  MONBAN_BOT_APP_ID: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  MONBAN_CLIENT_SECRET: 'a-secret-of-the-test',
  MONBAN_PUBLIC_URL: 'https://monban.example.com',
};

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.problems;
}

describe('the settings', () => {
  test('are complete with a tenant, a bot, one credential and the address of its pages', () => {
    expect(problemsOf(complete)).toEqual([]);
  });

  test('are refused with all problems at once', () => {
    expect(problemsOf({ MONBAN_PORT: 'ninety' })).toEqual([
      'MONBAN_TENANT_ID is missing',
      'MONBAN_BOT_APP_ID is missing',
      'MONBAN_PORT must be a whole number',
      expect.stringContaining('exactly one of MONBAN_CLIENT_SECRET'),
    ]);
  });

  test('never print a secret', () => {
    const read = readConfig(complete);
    expect(JSON.stringify(read)).not.toContain('a-secret-of-the-test');
  });

  test.each(['*', 'admin@example.com', 'Helpdesk'])('take no approver called %s', (approver) => {
    expect(problemsOf({ ...complete, MONBAN_APPROVER_IDS: approver })).toHaveLength(1);
  });

  test('compare object ids in lower case', () => {
    const read = readConfig({ ...complete, MONBAN_APPROVER_IDS: complete.MONBAN_TENANT_ID.toUpperCase() });
    expect(read.ok && read.config.MONBAN_APPROVER_IDS).toEqual([complete.MONBAN_TENANT_ID]);
  });

  test('know that the string false is false', () => {
    const read = readConfig({ ...complete, MONBAN_OPEN: 'false' });
    expect(read.ok && read.config.MONBAN_OPEN).toBe(false);
  });

  test('refuse the open door with a real tenant', () => {
    expect(problemsOf({ ...complete, MONBAN_OPEN: 'true' })).toEqual([
      expect.stringContaining('sandbox only'),
    ]);
  });

  test.each([
    'MONBAN_GRAPH_URL',
    'MONBAN_BOT_OPENID_METADATA_URL',
    'MONBAN_SERVICE_URLS',
    'MONBAN_STAFF_SERVICE_URL',
    'MONBAN_PUBLIC_URL',
  ])('refuse an address in the clear for %s, but on this machine', (name) => {
    expect(problemsOf({ ...complete, [name]: 'http://monban.example.com/' })).toEqual([
      `${name} must be https unless it is on this machine`,
    ]);
    expect(problemsOf({ ...complete, [name]: 'http://127.0.0.1:3978/' })).toEqual([]);
  });

  test('refuse two credentials', () => {
    expect(problemsOf({ ...complete, MONBAN_WORKLOAD_IDENTITY: 'true' })).toEqual([
      expect.stringContaining('exactly one of'),
    ]);
  });

  test('refuse a misspelt setting instead of leaving its default in force', () => {
    expect(problemsOf({ ...complete, MONBAN_APPROVERS: 'x' })).toEqual([
      expect.stringContaining('not a setting'),
    ]);
  });

  test('refuse Graph over plain http anywhere but on this machine', () => {
    expect(problemsOf({ ...complete, MONBAN_GRAPH_URL: 'http://graph.example' })).toHaveLength(1);
  });

  test('treat an empty setting as one that is not there', () => {
    expect(problemsOf({ ...complete, MONBAN_PORT: '', MONBAN_HELPDESK_CONTACT: ' ' })).toEqual([]);
  });
});

describe('whether a tenant is named', () => {
  test.each([
    [{}, false],
    [{ MONBAN_TENANT_ID: '' }, false],
    [{ MONBAN_TENANT_ID: 'anything' }, true],
    [{ MONBAN_BOT_APP_ID: 'anything' }, true],
  ])('%j: %s', (environment, expected) => {
    expect(namesTenant(environment)).toBe(expected);
  });
});

describe('the address of a PostgreSQL server', () => {
  const reasonFor = (url: string) => problemsOf({ ...complete, MONBAN_DATABASE_URL: url });

  test.each([
    'postgres://monban:secret@localhost:5432/monban',
    'postgresql://monban@127.0.0.1/monban?sslmode=disable',
    'postgres:///monban?host=/run/postgresql',
    'postgres://monban:secret@db.example.com/monban',
    'postgres://monban:secret@db.example.com/monban?sslmode=verify-full',
  ])('is taken: %s', (url) => {
    expect(reasonFor(url)).toEqual([]);
  });

  test.each(['monban', 'mysql://localhost/monban', 'https://db.example.com/monban', 'postgres://localhost'])(
    'is refused where it is none: %s',
    (url) => {
      expect(reasonFor(url)).toEqual([expect.stringContaining('such as postgres://')]);
    },
  );

  test.each([
    'postgres://monban:secret@db.example.com/monban?sslmode=disable',
    'postgres://monban:secret@db.example.com/monban?sslmode=no-verify',
    'postgres://monban:secret@db.example.com/monban?sslmode=prefer',
    'postgres://monban:secret@localhost/monban?host=db.example.com&sslmode=disable',
  ])('is refused where a case would travel in the clear or to anybody: %s', (url) => {
    expect(reasonFor(url)).toEqual([expect.stringContaining('encrypted')]);
  });

  test('asks for a checked certificate where nothing is said', () => {
    const url = 'postgres://monban:secret@db.example.com/monban';
    const read = readConfig({ ...complete, MONBAN_DATABASE_URL: url });
    expect(read.ok && read.config.MONBAN_DATABASE_URL?.reveal()).toBe(`${url}?sslmode=verify-full`);
    expect(JSON.stringify(read)).not.toContain('secret@');
  });
});

describe('the sign-in that confirms a decision', () => {
  test('needs an address of our own with a real tenant (S7)', () => {
    expect(problemsOf({ ...complete, MONBAN_PUBLIC_URL: '' })).toEqual([
      'MONBAN_PUBLIC_URL is missing: approvers confirm their decisions by signing in on a page under it',
    ]);
  });

  test('needs none where everything is on this machine', () => {
    const sandbox = { MONBAN_PUBLIC_URL: '', MONBAN_AUTHORITY_HOST: 'https://localhost:3981' };
    expect(problemsOf({ ...complete, ...sandbox })).toEqual([]);
  });

  test('needs an app registration where the bot is a managed identity', () => {
    const identity = {
      MONBAN_CLIENT_SECRET: '',
      MONBAN_MANAGED_IDENTITY_CLIENT_ID: complete.MONBAN_BOT_APP_ID,
    };
    const app = { MONBAN_CONFIRM_APP_ID: '1f8fad5b-d9cd-469f-a165-70867728950e' };
    expect(problemsOf({ ...complete, ...identity })).toEqual([
      'MONBAN_CONFIRM_APP_ID is missing: nobody can sign in to a managed identity',
    ]);
    expect(problemsOf({ ...complete, ...identity, ...app })).toEqual([]);
  });

  test('takes no secret without the app that it belongs to', () => {
    expect(problemsOf({ ...complete, MONBAN_CONFIRM_CLIENT_SECRET: 'x' })).toEqual([
      'MONBAN_CONFIRM_CLIENT_SECRET goes with MONBAN_CONFIRM_APP_ID',
    ]);
  });
});
