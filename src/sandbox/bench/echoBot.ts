import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  ServiceClientCredentialsFactory,
  type ServiceClientCredentials,
} from 'botframework-connector';
import { createServer, plugins, type Request, type Response } from 'restify';
import { z } from 'zod/v4';

const settings = z
  .object({
    MONBAN_TENANT_ID: z.string(),
    MONBAN_BOT_APP_ID: z.string(),
    MONBAN_CLIENT_SECRET: z.string(),
    MONBAN_AUTHORITY_HOST: z.string(),
    MONBAN_BOT_TOKEN_ISSUER: z.string(),
    MONBAN_BOT_OPENID_METADATA_URL: z.string(),
  })
  .parse(process.env);

/** Signs with a token that is kept, which costs less than what the SDK would do in its place. */
class KeptToken extends ServiceClientCredentialsFactory {
  #token: Promise<string> | undefined;

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === settings.MONBAN_BOT_APP_ID);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await (this.#token ??= fetchToken())}`);
        return request;
      },
    });
  }
}

/** One token lasts for a run. */
async function fetchToken(): Promise<string> {
  const { MONBAN_AUTHORITY_HOST: authority, MONBAN_TENANT_ID: tenant } = settings;
  const response = await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: settings.MONBAN_BOT_APP_ID,
      client_secret: settings.MONBAN_CLIENT_SECRET,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

/**
 * What Monban's turns are measured against: restify, the Bot Framework's adapter as it comes, one reply to each message,
 * and nothing else. It checks the same tokens and writes to the same connector.
 */
function startEchoBot(): void {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: settings.MONBAN_BOT_APP_ID,
      MicrosoftAppTenantId: settings.MONBAN_TENANT_ID,
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: settings.MONBAN_AUTHORITY_HOST,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      ToBotFromChannelTokenIssuer: settings.MONBAN_BOT_TOKEN_ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: settings.MONBAN_BOT_OPENID_METADATA_URL,
      ToBotFromEmulatorOpenIdMetadataUrl: settings.MONBAN_BOT_OPENID_METADATA_URL,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
    },
    new KeptToken(),
  );
  const adapter = new CloudAdapter(authentication);
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request: Request, response: Response) => {
    const { headers, method = 'POST' } = request;
    const body: unknown = request.body;
    await adapter.process(
      { body: z.record(z.string(), z.unknown()).parse(body), headers, method },
      response,
      echo,
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const url = `http://127.0.0.1:${server.address().port}`;
    process.stdout.write(`${JSON.stringify({ level: 30, msg: 'listening', url })}\n`);
  });
}

async function echo(context: TurnContext): Promise<void> {
  const message: string = ActivityTypes.Message;
  if (context.activity.type === message) await context.sendActivity(`Echo: ${context.activity.text}`);
}

for (const signal of ['SIGTERM', 'disconnect'] as const) process.once(signal, () => process.exit(0));
startEchoBot();
