/** What the Teams side needs to know: who the bot is, whose tokens it believes, where it may write. */
export interface TeamsSettings {
  /** The bot's application (client) id: the audience of incoming tokens. */
  readonly appId: string;
  /** The one tenant whose people may talk to the bot. */
  readonly tenantId: string;
  /** The issuer of incoming tokens, compared exactly. */
  readonly botTokenIssuer: string;
  /** Where the issuer's keys are found. */
  readonly botOpenIdMetadataUrl: string;
  /** The scope of outgoing tokens. */
  readonly botTokenScope: string;
  /** Origins, or origins with a path prefix, that the bot may send to. */
  readonly serviceUrls: readonly string[];
  /** `--open`, sandbox only: also takes unauthenticated activities from this machine. */
  readonly open: boolean;
}

/** The values of Microsoft's public cloud. */
export const publicCloud = {
  botTokenIssuer: 'https://api.botframework.com',
  botOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  botTokenScope: 'https://api.botframework.com/.default',
  serviceUrls: ['https://smba.trafficmanager.net/'],
} as const;
