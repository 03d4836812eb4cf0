import type { Language } from '../../cases/language';
import type { DefaultWay, Method } from './method';
import type { SignInState } from './personState';
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
  /** When the log has it. */
  readonly arrivesAt: number;
  /** An AADSTS number; 0 is a success. */
  readonly errorCode: number;
  readonly failureReason: string;
  readonly additionalDetails: string | undefined;
  readonly app: string;
  readonly clientApp: string;
  readonly countryOrRegion: string;
  readonly city: string;
  readonly conditionalAccess: 'success' | 'failure' | 'notApplied';
  readonly policies: SignInState['policies'];
  readonly device: SignInState['device'];
  /** Undefined where it is this tenant. */
  readonly homeTenantId: string | undefined;
  readonly resourceTenantId: string | undefined;
  readonly atRisk: boolean;
  readonly steps: SignInState['steps'];
}

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly operatingSystem: string;
  readonly enabled: boolean;
  readonly isCompliant: boolean;
  readonly isManaged: boolean;
  readonly trustType: 'AzureAd' | 'ServerAd' | 'Workplace';
  readonly lastSignInAt: number;
}

interface Risk {
  readonly level: 'low' | 'medium' | 'high';
  readonly state: 'atRisk' | 'confirmedCompromised' | 'remediated' | 'dismissed' | 'confirmedSafe';
  readonly event: string;
  readonly at: number;
}

/** What the registration report shows where it is behind. */
interface ReportedMethods {
  readonly at: number;
  readonly methods: readonly Method[];
  readonly defaultWay: DefaultWay | undefined;
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
  /** Two letters. */
  readonly usageLocation: string | null;
  readonly createdAt: number;
  roles: readonly RoleGrant[];
  methods: readonly Method[];
  defaultWay: DefaultWay | undefined;
  passwordChangedAt: number;
  readonly passwordChangedAtFirst: number;
  readonly passwordNeverExpires: boolean;
  sessionsValidFrom: number;
  sessionsRevokedAt: number | undefined;
  risk: Risk | undefined;
  signIns: readonly SignIn[];
  devices: readonly Device[];
  /** Undefined where the report shows what is there now. */
  report: ReportedMethods | undefined;
  readonly passwordReset: 'on' | 'off';
  /** MFA switched on for this person alone; beta tells it. */
  perUserMfa: 'disabled' | 'enabled' | 'enforced';
  /** Every evidence call about this person is refused, so that only questions can help. */
  readonly blank: boolean;
}
