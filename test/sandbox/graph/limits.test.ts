import { createTenant } from '../../../src/sandbox/tenant/tenant';
import { createLimitKeeper } from '../../../src/sandbox/graph/limits';
import { startGraph, who } from './startGraph';

/** A keeper whose clock a test turns on. */
function keeper(keptUp = true) {
  let now = 1_000_000;
  const keeping = createLimitKeeper({ clock: () => now, people: () => 30, keptUp: () => keptUp });
  const call = (path: string) => keeping.count({ method: 'GET', path, query: new URLSearchParams() });
  return {
    calls: (path: string, times: number) => Array.from({ length: times }, () => call(path)),
    later: (ms: number) => {
      now += ms;
    },
    use: (group: string) => keeping.use().find((one) => one.group === group),
  };
}

const report = '/v1.0/reports/authenticationMethods/userRegistrationDetails';
const free = undefined;

describe('the limit of reports', () => {
  test('is five in ten seconds, and its refusal says how long to wait', () => {
    const { calls, later } = keeper();
    expect(calls(report, 5)).toEqual([free, free, free, free, free]);
    later(4000);
    expect(calls('/v1.0/auditLogs/signIns', 1)).toEqual([{ retryAfterSeconds: 6 }]);
    later(6000);
    expect(calls('/beta/auditLogs/signIns', 1)).toEqual([free]);
  });
});

describe('the limit of identity protection', () => {
  test('is one a second with Conditional Access, and its refusal says nothing', () => {
    const { calls, later } = keeper();
    expect(calls('/v1.0/identityProtection/riskyUsers', 1)).toEqual([free]);
    expect(calls('/v1.0/identity/conditionalAccess/policies', 1)).toEqual([{ retryAfterSeconds: undefined }]);
    later(1000);
    expect(calls('/v1.0/identity/conditionalAccess/policies', 1)).toEqual([free]);
  });
});

describe('the limit of the directory', () => {
  test('is counted in units: 3,500 in ten seconds for a small tenant', () => {
    const { calls } = keeper();
    const answers = calls('/v1.0/groups/g/transitiveMembers', 701);
    expect(answers.indexOf(answers.find((answer) => answer !== free))).toBe(700);
  });
});

describe('what was used', () => {
  test('is the most in any stretch of time, refusals apart', () => {
    const { calls, later, use } = keeper();
    calls(report, 3);
    later(9000);
    calls(report, 4);
    later(20_000);
    calls(report, 1);
    expect(use('reports')).toEqual({
      group: 'reports',
      most: 5,
      perMs: 10_000,
      calls: 8,
      peak: 6,
      refused: 2,
    });
  });

  test('is counted where the limits are not kept up, too', () => {
    const { calls, use } = keeper(false);
    expect(calls(report, 9).every((answer) => answer === free)).toBe(true);
    expect(use('reports')).toMatchObject({ peak: 9, refused: 0 });
  });
});

describe('the stand-in with its limits kept up', () => {
  test('refuses as Graph does, and each request of a batch by itself', async () => {
    const running = await startGraph();
    running.tenant.change({ throttling: true });
    await running.get('/identityProtection/riskyUsers');
    const direct = await running.get('/identityProtection/riskyUsers');
    const requests = ['1', '2', '3', '4', '5', '6'].map((id) => ({
      id,
      method: 'GET',
      url: `/reports/authenticationMethods/userRegistrationDetails/${who.phoneReplaced}`,
    }));
    const batch = await running.post('/$batch', { requests });
    const limits = await running.send('GET', '/sandbox/limits');
    await running.graph.close();
    expect([direct.status, direct.headers.get('retry-after')]).toEqual([429, null]);
    expect(batch).toMatchObject({
      status: 200,
      body: {
        responses: [
          ...Array.from({ length: 5 }, () => ({ status: 200 })),
          { status: 429, headers: { 'retry-after': '10' } },
        ],
      },
    });
    expect(limits.body).toContainEqual(expect.objectContaining({ group: 'reports', peak: 6, refused: 1 }));
  });

  test('keeps nothing up unless it is switched on', () => {
    const tenant = createTenant({ clock: () => 0 });
    expect(tenant.settings.throttling).toBe(false);
  });
});

describe('a stand-in that was asked for what is not in the contract', () => {
  test('does not close in silence', async () => {
    const running = await startGraph();
    await running.get('/users/x/messages');
    await expect(running.graph.close()).rejects.toMatchObject({ name: 'GraphViolation' });
  });

  test('closes once somebody has looked at it', async () => {
    const running = await startGraph();
    await running.get('/users/x/messages');
    expect(running.graph.violations()).toHaveLength(1);
    await expect(running.graph.close()).resolves.toBeUndefined();
  });
});
