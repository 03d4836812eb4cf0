import type { Account } from './account';
import { methodLabel } from './method';
import type { MethodKind } from './method';
import { answers } from './removeMethod';
import type { Tenant } from './tenant';

/** A person as the sandbox's page and tests from outside get to know them. */
interface DescribedPerson {
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly language: 'ja' | 'en';
  readonly roles: readonly string[];
  readonly trouble: string;
}

/** Roles that are active; one that would have to be activated first is none. */
export function describePerson(account: Account): DescribedPerson {
  const { id, upn, name, language, trouble } = account;
  return { id, upn, name, language, roles: activeRoles(account), trouble };
}

export function activeRoles(account: Pick<Account, 'roles'>): readonly string[] {
  return account.roles.filter(({ how }) => how !== 'eligible').map((grant) => grant.role);
}

/** Everybody of the tenant, at this moment. */
export function describePeople(tenant: Tenant): readonly DescribedPerson[] {
  return tenant.accounts.map(describePerson);
}

/** What the tenant shows of a person's methods now. */
interface DescribedMethods {
  readonly methods: readonly {
    readonly id: string;
    readonly kind: MethodKind;
    readonly label: string;
    readonly isDefault: boolean;
  }[];
  readonly passwordChanged: boolean;
  readonly sessionsRevokedAt: string | null;
}

export function describeMethods(account: Account): DescribedMethods {
  const way = account.defaultWay;
  return {
    methods: account.methods.map((method) => ({
      id: method.id,
      kind: method.kind,
      label: methodLabel(method),
      isDefault: way !== undefined && answers(method, way),
    })),
    passwordChanged: account.passwordChangedAt !== account.passwordChangedAtFirst,
    sessionsRevokedAt:
      account.sessionsRevokedAt === undefined ? null : new Date(account.sessionsRevokedAt).toISOString(),
  };
}
