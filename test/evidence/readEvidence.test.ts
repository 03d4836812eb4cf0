import { Fault } from '../../src/faults';
import { createReadEvidence } from '../../src/evidence/readEvidence';
import type { Directory } from '../../src/ports/directory';

const person = '11111111-1111-4111-8111-111111111111';
const ordinary: Directory = {
  person: (id) =>
    Promise.resolve({
      id,
      displayName: 'Aoi',
      userPrincipalName: 'aoi@example.com',
      kind: 'member',
      accountEnabled: true,
      synced: false,
      managementRestricted: false,
    }),
  standing: () => Promise.resolve({ roles: [], inRoleAssignableGroup: false }),
  methods: () =>
    Promise.resolve([
      { id: '1', kind: 'password' },
      { id: '2', kind: 'microsoft-authenticator' },
    ]),
  passPolicy: () => Promise.reject(new Error('Evidence does not need the pass policy.')),
  groupsAmong: () => Promise.reject(new Error('Evidence does not need groups.')),
  otherAdministrators: () => Promise.reject(new Error('Nobody asked for an admin.')),
};
const admin: Partial<Directory> = {
  standing: () => Promise.resolve({ roles: [{ roleId: 'r', scope: '/' }], inRoleAssignableGroup: false }),
  otherAdministrators: () => Promise.resolve(0),
};

function read(
  changes: Partial<Directory>,
  logged: unknown[] = [],
): ReturnType<ReturnType<typeof createReadEvidence>> {
  const log = { error: (data: unknown) => void logged.push(data) };
  return createReadEvidence({ directory: { ...ordinary, ...changes }, log, budgetMs: 40 })(person);
}

const never = (): Promise<never> => new Promise(() => undefined);

describe('evidence about an ordinary person', () => {
  test('is what the tenant really tells', async () => {
    expect(await read({})).toEqual({
      findings: [
        { finding: 'account_enabled', values: ['true'], origin: 'tenant' },
        { finding: 'no_method_registered', values: ['false'], origin: 'tenant' },
        { finding: 'tap_issued', values: ['false'], origin: 'tenant' },
        { finding: 'is_admin', values: ['false'], origin: 'tenant' },
      ],
      notAvailable: [],
    });
  });
});

describe('evidence about an admin', () => {
  test.each([
    [0, 'false'],
    [2, 'true'],
  ])('says whether one of %d others can help', async (others, value) => {
    const { findings } = await read({ ...admin, otherAdministrators: () => Promise.resolve(others) });
    expect(findings).toContainEqual({ finding: 'other_admin_available', values: [value], origin: 'tenant' });
  });
});

describe('evidence that cannot be read', () => {
  const refusal = (): Promise<never> => Promise.reject(new Fault('graph-forbidden', 'no'));

  test('is named with its fault, and the rest is there', async () => {
    const { findings, notAvailable } = await read({ methods: refusal });
    expect(notAvailable).toEqual(['methods: graph-forbidden']);
    expect(findings.map(({ finding }) => finding)).toEqual(['account_enabled', 'is_admin']);
  });

  test('is all that there is where everything is refused', async () => {
    expect(await read({ person: refusal, methods: refusal, standing: refusal })).toEqual({
      findings: [],
      notAvailable: [
        'person: graph-forbidden',
        'methods: graph-forbidden',
        'standing: graph-forbidden',
        'otherAdministrators: graph-forbidden',
      ],
    });
  });

  test('is late when the budget is over, and what came in time is there', async () => {
    const { findings, notAvailable } = await read({ ...admin, otherAdministrators: never, methods: never });
    expect(notAvailable).toEqual(['methods: late', 'otherAdministrators: late']);
    expect(findings.map(({ finding }) => finding)).toEqual(['account_enabled', 'is_admin']);
  });

  test('is nobody where the tenant has no such person', async () => {
    const { notAvailable } = await read({ person: () => Promise.resolve(undefined) });
    expect(notAvailable).toEqual(['person: graph-not-found']);
  });

  test('is a bug where it is no fault, and is logged', async () => {
    const logged: unknown[] = [];
    await expect(read({ methods: () => Promise.reject(new TypeError('a bug')) }, logged)).rejects.toThrow(
      'a bug',
    );
    expect(logged).toHaveLength(1);
  });
});
