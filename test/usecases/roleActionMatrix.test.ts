import { readFileSync } from 'node:fs';
import path from 'node:path';
import { roleIds } from '../../src/cases/roleMatrix';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { changeRequest } from '../../src/usecases/changeRequest';
import { clearRedFlags } from '../../src/usecases/clearRedFlags';
import { decideRequest } from '../../src/usecases/decideRequest';
import { switchStop } from '../../src/usecases/emergencyStop';
import { freezeByStaff } from '../../src/usecases/freezeByStaff';
import { vouchAgainst } from '../../src/usecases/vouchAgainst';
import { withdrawRequest } from '../../src/usecases/withdrawRequest';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld({ approvals: { approverIds: ['admin', 'guest', 'hanako', 'asker'] } });
  const standing = (role: keyof typeof roleIds) => ({
    roles: [{ roleId: roleIds[role], scope: '/' }],
    inRoleAssignableGroup: false,
  });
  for (const id of ['asker', 'colleague', 'manager', 'other-desk']) world.tenant.add({ id });
  world.tenant.add({ id: 'security' }, { standing: standing('securityAdministrator') });
  world.tenant.add({ id: 'guest', kind: 'guest' }, { standing: standing('authenticationAdministrator') });
  world.tenant.of('hanako').managerId = 'manager';
});
afterEach(() => world.close());

interface Actor {
  readonly id: string;
  /** Whether what they say is said in the staff channel. */
  readonly inStaffChannel: boolean;
}

const actors: Readonly<Record<string, Actor>> = {
  'the person concerned': { id: 'hanako', inStaffChannel: false },
  'who asked for them': { id: 'asker', inStaffChannel: false },
  'a colleague': { id: 'colleague', inStaffChannel: false },
  'the manager': { id: 'manager', inStaffChannel: false },
  'the helpdesk': { id: 'desk', inStaffChannel: true },
  'an approver': { id: 'admin', inStaffChannel: true },
  'a security administrator': { id: 'security', inStaffChannel: true },
  'a guest who is an admin': { id: 'guest', inStaffChannel: false },
};

type Action = (request: RemedyRequest, who: Actor) => Promise<string>;

const came = (outcome: { readonly ok: boolean; readonly refusal?: string }) =>
  outcome.ok ? 'yes' : (outcome.refusal ?? '');
const said = (word: string) => (['done', 'frozen'].includes(word) ? 'yes' : word);
const decide =
  (decision: 'approved' | 'denied'): Action =>
  async ({ number }, { id }) => {
    await world.prove(number, { proverId: 'other-desk' });
    const wish = {
      reference: { number },
      conversationId: '',
      approverId: id,
      decision,
      reason: 'called back',
    };
    return came(await decideRequest(world.deps, wish));
  };
const prove =
  (kind: 'call-back' | 'manager-vouched'): Action =>
  async ({ number }, { id, inStaffChannel }) =>
    came(await world.prove(number, { proverId: id, inStaffChannel, kind }));
const stop =
  (on: boolean): Action =>
  async (_request, { id, inStaffChannel }) =>
    said(await switchStop(world.deps, { on, actorId: id, inStaffChannel, reason: 'an attack' }));

const actions: Readonly<Record<string, Action>> = {
  approve: decide('approved'),
  deny: decide('denied'),
  'prove by call-back': prove('call-back'),
  'vouch as manager': prove('manager-vouched'),
  'say it is not them': async ({ number }, { id }) =>
    said(await vouchAgainst(world.deps, { reference: { number }, conversationId: '', managerId: id })),
  'take it back': async ({ id: requestId }, { id }) =>
    came(await withdrawRequest(world.deps, { requestId, actorId: id })),
  'stop the request': async ({ number }, { id, inStaffChannel }) =>
    said(await freezeByStaff(world.deps, { number, actorId: id, inStaffChannel })),
  'change it': async ({ number }, { id, inStaffChannel }) =>
    came(
      await changeRequest(world.deps, {
        ...{ number, actorId: id, inStaffChannel },
        choices: { revokeSessions: true },
      }),
    ),
  'clear its red flag': async ({ caseId, number }, { id }) => {
    await freezeByStaff(world.deps, { number, actorId: 'other-desk', inStaffChannel: true });
    const found = await world.deps.store.transaction((tx) => tx.cases.find(caseId));
    const about = { caseNumber: found?.number ?? '', actorId: id, reason: 'talked to her' };
    return said(await clearRedFlags(world.deps, about));
  },
  'stop everything': stop(true),
  'let it go on': stop(false),
};

const [header = '', , ...rows] = readFileSync(path.join(__dirname, '../cases/roleActionMatrix.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'));
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const [, ...columns] = cellsOf(header);
const cells = rows.flatMap((row) => {
  const [action = '', ...answers] = cellsOf(row);
  return answers.map((answer, index) => ({ action, who: columns[index] ?? '', answer }));
});

describe('S8: of everybody and everything that can be done to a request', () => {
  test('the table has a row for each action and a column for each role', () => {
    expect(columns).toEqual(Object.keys(actors));
    expect(rows.map((row) => cellsOf(row)[0])).toEqual(Object.keys(actions));
  });

  test.each(cells)('$who, who wants to $action: $answer', async ({ action, answer, who }) => {
    const parties = { requesterId: 'asker', openerId: 'asker', door: 'colleague' as const };
    const request = await world.ask('require-mfa-reregistration', parties);
    const actor = actors[who];
    if (actor === undefined) throw new Error('nobody in the table is unknown here');
    expect(await actions[action]?.(request, actor)).toBe(answer);
    expect(world.tenant.writes()).toEqual([]);
  });
});

describe('S8: a change after the approval', () => {
  const reset = 'require-mfa-reregistration';
  const change = (number: string, actorId = 'desk') =>
    changeRequest(world.deps, { number, actorId, inStaffChannel: true, choices: { revokeSessions: true } });

  test('puts it back to pending with another digest, asks on every card anew, and runs only once approved again', async () => {
    const request = await world.ask(reset);
    await world.run(1_000);
    await world.decide(request.number);
    expect(await change(request.number)).toMatchObject({ ok: true });
    const { approvals, decision, digest, state } = await world.find(request.id);
    expect([state, approvals, decision, digest === request.digest]).toEqual([
      'pending',
      [],
      undefined,
      false,
    ]);
    await world.run(5_000);
    expect(world.tenant.writes()).toEqual([]);
    const staffCard = world.teams.edited
      .filter(({ conversationId }) => conversationId === 'chat-staff')
      .at(-1);
    expect(JSON.stringify(staffCard?.content)).toContain(digest.slice(0, 8));
    expect(JSON.stringify(staffCard?.content)).toContain('request/approve');
    expect(await world.decide(request.number)).toMatchObject({ ok: true });
    await world.run();
    expect(world.tenant.writes()).toContain('revokeSessions');
    expect((await world.find(request.id)).state).toBe('done');
  });

  test('makes who changed it a party of it', async () => {
    const request = await world.ask(reset);
    await world.prove(request.number, { proverId: 'other-desk' });
    await change(request.number, 'ADMIN');
    expect(await world.decide(request.number)).toMatchObject({ refusal: 'mayNotApproveOwnRequest' });
  });

  test('that changes nothing voids nothing', async () => {
    const request = await world.ask(reset, { revokeSessions: true });
    await world.decide(request.number);
    expect(await change(request.number)).toMatchObject({ refusal: 'nothingToChange' });
    expect((await world.find(request.id)).state).toBe('approved');
  });

  test('comes too late once it has run', async () => {
    const request = await world.ask(reset);
    await world.decide(request.number);
    await world.run();
    world.tenant.of('hanako').methods = [{ id: 'totp', kind: 'software-oath' }];
    expect(await change(request.number)).toMatchObject({ refusal: 'tooLate' });
  });

  test('of a pass is kept within what the policy allows, and holds when it is planned once more', async () => {
    const request = await world.ask('issue-temporary-access-pass');
    world.tenant.policy.minimumLifetimeInMinutes = 10;
    const wish = { number: request.number, actorId: 'other-desk', inStaffChannel: true };
    const long = await changeRequest(world.deps, { ...wish, choices: { minutes: 400 } });
    expect(long).toMatchObject({ ok: true, request: { plan: { lifetimeInMinutes: 30 } } });
    const short = await changeRequest(world.deps, { ...wish, choices: { minutes: 20 } });
    expect(short).toMatchObject({ ok: true, request: { plan: { lifetimeInMinutes: 20 } } });
    await world.decide(request.number);
    await world.run(1_000);
    expect(world.tenant.writes()).toEqual(['issuePass']);
  });
});
