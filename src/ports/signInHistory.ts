import type { SignInDevice } from './tenantRecords';

/** One line of a person's sign-in log, whether it went through or not. */
export interface PersonSignIn {
  readonly id: string;
  readonly at: number;
  /** An AADSTS number; 0 where it went through. */
  readonly errorCode: number;
  readonly app: string | undefined;
  readonly device: SignInDevice;
  /** Two letters. */
  readonly countryOrRegion: string | undefined;
  readonly atRisk: boolean;
}

/** A person's own sign-ins, read when something about them has to be proven or watched. */
export interface SignInHistory {
  /**
   * The last ones since then, newest first. They arrive in the log minutes late.
   * Throws Faults as `TenantEvidence` does: `graph-forbidden` and `graph-unlicensed` where the log cannot be read at all.
   */
  signInsOf(personId: string, since: number): Promise<readonly PersonSignIn[]>;
}
