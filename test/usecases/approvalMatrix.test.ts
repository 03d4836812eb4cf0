import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Person, Standing } from '../../src/cases/person';
import { roleIds, type RoleName } from '../../src/cases/roleMatrix';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld | undefined;
afterEach(() => world?.close());

const groupId = 'approvers';
const holding = (name: RoleName, scope = '/'): Standing => ({
  roles: [{ roleId: roleIds[name], scope }],
  inRoleAssignableGroup: false,
});
const strong = holding('privilegedAuthenticationAdministrator');
const none: Standing = { roles: [], inRoleAssignableGroup: false };

/** The file's words for somebody, and the account that is theirs. */
const accounts: Readonly<Record<string, string>> = {
  'the requester': 'requester',
  'the person concerned': 'person',
  'who opened the case': 'opener',
  'who asked for the same too': 'asked-too',
  'who proved the identity': 'prover',
  'second account of who proved': 'prover-admin',
  "the person's manager": 'manager',
  'an admin': 'admin',
  'an admin, listed by group': 'grouped',
  'an admin with the lesser role': 'lesser',
  'an admin whose role is for a unit only': 'scoped',
  'an approver without a role': 'roleless',
  'an admin who is on no list': 'unlisted',
  'a guest who is an admin': 'guest',
  'an admin whose account is disabled': 'disabled',
  'admin who is also the person': 'person-admin',
  'admin account of the requester': 'requester-admin',
  'a stranger': 'stranger',
};

const notListed = ['grouped', 'unlisted', 'stranger'];
const oddStanding: Readonly<Record<string, Standing>> = {
  lesser: holding('authenticationAdministrator'),
  scoped: holding('privilegedAuthenticationAdministrator', '/administrativeUnits/tokyo'),
  roleless: none,
  stranger: none,
};
const oddPerson: Readonly<Record<string, Partial<Person>>> = {
  guest: { kind: 'guest' },
  disabled: { accountEnabled: false },
  person: { employeeId: '1001' },
  'person-admin': { employeeId: '1001' },
  requester: { mail: 'Rei@example.com' },
  'requester-admin': { mail: 'rei@example.com' },
  prover: { employeeId: '1002' },
  'prover-admin': { employeeId: '1002' },
};

/** The table of the file: who decides, how it was asked for, about whom, and what comes of it. */
const rows = readFileSync(path.join(__dirname, '../cases/approvalMatrix.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const [[, ...columns] = [], ...people] = rows;
const cells = people.flatMap(([who = '', ...answers]) =>
  answers.map((answer, at) => [who, columns[at] ?? '', answer] as const),
);

async function aWorld(privileged: boolean): Promise<RequestWorld> {
  const ids = Object.values(accounts);
  const made = await requestWorld({
    approvals: {
      // In upper case: directories and people write ids in either.
      approverIds: ids.filter((id) => !notListed.includes(id)).map((id) => id.toUpperCase()),
      approverGroupIds: [groupId],
    },
  });
  for (const id of ids.filter((one) => one !== 'person')) {
    const standing = oddStanding[id] ?? strong;
    made.tenant.add({ id, ...oddPerson[id] }, { standing, groupIds: id === 'grouped' ? [groupId] : [] });
  }
  made.tenant.add(
    { id: 'person', ...oddPerson['person'] },
    {
      standing: privileged ? strong : none,
      methods: [{ id: 'totp', kind: 'software-oath' }],
      managerId: 'manager',
    },
  );
  world = made;
  return made;
}

/** As the column says it was asked for. Where somebody asks for themselves, requester and person are one. */
async function asked(made: RequestWorld, how: string): Promise<string> {
  const parties =
    how === 'self'
      ? { requesterId: 'person', openerId: 'opener', door: 'own' as const }
      : how === 'helpdesk'
        ? { requesterId: 'requester', openerId: 'opener', door: 'staff' as const }
        : { requesterId: 'requester', openerId: 'opener', door: 'colleague' as const };
  const request = await made.ask('require-mfa-reregistration', { personId: 'person', ...parties });
  const also = { requesterId: 'asked-too', openerId: 'asked-too', door: 'colleague' as const };
  await made.ask('require-mfa-reregistration', { personId: 'person', ...also });
  expect(await made.prove(request.number, { proverId: 'prover' })).toMatchObject({ ok: true });
  return request.number;
}

/** For oneself there is no requester beside the person. */
function accountOf(who: string, how: string): string {
  const account = accounts[who] ?? '';
  if (how !== 'self') return account;
  return account === 'requester' ? 'person' : account === 'requester-admin' ? 'person-admin' : account;
}

describe('S3: a request', () => {
  test('has a row for everybody and a column for every way', () => {
    expect(people.map(([who]) => who)).toEqual(Object.keys(accounts));
    expect(columns).toHaveLength(6);
  });

  test.each(cells)('decided by %s (%s): %s', async (who, column, answer) => {
    const [how = '', kind] = column.split(', ');
    const made = await aWorld(kind === 'privileged');
    const number = await asked(made, how);
    const outcome = await made.decide(number, { approverId: accountOf(who, how) });
    expect(outcome.ok ? 'yes' : outcome.refusal).toBe(answer);
  });
});
