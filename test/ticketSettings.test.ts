import { readConfig } from '../src/config';

const complete = {
  MONBAN_TENANT_ID: '0f8fad5b-d9cd-469f-a165-70867728950e',
  MONBAN_BOT_APP_ID: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  MONBAN_CLIENT_SECRET: 'a-secret-of-the-test',
  MONBAN_PUBLIC_URL: 'https://monban.example.com',
};
const line = {
  MONBAN_TICKETS_URL: 'https://example.service-now.com',
  MONBAN_TICKETS_USER: 'monban',
  MONBAN_TICKETS_SECRET: 'another-secret-of-the-test',
};

function problemsOf(more: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig({ ...complete, ...more });
  return read.ok ? [] : read.problems;
}

describe('the ticket system’s settings', () => {
  test('are off by default', () => {
    const read = readConfig(complete);
    expect(read.ok && read.config.MONBAN_TICKETS).toBe('off');
  });

  test('are checked at the start, all that is missing at once', () => {
    expect(problemsOf({ MONBAN_TICKETS: 'jira' })).toHaveLength(5);
    expect(problemsOf({ MONBAN_TICKETS: 'servicenow', ...line })).toEqual([]);
    expect(problemsOf({ MONBAN_TICKETS: 'remedy', ...line })).toHaveLength(1);
  });

  test('send no secret in the clear, and take no short one', () => {
    expect(problemsOf({ ...line, MONBAN_TICKETS_URL: 'http://example.service-now.com' })).toHaveLength(1);
    expect(problemsOf({ ...line, MONBAN_TICKETS_URL: 'http://localhost.evil.example' })).toHaveLength(1);
    expect(problemsOf({ MONBAN_TICKETS_HOOK_SECRET: 'short' })).toHaveLength(1);
  });
});
