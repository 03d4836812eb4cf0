/** What has to be seen before a recovery is over; each by the tenant's word, not by anybody's. */
export const recoverySteps = [
  'newMethod',
  'signedIn',
  'secondMethod',
  'oldRemoved',
  'passDeleted',
  'exclusionRestored',
  'sessionsRevoked',
] as const;
export type RecoveryStep = (typeof recoverySteps)[number];

interface Followed {
  readonly tenantId: string;
  readonly caseId: string;
  readonly state: 'open' | 'over';
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** After a remedy: the case is followed until the tenant shows that the person is in again and nothing is left over. */
export interface RecoveryFollowUp extends Followed {
  readonly kind: 'recovery';
  /** Methods and sign-ins from then on count. */
  readonly since: number;
  readonly needs: readonly RecoveryStep[];
  /** Ids of the methods that were there: none of them is new. Undefined until the first look. */
  readonly known?: readonly string[] | undefined;
  /** Ids of old entries that have to go. */
  readonly toRemove: readonly string[];
  /** When each step was seen to be done. */
  readonly seen: Partial<Readonly<Record<RecoveryStep, number>>>;
  /** Steps that the tenant cannot show, such as sign-ins without a log to read. */
  readonly unseeable: readonly RecoveryStep[];
  /** How often it was looked. */
  readonly looks: number;
  readonly reminders: number;
  readonly staffToldAt?: number | undefined;
}

/** The only administrator is locked out: Microsoft's support is called, and called again, until access is back. */
export interface MicrosoftFollowUp extends Followed {
  readonly kind: 'microsoft';
  /** Two letters: whose support is called and whose days off count. */
  readonly country: string;
  /** The number that support gave. */
  readonly ticket?: string | undefined;
  readonly reminders: number;
  readonly accessBackAt?: number | undefined;
}

/** A case's ticket in the helpdesk's own system. */
export interface TicketFollowUp extends Followed {
  readonly kind: 'ticket';
  readonly system: string;
  /** The other system's id of it; undefined until it was made there. */
  readonly externalId?: string | undefined;
  /** What people call it there: `INC0010001`, `HELP-12`. */
  readonly reference?: string | undefined;
  readonly link?: string | undefined;
  /** How often it had to be made anew because it was deleted there. */
  readonly remade: number;
  /** How many of the case's events it was told. */
  readonly told: number;
  /** Until then a job tells it something. */
  readonly busyUntil?: number | undefined;
}

export type FollowUp = RecoveryFollowUp | MicrosoftFollowUp | TicketFollowUp;
