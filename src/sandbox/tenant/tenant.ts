import { randomUUID } from 'node:crypto';
import type { Language } from '../../cases/language';
import type { Clock } from '../../ports/clock';
import type { Account } from './account';
import { accountOfState } from './accountOfState';
import { groupsOf, seedGroups } from './groups';
import type { Group } from './groups';
import { issuePass } from './issuePass';
import type { Issued, PassRefusal, PassWish } from './issuePass';
import type { Method, MethodKind } from './method';
import { registerMethod, signInAs } from './ownDoing';
import { seedPassPolicy } from './passPolicy';
import type { PassPolicySettings } from './passPolicy';
import { people } from './people';
import { personState } from './personState';
import type { MethodState, PersonState, SignInState } from './personState';
import { removeMethod } from './removeMethod';
import type { RemovalRefusal } from './removeMethod';
import { accountOf } from './seed';
import { staff } from './staff';
import { createAppDirectory } from './appDirectory';
import type { AppDirectory } from './appDirectory';
import { tenantIds } from './tenantIds';
import { createTenantSwitches } from './tenantSwitches';
import type { TenantSwitches } from './tenantSwitches';

interface TenantOptions {
  readonly clock: Clock;
  /** What every pass's value starts with; a pass has at most 48 characters, some of them random. */
  readonly passPrefix?: string | undefined;
  /**
   * Whether a passkey or Windows Hello counts among the "other methods" for which the default cannot go.
   * Microsoft's texts leave it open, so both have to be tried.
   */
  readonly passkeysHoldDefault?: boolean | undefined;
}

interface NewPerson {
  readonly name: string;
  readonly language: Language;
  readonly blank: boolean;
  /** Without it the person has a phone for text messages. */
  readonly state?: PersonState | undefined;
}

/** One line of the directory's audit log. */
export interface AuditLine {
  readonly id: string;
  readonly at: number;
  readonly activity: string;
  readonly targetId: string;
}

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** The simulated tenant: all that its stand-ins for Graph and Entra answer from. In memory, changed by what they are asked to do. */
export interface Tenant extends TenantSwitches {
  readonly tenantId: string;
  readonly botId: string;
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly passPolicy: PassPolicySettings;
  readonly audits: readonly AuditLine[];
  /** App registrations and what was granted to them; none before the set-up script makes one. */
  readonly apps: AppDirectory;
  /** What was sent by mail, oldest first. */
  readonly mails: Mail[];
  /** People as reads show them for a while after a change. */
  readonly stillSeen: Map<string, { readonly account: Account; reads: number }>;
  readonly clock: Clock;
  /** By object id or user principal name, in any case of letters. */
  find(idOrUpn: string): Account | undefined;
  groupsOf(memberId: string): readonly Group[];
  addPerson(wish: NewPerson): Account;
  removeMethod(account: Account, kind: MethodKind, id: string): 'removed' | RemovalRefusal;
  issuePass(account: Account, wish: PassWish): Issued | PassRefusal;
  revokeSessions(account: Account): void;
  /** What the person does at Microsoft's own page. */
  registerMethod(account: Account, wish: MethodState): Method;
  signIn(account: Account, wish: SignInState): void;
}

/** A fresh tenant with the people, groups and policies of the seed. */
export function createTenant(options: TenantOptions): Tenant {
  const { clock, passPrefix = 'Canary', passkeysHoldDefault = false } = options;
  if (passPrefix.length > 40) throw new Error('The prefix of passes has at most 40 characters.');
  const accounts = [...people, ...staff].map((seed) => accountOf(seed, clock()));
  // Looked for several times in every call, among tens of thousands in a storm.
  const known = new Map(accounts.flatMap(byName));
  const groups = seedGroups();
  const passPolicy = seedPassPolicy();
  const audits: AuditLine[] = [];
  const record = (activity: string, account: Account) =>
    audits.unshift({ id: randomUUID(), at: clock(), activity, targetId: account.id });

  return {
    ...createTenantSwitches(clock),
    tenantId: tenantIds.tenantId,
    botId: tenantIds.botId,
    accounts,
    groups,
    passPolicy,
    audits,
    apps: createAppDirectory(),
    mails: [],
    stillSeen: new Map(),
    clock,
    find: (idOrUpn) => known.get(idOrUpn.toLowerCase()),
    groupsOf: (memberId) => groupsOf(groups, memberId),
    addPerson: (wish) => {
      const added = newAccount(wish, accounts.length, clock());
      accounts.push(added);
      for (const [name, account] of byName(added)) known.set(name, account);
      for (const group of groups) {
        if (wish.state?.groups?.includes(group.id)) group.memberIds = [...group.memberIds, added.id];
      }
      return added;
    },
    removeMethod: (account, kind, id) => {
      const outcome = removeMethod(account, kind, id, { passkeysHoldDefault });
      if (outcome === 'removed') record('Admin deleted security info', account);
      return outcome;
    },
    issuePass: (account, wish) => {
      const issued = issuePass(account, wish, { policy: passPolicy, prefix: passPrefix, now: clock() });
      if (typeof issued === 'object') record('Admin registered security info', account);
      return issued;
    },
    revokeSessions: (account) => {
      account.sessionsRevokedAt = clock();
      account.sessionsValidFrom = clock();
      record('Revoke user sessions', account);
    },
    registerMethod: (account, wish) => {
      const method = registerMethod(account, wish, clock());
      record('User registered security info', account);
      return method;
    },
    signIn: (account, wish) => {
      signInAs(account, wish, clock());
    },
  };
}

/** Object id and user principal name, in small letters. */
function byName(account: Account): readonly (readonly [string, Account])[] {
  return [
    [account.id, account],
    [account.upn.toLowerCase(), account],
  ];
}

function newAccount(wish: NewPerson, n: number, now: number): Account {
  const state = personState.parse(wish.state ?? (wish.blank ? {} : withPhone));
  const { name, language, blank } = wish;
  const upn = `person${n}@${state.domain}`;
  const identity = { id: randomUUID(), upn, name, language, trouble: '', managerId: undefined, jobTitle: '' };
  return { ...accountOfState(identity, state, now), blank };
}

const withPhone: PersonState = { methods: [{ kind: 'phone', number: '+81 9078901234' }], defaultWay: 'sms' };
