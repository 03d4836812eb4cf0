import type { Person, Standing } from '../../src/cases/person';
import { roleIds } from '../../src/cases/roleMatrix';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { approvalMatrix, speakers } from '../cases/approvalMatrix';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
afterEach(() => world.close());

type Speaker = (typeof speakers)[number];
type Asked = 'self' | 'for another';
const groupId = 'approvers';
const role = (scope: string): Standing => ({
  roles: [{ roleId: roleIds.authenticationAdministrator, scope }],
  inRoleAssignableGroup: false,
});
const nothing: Standing = { roles: [], inRoleAssignableGroup: false };

/** Who the speaker is, as an id in upper case: the directory writes ids in either case. */
const idOf = (speaker: Speaker, asked: Asked): string =>
  ({
    requester: asked === 'self' ? 'person' : 'requester',
    person: 'person',
    opener: 'opener',
    'listed admin': 'listed',
    'listed admin, by group': 'grouped',
    'unlisted admin': 'unlisted',
    'guest admin': 'guest',
    'disabled admin': 'disabled',
    'listed, without a role': 'roleless',
    'listed, role for a unit only': 'scoped',
    'admin who is the person': 'person',
    'admin who asked for it too': 'asked-too',
    stranger: 'stranger',
  })[speaker];

const listed = [
  'person',
  'requester',
  'opener',
  'listed',
  'guest',
  'disabled',
  'roleless',
  'scoped',
  'asked-too',
];

async function aWorld(): Promise<void> {
  world = await requestWorld({ approvals: { approverIds: listed, approverGroupIds: [groupId] } });
  const odd: Record<string, [Partial<Person>, Standing, string[]]> = {
    guest: [{ kind: 'guest' }, role('/'), []],
    disabled: [{ accountEnabled: false }, role('/'), []],
    roleless: [{}, nothing, []],
    scoped: [{}, role('/administrativeUnits/tokyo'), []],
    grouped: [{}, role('/'), [groupId]],
    stranger: [{}, nothing, []],
    person: [{}, nothing, []],
  };
  for (const id of [...listed, 'grouped', 'unlisted', 'stranger']) {
    const [person, standing, groupIds] = odd[id] ?? [{}, role('/'), []];
    const methods = id === 'person' ? [{ id: 'totp', kind: 'software-oath' as const }] : [];
    world.tenant.add({ id, ...person }, { standing, groupIds, methods });
  }
}

async function asRequested(speaker: Speaker, asked: Asked): Promise<RemedyRequest> {
  const requesterId = asked === 'self' ? 'person' : 'requester';
  const request = await world.ask('require-mfa-reregistration', {
    personId: 'person',
    requesterId,
    openerId: 'opener',
  });
  if (speaker !== 'admin who asked for it too') return request;
  return world.ask('require-mfa-reregistration', {
    personId: 'person',
    requesterId: 'asked-too',
    openerId: 'asked-too',
  });
}

const rows = (['self', 'for another'] as const).flatMap((asked) =>
  speakers.flatMap((speaker) =>
    (['ordinary', 'privileged'] as const).map((kind) => [asked, speaker, kind] as const),
  ),
);

describe('S3: a request', () => {
  test.each(rows)('made (%s), decided by (%s), about a person who is %s', async (asked, speaker, kind) => {
    await aWorld();
    const request = await asRequested(speaker, asked);
    if (kind === 'privileged')
      world.tenant.of('person').standing = { ...role('/'), inRoleAssignableGroup: true };
    const outcome = await world.decide(request.number, { approverId: idOf(speaker, asked) });
    expect(outcome.ok ? 'yes' : outcome.refusal).toBe(approvalMatrix[speaker][kind]);
  });
});
