import type { Language } from '../../cases/language';
import type { Clock } from '../../ports/clock';

/** Somebody of the simulated tenant, as the chat page needs to know them. */
export interface SimulatedPerson {
  /** The Entra object id. */
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly language: Language;
  /** Whoever has a role is staff, and so a member of the staff channel. */
  readonly roles: readonly string[];
  /** What they would write first, offered on the page as a suggestion. */
  readonly trouble: string;
}

export interface TeamsStandInOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly tenantId: string;
  readonly botAppId: string;
  readonly botName: string;
  /** Where the bot takes its activities; asked each time, because the bot's port may be known later. */
  readonly botEndpoint: () => string;
  /** Asked each time: people can be added while the sandbox runs. */
  readonly people: () => readonly SimulatedPerson[];
  readonly staffChannel: { readonly id: string; readonly name: string };
  /** Whether the token that the bot sends along is one that the connector would take. */
  readonly verifyConnectorToken: (bearer: string) => boolean;
  readonly clock: Clock;
  /** The person's authentication methods, shown beside the chat so that one sees what a remedy did. */
  readonly methodsOf?: (personId: string) => Promise<unknown>;
  /** The person registers a method at Microsoft's own page and signs in with it; false where there is no such person. */
  readonly registerMethod?: (personId: string) => boolean;
}

/** A running stand-in for Teams. */
export interface TeamsStandIn {
  /** The chat page, and the service URL of every activity. */
  readonly url: string;
  readonly openIdMetadataUrl: string;
  /** What the bot must expect as the issuer of the connector's tokens. */
  readonly issuer: string;
  close(): Promise<void>;
}
