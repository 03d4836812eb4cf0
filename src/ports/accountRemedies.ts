import type { MethodKind, PhoneType } from '../cases/authenticationMethod';
import type { Secret } from '../secret';

/** A Temporary Access Pass as Entra describes it. The value is there only in the answer to its creation. */
export interface IssuedPass {
  readonly id: string;
  readonly value: Secret;
  readonly lifetimeInMinutes: number;
  readonly isUsableOnce: boolean;
  readonly isUsable: boolean;
  /** EnabledByPolicy, DisabledByPolicy, Expired, NotYetValid, OneTimeUsed. */
  readonly usabilityReason: string;
  readonly startsAt: number;
}

export interface ExistingPass {
  readonly id: string;
  readonly createdAt: number;
  readonly isUsable: boolean;
  /** As of an issued one; undefined where Entra does not say. */
  readonly usabilityReason?: string | undefined;
}

/**
 * What Monban may write in the tenant. Called by the job that runs an approved request and by nothing else.
 * No call is retried inside: a repeated POST may issue two passes; the job re-reads first.
 */
export interface AccountRemedies {
  /** Removes one method. `gone` where it was not there any more (404). Throws `graph-default-method` where others have to go first. */
  removeMethod(personId: string, method: { id: string; kind: MethodKind }): Promise<'removed' | 'gone'>;
  revokeSessions(personId: string): Promise<void>;
  /** Puts a phone's number into the form that Entra reaches. `was-right` where there is nothing to mend (any more). */
  mendPhoneNumber(personId: string, methodId: string): Promise<'mended' | 'was-right'>;
  /** Registers the number of one phone once more under another type; the old entry stays. */
  copyPhone(personId: string, from: string, to: PhoneType): Promise<void>;
  addToGroup(groupId: string, personId: string): Promise<void>;
  removeFromGroup(groupId: string, personId: string): Promise<'removed' | 'gone'>;
  dismissRisk(personId: string): Promise<void>;
  confirmCompromised(personId: string): Promise<void>;
  enableAccount(personId: string): Promise<void>;
  issuePass(
    personId: string,
    wish: { lifetimeInMinutes: number; isUsableOnce: boolean },
  ): Promise<IssuedPass>;
  passes(personId: string): Promise<readonly ExistingPass[]>;
  deletePass(personId: string, passId: string): Promise<'removed' | 'gone'>;
}
