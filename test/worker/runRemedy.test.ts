import { Fault } from '../../src/faults';
import type { AuditEntry } from '../../src/ports/store';
import { usualMethods } from '../fakes/requestPeople';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(async () => {
  const leaks = world.leaks();
  const audit = await world.audit.verify();
  await world.close();
  expect(leaks).toEqual([]);
  expect(audit).toMatchObject({ ok: true });
});

const reset = 'require-mfa-reregistration';

async function approvedReset(revokeSessions = false) {
  const request = await world.ask(reset, { revokeSessions });
  await world.run(1_000);
  expect(await world.decide(request.number)).toMatchObject({ ok: true });
  return request.id;
}

const kept = () => world.tenant.of('hanako').methods.map(({ id }) => id);
const stays = ['password', 'hello'];

describe('an approved re-registration', () => {
  test('removes alternate phone, phone, code app and, last, the default, and nothing else', async () => {
    const id = await approvedReset();
    await world.run();
    expect((await world.find(id)).state).toBe('done');
    expect(world.tenant.writes()).toEqual([
      'removeMethod:alternate',
      'removeMethod:mobile',
      'removeMethod:totp',
      'removeMethod:app',
    ]);
    expect(kept()).toEqual(stays);
  });

  test('signs the person out only where the plan says so', async () => {
    await approvedReset(true);
    await world.run();
    expect(world.tenant.of('hanako').sessionsRevoked).toBe(1);
  });

  test('is told to the person in their language, with what to do next', async () => {
    await approvedReset();
    await world.run();
    const told = world.teams.texts('chat-hanako');
    expect(told).toHaveLength(3);
    expect(told[2]).toContain('https://aka.ms/mysecurityinfo');
  });

  test('shows on every posted card', async () => {
    await approvedReset();
    await world.run();
    expect(world.teams.cards('chat-staff')).toHaveLength(1);
    const lastEdit = world.teams.edited.findLast(({ conversationId }) => conversationId === 'chat-staff');
    expect(JSON.stringify(lastEdit?.content)).toContain('完了');
  });

  test('runs once for fifty approvals at the same time, and the losers learn who decided', async () => {
    const request = await world.ask(reset);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        world.decide(request.number, { approverId: index % 2 ? 'admin' : 'admin2' }),
      ),
    );
    await world.run();
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'alreadyDecided');
    expect(lost).toHaveLength(49);
    expect(lost.every((outcome) => outcome.request?.decision !== undefined)).toBe(true);
    expect(world.tenant.writes()).toHaveLength(4);
  });
});

describe('what changed after the approval', () => {
  const changes: [string, string, (w: RequestWorld) => void][] = [
    [
      'a new method',
      'factsChanged',
      (w) => w.tenant.of('hanako').methods.push({ id: 'new', kind: 'software-oath' }),
    ],
    [
      'another number on the same phone',
      'factsChanged',
      (w) =>
        (w.tenant.of('hanako').methods = usualMethods.map((method) =>
          method.id === 'mobile' ? { ...method, label: '••••9999' } : method,
        )),
    ],
    [
      'another default',
      'factsChanged',
      (w) =>
        (w.tenant.of('hanako').methods = usualMethods.map((method) => ({
          ...method,
          isDefault: method.id === 'mobile',
        }))),
    ],
    [
      "the approver's role",
      'approverChanged',
      (w) => (w.tenant.of('admin').standing = { roles: [], inRoleAssignableGroup: false }),
    ],
    [
      "the approver's account",
      'approverChanged',
      (w) => (w.tenant.of('admin').person = { ...w.tenant.of('admin').person, accountEnabled: false }),
    ],
  ];

  test.each(changes)('(%s) voids it: %s, and nothing is written', async (_what, problem, change) => {
    const id = await approvedReset();
    change(world);
    await world.run();
    const request = await world.find(id);
    expect(request.state).toBe('failed');
    expect(request.journal).toMatchObject([{ step: 'recheck', outcome: 'failed', fault: problem }]);
    expect(world.tenant.writes()).toEqual([]);
  });

  test('S9: who became privileged meanwhile waits for two approvers, and the one approval is void', async () => {
    const id = await approvedReset();
    world.tenant.of('hanako').standing = {
      roles: [{ roleId: 'any', scope: '/' }],
      inRoleAssignableGroup: false,
    };
    await world.run();
    expect(await world.find(id)).toMatchObject({
      state: 'pending',
      personKind: 'privileged',
      approvals: [],
    });
    expect(world.tenant.writes()).toEqual([]);
  });

  test('(too much time) ends it without a write', async () => {
    const id = await approvedReset();
    world.time.now += 15 * 60_000;
    await world.run();
    expect((await world.find(id)).state).toBe('expired');
    expect(world.tenant.writes()).toEqual([]);
  });
});

describe('a default method that the directory did not know of', () => {
  test('goes last all the same', async () => {
    world.tenant.of('hanako').methods = usualMethods.map((method) => ({ ...method, isDefault: undefined }));
    const id = await approvedReset();
    const person = world.tenant.of('hanako');
    const removeMethod = world.deps.remedies.removeMethod.bind(world.deps.remedies);
    Object.assign(world.deps.remedies, {
      async removeMethod(personId: string, method: { id: string; kind: 'phone' }) {
        const others = person.methods.filter(({ kind }) => kind !== 'password' && kind !== 'windows-hello');
        if (method.id === 'totp' && others.length > 1) throw new Fault('graph-default-method', 'default');
        return removeMethod(personId, method);
      },
    });
    await world.run();
    expect((await world.find(id)).state).toBe('done');
    expect(world.tenant.writes().at(-1)).toBe('removeMethod:totp');
  });
});

describe('an audit trail that cannot be written (S23)', () => {
  test.each(Array.from({ length: 14 }, (_, entries) => entries))(
    'after %i more entries keeps every further write from happening',
    async (entries) => {
      await approvedReset();
      const { store } = world.deps;
      const transaction = store.transaction.bind(store);
      const written: string[] = [];
      Object.assign(store, {
        transaction: (work: Parameters<typeof transaction>[0]) =>
          transaction((tx) =>
            work({
              ...tx,
              audit: {
                append: async (entry: AuditEntry) => {
                  if (written.length >= entries) throw new Error('disk full');
                  await tx.audit.append(entry);
                  written.push(entry.event);
                },
              },
            }),
          ),
      });
      await world.run();
      const announced = written.filter((event) => event === 'remedy.step.started').length;
      expect(world.tenant.writes().length).toBeLessThanOrEqual(announced);
    },
  );
});

describe('a run that nobody ended', () => {
  test('is ended after half an hour with what is known of it', async () => {
    const id = await approvedReset();
    // A bug, not a fault: the job is set aside after a few tries.
    Object.assign(world.deps.remedies, { removeMethod: () => Promise.reject(new TypeError('a bug')) });
    await world.run(31 * 60_000);
    expect((await world.find(id)).state).toBe('failed');
  });
});
