import type { AuthenticationMethod } from '../cases/authenticationMethod';
import type { Group } from '../cases/group';
import type { Person, Standing } from '../cases/person';
import type { UserRisk } from '../cases/userRisk';

/** The tenant's rules for Temporary Access Passes. */
export interface PassPolicy {
  readonly enabled: boolean;
  readonly defaultLifetimeInMinutes: number;
  readonly minimumLifetimeInMinutes: number;
  readonly maximumLifetimeInMinutes: number;
  /** The tenant allows one-time passes only. */
  readonly oneTimeOnly: boolean;
  /** `all` users, or the object ids of the groups that the policy includes. */
  readonly includes: 'all' | readonly string[];
  readonly excludes: readonly string[];
}

/** What Monban reads of the tenant. Each call may throw a Fault; `undefined` means that there is no such person. */
export interface Directory {
  person(personId: string): Promise<Person | undefined>;
  /** Active roles, the tenant's and those scoped to administrative units. */
  standing(personId: string): Promise<Standing>;
  methods(personId: string): Promise<readonly AuthenticationMethod[]>;
  passPolicy(): Promise<PassPolicy>;
  /** Which of the given groups the person is in, directly or through others. */
  groupsAmong(personId: string, groupIds: readonly string[]): Promise<readonly string[]>;
  /** The person with this user principal name, as somebody typed it. */
  personByUserName(userPrincipalName: string): Promise<Person | undefined>;
  /** The object id of the person's manager; undefined where the directory names none. */
  managerOf(personId: string): Promise<string | undefined>;
  /** What of a group decides whether its members may be changed from here; undefined where there is none. */
  group(groupId: string): Promise<Group | undefined>;
  /** The person's risk; undefined where none was ever seen. Needs ID Protection (P2). */
  userRisk(personId: string): Promise<UserRisk | undefined>;
  /** How many enabled people hold a role that may help others (Global or Privileged Authentication Administrator), apart from this one. */
  otherAdministrators(personId: string): Promise<number>;
}
