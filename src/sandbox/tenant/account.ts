import type { Language } from '../../cases/language';
import type { DefaultWay, Method } from './method';
import type { RoleName } from './roleTemplates';

/** A role as it was given: for the whole tenant or one administrative unit; through PIM it has to be activated first. */
export interface RoleGrant {
  readonly role: RoleName;
  /** `/`, or `/administrativeUnits/{id}`. */
  readonly scope: string;
  readonly how: 'assigned' | 'activated' | 'eligible';
}

/** One line of the sign-in log. */
export interface SignIn {
  readonly id: string;
  readonly at: number;
  /** An AADSTS number; 0 is a success. */
  readonly errorCode: number;
  readonly failureReason: string;
  readonly app: string;
  readonly countryOrRegion: string;
  readonly conditionalAccess: 'success' | 'failure' | 'notApplied';
}

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly operatingSystem: string;
  readonly isCompliant: boolean;
  readonly lastSignInAt: number;
}

interface Risk {
  readonly level: 'low' | 'medium' | 'high';
  readonly event: string;
  readonly at: number;
}

/** One account of the simulated tenant. What remedies change is writable; the rest is fixed from the start. */
export interface Account {
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly language: Language;
  /** What to try as this person in the chat: one short line in their language. */
  readonly trouble: string;
  readonly kind: 'member' | 'guest';
  accountEnabled: boolean;
  readonly synced: boolean;
  /** In a restricted management administrative unit. */
  readonly managementRestricted: boolean;
  readonly managerId: string | undefined;
  readonly jobTitle: string;
  readonly createdAt: number;
  roles: readonly RoleGrant[];
  methods: readonly Method[];
  defaultWay: DefaultWay | undefined;
  passwordChangedAt: number;
  readonly passwordChangedAtFirst: number;
  sessionsValidFrom: number;
  sessionsRevokedAt: number | undefined;
  risk: Risk | undefined;
  signIns: readonly SignIn[];
  devices: readonly Device[];
  /** Every evidence call about this person is refused, so that only questions can help. */
  readonly blank: boolean;
}
