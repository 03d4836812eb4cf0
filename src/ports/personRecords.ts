import type { MethodKind } from '../cases/authenticationMethod';
import type { Person } from '../cases/person';

/*
 * What is read of one person, when they write. Ids in lower case, times in epoch milliseconds by Microsoft's clock.
 * Texts are the tenant's: untrusted.
 */

/** A person's account, in what decides whether they can sign in. */
export interface AccountDetails extends Person {
  /** Two letters: the country that licences are used in. */
  readonly usageLocation: string | undefined;
  readonly lastPasswordChangeAt: number | undefined;
  /** Sessions that are older have to sign in again. */
  readonly sessionsValidFrom: number | undefined;
  readonly passwordNeverExpires: boolean;
  /** The part after the @ of the user principal name, in lower case: federated or not is told by the domains. */
  readonly domain: string;
}

/** A registered phone. The number itself goes no further than this. */
export interface RegisteredPhone {
  readonly type: 'mobile' | 'alternateMobile' | 'office' | 'unknown';
  /** The last digits: two for the person, four for staff. Undefined where Graph masks them. */
  readonly lastTwo: string | undefined;
  readonly lastFour: string | undefined;
  /** `81`. Undefined where the number has none or cannot be read. */
  readonly countryCode: string | undefined;
  /** A 0 after the country code, or no country code: neither calls nor texts arrive. Undefined where it cannot be judged. */
  readonly formatWrong: boolean | undefined;
}

/** One registered method. */
export interface RegisteredMethod {
  readonly id: string;
  readonly kind: MethodKind;
  readonly createdAt: number | undefined;
  /** Of phones only. */
  readonly phone: RegisteredPhone | undefined;
  /** Apps and keys: the device's name as the directory has it. */
  readonly deviceName: string | undefined;
  /** Microsoft Authenticator only: `6.2511.0`. */
  readonly appVersion: string | undefined;
  /** Temporary Access Passes only. */
  readonly pass:
    { readonly usable: boolean; readonly reason: string | undefined; readonly endsAt: number } | undefined;
}

/** A device that is registered to the person. */
export interface RegisteredDevice {
  readonly id: string;
  readonly name: string | undefined;
  readonly operatingSystem: string | undefined;
  readonly enabled: boolean;
  readonly isCompliant: boolean | undefined;
  readonly isManaged: boolean | undefined;
  /** `AzureAd` joined, `ServerAd` hybrid joined, `Workplace` registered. */
  readonly trustType: string | undefined;
  readonly lastSignInAt: number | undefined;
}

/** Beta: whether the person has MFA switched on for them alone (`enforced` once a method is registered). */
export type PerUserMfa = 'disabled' | 'enabled' | 'enforced';

/** Beta: the steps of one sign-in, with Microsoft's words for why one failed. */
export interface AuthenticationSteps {
  readonly signInId: string;
  readonly at: number;
  readonly steps: readonly {
    readonly method: string | undefined;
    readonly succeeded: boolean;
    /** Such as `User did not respond to mobile app notification`. */
    readonly detail: string | undefined;
  }[];
}
