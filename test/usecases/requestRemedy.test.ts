import { roleIds } from '../../src/cases/roleMatrix';
import type { RemedyKind } from '../../src/cases/remedyPlan';
import { requestRemedy } from '../../src/usecases/requestRemedy';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

const reset: RemedyKind = 'require-mfa-reregistration';
const pass: RemedyKind = 'issue-temporary-access-pass';

async function asking(remedy: RemedyKind, more: object = {}) {
  const ids = { personId: 'hanako', requesterId: 'hanako', openerId: 'hanako' };
  return requestRemedy(world.deps, {
    caseId: await world.openCase(),
    remedy,
    language: 'ja',
    door: 'own',
    ...ids,
    ...more,
  });
}

describe('a request for a remedy', () => {
  test('waits for its approver, with the exact plan and its digest', async () => {
    const outcome = await asking(reset);
    expect(outcome).toMatchObject({
      ok: true,
      merged: false,
      request: { state: 'awaitingProof', personName: '佐藤 花子' },
    });
    expect(outcome.ok && outcome.request.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is told to a person who did not ask for it', async () => {
    world.tenant.add({ id: 'boss' });
    await asking(reset, { requesterId: 'boss', openerId: 'boss' });
    await world.run(1_000);
    expect(world.teams.texts('chat-hanako')[0]).toContain('心当たりがなければ');
  });

  test('brings the case on its way', async () => {
    const caseId = await world.openCase();
    await asking(reset, { caseId });
    expect((await world.deps.store.transaction((tx) => tx.cases.find(caseId)))?.state).toBe(
      'remedyRequested',
    );
  });

  test('that comes a second time is the first one', async () => {
    const first = await asking(reset);
    const second = await asking(pass, { requesterId: 'admin' });
    expect(second).toMatchObject({ ok: true, merged: true });
    expect(second.ok && first.ok && second.request.id === first.request.id).toBe(true);
  });

  test('that comes ten times at once is one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => asking(reset)));
    const ids = outcomes.map((outcome) => (outcome.ok ? outcome.request.id : outcome.refusal));
    expect(new Set(ids).size).toBe(1);
    await world.run(1_000);
    expect(world.teams.cards('chat-staff')).toHaveLength(1);
  });
});

describe('a request that is refused before anybody is bothered', () => {
  const person = (more: object) => {
    const known = world.tenant.of('hanako');
    known.person = { ...known.person, ...more };
  };
  const rows: [string, RemedyKind, () => void][] = [
    [
      'otherOrganisation',
      reset,
      () => {
        person({ kind: 'guest' });
      },
    ],
    [
      'managementRestricted',
      reset,
      () => {
        person({ managementRestricted: true });
      },
    ],
    [
      'accountDisabled',
      reset,
      () => {
        person({ accountEnabled: false });
      },
    ],
    [
      'soleAdministrator',
      reset,
      () => {
        world.tenant.others.administrators = 0;
        world.tenant.of('hanako').standing = {
          roles: [{ roleId: roleIds.globalAdministrator, scope: '/' }],
          inRoleAssignableGroup: false,
        };
      },
    ],
    [
      'neverThisAccount',
      reset,
      () => {
        Object.assign(world.deps.approvals, { breakGlassIds: ['HANAKO'] });
      },
    ],
    [
      'neverThisAccount',
      pass,
      () => {
        Object.assign(world.deps.approvals, { botId: 'hanako' });
      },
    ],
    [
      'nothingToRemove',
      reset,
      () => {
        world.tenant.of('hanako').methods = [{ id: 'key', kind: 'fido2' }];
      },
    ],
    [
      'passesSwitchedOff',
      pass,
      () => {
        world.tenant.policy.enabled = false;
      },
    ],
    [
      'passesNotForThisPerson',
      pass,
      () => {
        world.tenant.policy.includes = ['pilot'];
      },
    ],
    [
      'passesNotForThisPerson',
      pass,
      () => {
        world.tenant.policy.excludes = ['vip'];
        world.tenant.of('hanako').groupIds = ['vip'];
      },
    ],
    [
      'remedySwitchedOff',
      pass,
      () => {
        Object.assign(world.deps.approvals, { applicationRemedies: [reset] });
      },
    ],
    [
      'nobodyMayApprove',
      reset,
      () => {
        Object.assign(world.deps.approvals, { approverIds: [], approverGroupIds: [] });
      },
    ],
  ];

  test.each(rows)('%s (%s)', async (refusal, remedy, change) => {
    change();
    expect(await asking(remedy)).toEqual({ ok: false, refusal });
    await world.run(1_000);
    expect(world.teams.posted).toEqual([]);
  });

  test('unknownPerson', async () => {
    const caseId = await world.openCase('nobody');
    expect(await asking(reset, { personId: 'nobody', caseId })).toEqual({
      ok: false,
      refusal: 'unknownPerson',
    });
  });

  test('caseOfSomebodyElse', async () => {
    expect(await asking(reset, { personId: 'taro' })).toEqual({ ok: false, refusal: 'caseOfSomebodyElse' });
  });

  test('unknownCase', async () => {
    expect(await asking(reset, { caseId: 'nowhere' })).toEqual({ ok: false, refusal: 'unknownCase' });
  });
});

test('a risk is decided by a Security Administrator, who manages nobody’s methods', async () => {
  const secured = await requestWorld({
    approvals: { approverIds: ['security'], applicationRemedies: ['confirm-user-risk', 'revoke-sessions'] },
  });
  const roles = [{ roleId: roleIds.securityAdministrator, scope: '/' }];
  const standing = { roles, inRoleAssignableGroup: false };
  secured.tenant.add({ id: 'security', displayName: 'Sue Security' }, { standing });
  const asked = async (remedy: 'confirm-user-risk' | 'revoke-sessions') => {
    const { number } = await secured.ask(remedy);
    return secured.decide(number, { approverId: 'security' });
  };
  expect(await asked('confirm-user-risk')).toMatchObject({ ok: true });
  expect(await asked('revoke-sessions')).toMatchObject({ ok: false, refusal: 'roleMissing' });
  await secured.close();
});
