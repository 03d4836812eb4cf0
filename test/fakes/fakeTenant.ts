import type { AuthenticationMethod } from '../../src/cases/authenticationMethod';
import type { Person, Standing } from '../../src/cases/person';
import type { UserRisk } from '../../src/cases/userRisk';
import { Fault } from '../../src/faults';
import type { AccountRemedies, ExistingPass } from '../../src/ports/accountRemedies';
import type { Directory, PassPolicy } from '../../src/ports/directory';
import { Secret } from '../../src/secret';
import { canary } from '../canary/canary';

interface FakePerson {
  person: Person;
  standing: Standing;
  methods: AuthenticationMethod[];
  groupIds: string[];
  managerId: string | undefined;
  passes: (ExistingPass & { value: string })[];
  sessionsRevoked: number;
  risk: UserRisk | undefined;
}

/** A call that is to fail: before it has an effect, or after it (the answer is lost). */
interface PlannedFault {
  readonly call: string;
  readonly fault: Fault;
  readonly when: 'before' | 'after';
  /** How many such calls go well first. */
  skip: number;
}

/** What the simulated tenant is asked for instead (standInWorld.ts). */
const elsewhere = {
  mendPhoneNumber: notHere,
  copyPhone: notHere,
  addToGroup: notHere,
  removeFromGroup: notHere,
  dismissRisk: notHere,
  confirmCompromised: notHere,
  enableAccount: notHere,
};

function notHere(): Promise<never> {
  return Promise.reject(new Error('the scripted tenant does not know this call'));
}

const removable = ['phone', 'software-oath', 'microsoft-authenticator'];
const noStanding: Standing = { roles: [], inRoleAssignableGroup: false };

/** A tenant that keeps people and methods as Entra does, fails when told to, and writes down every call. */
export function fakeTenant(clock: () => number) {
  const people = new Map<string, FakePerson>();
  const calls: string[] = [];
  const faults: PlannedFault[] = [];
  const policy = {
    enabled: true,
    defaultLifetimeInMinutes: 60,
    minimumLifetimeInMinutes: 60,
    maximumLifetimeInMinutes: 480,
    oneTimeOnly: false,
    includes: 'all' as PassPolicy['includes'],
    excludes: [] as string[],
  };
  const usability = { isUsable: true, usabilityReason: 'EnabledByPolicy' };
  const others = { administrators: 1 };
  let issued = 0;

  function known(id: string): FakePerson {
    const found = people.get(id);
    if (found === undefined) throw new Fault('graph-not-found', 'no such person', { status: 404 });
    return found;
  }

  async function call<Result>(name: string, effect: () => Result): Promise<Result> {
    await Promise.resolve();
    calls.push(name);
    const index = faults.findIndex((planned) => name.startsWith(planned.call) && planned.skip-- <= 0);
    const planned = index < 0 ? undefined : faults.splice(index, 1)[0];
    if (planned?.when === 'before') throw planned.fault;
    const result = effect();
    if (planned !== undefined) throw planned.fault;
    return result;
  }

  function remove(of: FakePerson, id: string): 'removed' | 'gone' {
    const method = of.methods.find((listed) => listed.id === id);
    if (method === undefined) return 'gone';
    const others = of.methods.filter((listed) => listed.id !== id && removable.includes(listed.kind));
    if (method.isDefault === true && others.length > 0) {
      throw new Fault('graph-default-method', 'the default method cannot be deleted', { status: 400 });
    }
    if (method.phoneType === 'mobile' && others.some(({ phoneType }) => phoneType === 'alternateMobile')) {
      throw new Fault('graph-rejected', 'an alternate phone is there', { status: 400 });
    }
    of.methods = of.methods.filter((listed) => listed.id !== id);
    return 'removed';
  }

  const directory: Directory = {
    person: (id) => call('person', () => people.get(id)?.person),
    standing: (id) => call('standing', () => people.get(id)?.standing ?? noStanding),
    methods: (id) => call('methods', () => [...known(id).methods, ...known(id).passes.map(passMethod)]),
    passPolicy: () => call('passPolicy', () => ({ ...policy })),
    groupsAmong: (id, ids) =>
      call('groupsAmong', () => known(id).groupIds.filter((group) => ids.includes(group))),
    personByUserName: (name) =>
      call(
        'personByUserName',
        () =>
          [...people.values()].find(
            ({ person }) => person.userPrincipalName.toLowerCase() === name.toLowerCase(),
          )?.person,
      ),
    managerOf: (id) => call('managerOf', () => people.get(id)?.managerId),
    group: () => call('group', () => undefined),
    userRisk: (id) => call('userRisk', () => known(id).risk),
    otherAdministrators: () => call('otherAdministrators', () => others.administrators),
  };

  const remedies: AccountRemedies = {
    removeMethod: (id, method) => call(`removeMethod:${method.id}`, () => remove(known(id), method.id)),
    revokeSessions: (id) =>
      call('revokeSessions', () => {
        known(id).sessionsRevoked += 1;
      }),
    ...elsewhere,
    issuePass: (id, wish) =>
      call('issuePass', () => {
        issued += 1;
        const pass = { id: `pass-${String(issued)}`, createdAt: clock(), isUsable: true, value: canary };
        known(id).passes = [pass]; // a new pass replaces the one before
        return { id: pass.id, value: new Secret(canary), startsAt: clock(), ...wish, ...usability };
      }),
    passes: (id) =>
      call('passes', () =>
        known(id).passes.map(({ id: passId, createdAt, isUsable }) => ({ id: passId, createdAt, isUsable })),
      ),
    deletePass: (id, passId) =>
      call('deletePass', () => {
        const before = known(id).passes;
        known(id).passes = before.filter((pass) => pass.id !== passId);
        return known(id).passes.length < before.length ? 'removed' : 'gone';
      }),
  };

  return {
    directory,
    remedies,
    policy,
    usability,
    others,
    calls,
    of: known,
    add(person: Partial<Person> & { id: string }, more: Partial<Omit<FakePerson, 'person'>> = {}) {
      people.set(person.id, {
        person: aPerson(person),
        standing: noStanding,
        methods: [],
        groupIds: [],
        managerId: undefined,
        passes: [],
        sessionsRevoked: 0,
        risk: undefined,
        ...more,
      });
    },
    failNext(name: string, fault: Fault, when: 'before' | 'after' = 'before', skip = 0) {
      faults.push({ call: name, fault, when, skip });
    },
    /** Only what changes the tenant. */
    writes: () => calls.filter((name) => /^(removeMethod|revokeSessions|issuePass|deletePass)/.test(name)),
  };
}

function aPerson(parts: Partial<Person> & { id: string }): Person {
  return {
    displayName: parts.id,
    userPrincipalName: `${parts.id}@example.com`,
    kind: 'member',
    accountEnabled: true,
    synced: false,
    managementRestricted: false,
    ...parts,
  };
}

function passMethod(pass: ExistingPass): AuthenticationMethod {
  return { id: pass.id, kind: 'temporary-access-pass' };
}
