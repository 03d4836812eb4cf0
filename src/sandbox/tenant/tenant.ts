import { randomUUID } from 'node:crypto';
import type { Language } from '../../cases/language';
import type { Clock } from '../../ports/clock';
import type { Account } from './account';
import { groupsOf, seedGroups } from './groups';
import type { Group } from './groups';
import { issuePass } from './issuePass';
import type { Issued, PassRefusal, PassWish } from './issuePass';
import { passwordId, phoneIds } from './method';
import type { Method, MethodKind } from './method';
import { seedPassPolicy } from './passPolicy';
import type { PassPolicySettings } from './passPolicy';
import { people } from './people';
import { removeMethod } from './removeMethod';
import type { RemovalRefusal } from './removeMethod';
import { accountOf } from './seed';
import { staff } from './staff';
import { tenantIds } from './tenantIds';

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
}

/** One line of the directory's audit log. */
export interface AuditLine {
  readonly id: string;
  readonly at: number;
  readonly activity: string;
  readonly targetId: string;
}

/** Something about a service that the health page shows. */
export interface ServiceState {
  readonly id: string;
  readonly service: string;
  status: 'serviceOperational' | 'serviceDegradation' | 'serviceInterruption';
}

/** The simulated tenant: all that its stand-ins for Graph and Entra answer from. In memory, changed by what they are asked to do. */
export interface Tenant {
  readonly tenantId: string;
  readonly botId: string;
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly passPolicy: PassPolicySettings;
  readonly settings: { securityDefaultsOn: boolean };
  readonly services: readonly ServiceState[];
  readonly audits: readonly AuditLine[];
  readonly clock: Clock;
  /** By object id or user principal name, in any case of letters. */
  find(idOrUpn: string): Account | undefined;
  groupsOf(memberId: string): readonly Group[];
  addPerson(wish: NewPerson): Account;
  removeMethod(account: Account, kind: MethodKind, id: string): 'removed' | RemovalRefusal;
  issuePass(account: Account, wish: PassWish): Issued | PassRefusal;
  revokeSessions(account: Account): void;
}

/** A fresh tenant with the people, groups and policies of the seed. */
export function createTenant(options: TenantOptions): Tenant {
  const { clock, passPrefix = 'Canary', passkeysHoldDefault = false } = options;
  if (passPrefix.length > 40) throw new Error('The prefix of passes has at most 40 characters.');
  const accounts = [...people, ...staff].map((seed) => accountOf(seed, clock()));
  const groups = seedGroups();
  const passPolicy = seedPassPolicy();
  const audits: AuditLine[] = [];
  const record = (activity: string, account: Account) =>
    audits.unshift({ id: randomUUID(), at: clock(), activity, targetId: account.id });

  return {
    tenantId: tenantIds.tenantId,
    botId: tenantIds.botId,
    accounts,
    groups,
    passPolicy,
    settings: { securityDefaultsOn: false },
    services: seedServices(),
    audits,
    clock,
    find: (idOrUpn) => accounts.find((one) => sameText(one.id, idOrUpn) || sameText(one.upn, idOrUpn)),
    groupsOf: (memberId) => groupsOf(groups, memberId),
    addPerson: (wish) => {
      const added = newAccount(wish, accounts.length, clock());
      accounts.push(added);
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
  };
}

function newAccount(wish: NewPerson, n: number, now: number): Account {
  const password: Method = { kind: 'password', id: passwordId, createdAt: now };
  const phone: Method = {
    kind: 'phone',
    id: phoneIds.mobile,
    createdAt: now,
    phoneType: 'mobile',
    number: '+81 9078901234',
  };
  const seed = { n, upn: `person${n}@hanamachi.example`, trouble: '', defaultWay: 'sms' as const };
  return {
    ...accountOf({ ...seed, name: wish.name, language: wish.language }, now),
    id: randomUUID(),
    methods: wish.blank ? [password] : [password, phone],
    defaultWay: wish.blank ? undefined : 'sms',
    blank: wish.blank,
  };
}

function seedServices(): readonly ServiceState[] {
  return [
    { id: 'Microsoft365Entra', service: 'Microsoft Entra', status: 'serviceOperational' },
    { id: 'Exchange', service: 'Exchange Online', status: 'serviceOperational' },
    { id: 'microsoftteams', service: 'Microsoft Teams', status: 'serviceOperational' },
  ];
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
