import type { TokenCredential } from '@azure/core-auth';
import {
  CallerIdConstants,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  ClaimsIdentity,
  ConnectorFactory,
  ServiceClientCredentialsFactory,
  type AuthenticateRequestResult,
  type ConnectorClient,
  type ServiceClientCredentials,
  type UserTokenClient,
} from 'botframework-connector';
import { Fault } from '../faults';
import type { Clock } from '../ports/clock';
import { createBotToken } from './botToken';
import { createConnectorHttp } from './connectorHttp';
import { isAllowedServiceUrl } from './serviceUrls';
import type { TeamsSettings } from './teamsSettings';

interface BotAuthenticationDeps {
  readonly settings: TeamsSettings;
  /** Any credential of @azure/identity: secret, certificate, managed identity. */
  readonly credential: TokenCredential;
  readonly clock: Clock;
  readonly connectorTimeoutMs?: number | undefined;
}

/** Teams sends from few addresses; a small cache holds them all and cannot grow. */
const keptConnectors = 64;

/** Issuers that the SDK takes for its emulator, whatever the tenant. */
const emulatorIssuer = /^https:\/\/(sts\.windows\.net|login\.microsoftonline\.(com|us))\//;

/**
 * Verifies incoming tokens and signs outgoing requests, for exactly one bot. Keeps connector and token clients: building
 * one costs about half a turn's time.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #settings: TeamsSettings;
  readonly #identity: ClaimsIdentity;
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  readonly #factory: ConnectorFactory;
  #userTokenClient: Promise<UserTokenClient> | undefined;

  constructor(deps: BotAuthenticationDeps) {
    const { settings } = deps;
    if (emulatorIssuer.test(settings.botTokenIssuer)) {
      throw new Error(
        `${settings.botTokenIssuer} cannot be the bot's token issuer: the SDK takes it for the emulator`,
      );
    }
    const token = createBotToken({
      credential: deps.credential,
      scope: settings.botTokenScope,
      clock: deps.clock,
    });
    const httpClient = createConnectorHttp({ token, timeoutMs: deps.connectorTimeoutMs ?? 10_000 });
    super(sdkOptions(settings), new OneBot(settings.appId), new AuthenticationConfiguration(), undefined, {
      httpClient,
    });
    this.#settings = settings;
    this.#identity = new ClaimsIdentity(
      [{ type: AuthenticationConstants.AudienceClaim, value: settings.appId }],
      true,
    );
    this.#factory = new KeptConnectors((serviceUrl) => this.connectorFor(serviceUrl));
  }

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authHeader);
    return { ...result, connectorFactory: this.#factory };
  }

  /** In the place of a verified token: for what `--open` admits without one, and for what was verified when it came. */
  withoutToken(): AuthenticateRequestResult {
    const audience = AuthenticationConstants.ToChannelFromBotOAuthScope;
    return { audience, claimsIdentity: this.#identity, connectorFactory: this.#factory };
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#factory;
  }

  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokenClient ??= super.createUserTokenClient(claims);
    return this.#userTokenClient;
  }

  /** The client for a service URL. The last check before anything, token included, leaves us (SECURITY S18). */
  connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    if (!isAllowedServiceUrl(serviceUrl, this.#settings)) {
      return Promise.reject(
        new Fault('teams-rejected', 'the service URL is not on the list of allowed ones'),
      );
    }
    const kept = this.#connectors.get(serviceUrl);
    if (kept) return kept;
    const made = super.createConnectorFactory(this.#identity).create(serviceUrl);
    const [oldest] = this.#connectors.keys();
    if (oldest !== undefined && this.#connectors.size >= keptConnectors) this.#connectors.delete(oldest);
    this.#connectors.set(serviceUrl, made);
    return made;
  }
}

/** Hands out the kept clients wherever the SDK wants a factory. */
class KeptConnectors extends ConnectorFactory {
  readonly #connectorFor: (serviceUrl: string) => Promise<ConnectorClient>;

  constructor(connectorFor: (serviceUrl: string) => Promise<ConnectorClient>) {
    super();
    this.#connectorFor = connectorFor;
  }

  override create(serviceUrl: string): Promise<ConnectorClient> {
    return this.#connectorFor(serviceUrl);
  }
}

/** Knows one app id, and leaves signing to `connectorHttp`, which alone can renew a refused token. */
class OneBot extends ServiceClientCredentialsFactory {
  readonly #appId: string;

  constructor(appId: string) {
    super();
    this.#appId = appId;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) });
  }
}

/** Any one of these keys makes the SDK take all of them from here, so all are given. */
function sdkOptions(settings: TeamsSettings): ConfigurationBotFrameworkAuthenticationOptions {
  return {
    MicrosoftAppId: settings.appId,
    MicrosoftAppTenantId: settings.tenantId,
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${settings.tenantId}`,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: settings.botTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: settings.botOpenIdMetadataUrl,
    // The emulator's path is closed by the gate; should it ever open, it finds the same keys and no stranger's.
    ToBotFromEmulatorOpenIdMetadataUrl: settings.botOpenIdMetadataUrl,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    CallerId: CallerIdConstants.PublicAzureChannel,
  };
}
