/** What makes many people's trouble one: Microsoft reports it, many sign-ins fail alike, or several cases are alike. */
export type IncidentKind = 'service' | 'code' | 'cause';

/** A trouble of many at once: told to staff once, and to each who is in it. */
export interface Incident {
  readonly tenantId: string;
  readonly id: string;
  /** Short, for people to say: `I-7K2M`. */
  readonly number: string;
  readonly state: 'open' | 'over';
  readonly version: number;
  /** One open incident for one reason: `code:50086`. */
  readonly reason: string;
  readonly kind: IncidentKind;
  /** The service's name, the error code, or the cause. */
  readonly what: string;
  /** How many people it was seen at, when it was looked at last. */
  readonly people: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Where its one card is, once it was posted. */
  readonly card?: IncidentCard | undefined;
}

/** A posted message that can be edited. */
export interface IncidentCard {
  readonly address: {
    readonly tenantId: string;
    readonly serviceUrl: string;
    readonly conversationId: string;
    readonly kind: 'personal' | 'channel';
  };
  readonly activityId: string;
}
