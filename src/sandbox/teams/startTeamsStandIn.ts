import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import { createBotActivities } from './botActivities';
import { createBotLine } from './botLine';
import { addChatRoutes, addLiveRoute } from './chatRoutes';
import { createConnectorFaults } from './connectorFaults';
import { createConnectorKey } from './connectorKey';
import { addConnectorRoutes } from './connectorRoutes';
import { createConversations } from './conversations';
import { createLiveEvents } from './liveEvents';
import { answering } from './pageAnswer';
import { addPageFiles } from './pageFiles';
import { addRosterRoutes } from './rosterRoutes';
import { addSandboxRoutes } from './sandboxRoutes';
import { createSentLog } from './sentLog';
import type { StandInParts } from './standInParts';
import type { TeamsStandIn, TeamsStandInOptions } from './teamsStandInOptions';
import { createTeamsIds } from './teamsIds';

const metadataPath = '/v1/.well-known/openidconfiguration';
const keysPath = '/v1/.well-known/keys';

/** Starts what stands in for Teams on loopback: the connector that the bot calls, and the page to chat in. */
export async function startTeamsStandIn(options: TeamsStandInOptions): Promise<TeamsStandIn> {
  const key = await createConnectorKey(options.clock);
  // A channel's id on the wire is longer than the router's default for a path parameter.
  const server = createServer({ name: 'teams-stand-in', maxParamLength: 500 });
  const url = await listen(server, options.port);

  const ids = createTeamsIds(options);
  const line = createBotLine({ options, key, issuer: url, serviceUrl: url });
  const live = createLiveEvents();
  const parts: StandInParts = {
    options,
    ids,
    line,
    live,
    conversations: createConversations({ ids, channelId: options.staffChannel.id, clock: options.clock }),
    activities: createBotActivities({ options, ids, serviceUrl: url }),
    faults: createConnectorFaults(),
    sent: createSentLog(),
  };

  server.pre(onlyFromHere);
  server.use(plugins.bodyParser({ mapParams: false, maxBodySize: 1024 * 1024 }));
  addConnectorRoutes(server, parts);
  addRosterRoutes(server, parts);
  addMetadataRoutes(server, url, key.jwks);
  addSandboxRoutes(server, parts);
  addChatRoutes(server, parts);
  addLiveRoute(server, parts);
  addPageFiles(server);

  return {
    url,
    issuer: url,
    openIdMetadataUrl: `${url}${metadataPath}`,
    async close() {
      line.close();
      live.close();
      await close(server);
    },
  };
}

/** By what the bot checks the connector's tokens: the same two documents as the real one publishes. */
function addMetadataRoutes(server: Server, url: string, jwks: object): void {
  const metadata = {
    issuer: url,
    authorization_endpoint: `${url}/unused`,
    jwks_uri: `${url}${keysPath}`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
  server.get(
    metadataPath,
    answering(() => ({ body: metadata })),
  );
  server.get(
    keysPath,
    answering(() => ({ body: jwks })),
  );
}

/** Any web page open in the same browser could reach a loopback port: other host names and origins are refused. */
function onlyFromHere(request: Request, response: Response, next: (proceed?: false) => void): void {
  const here = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
  const host = request.header('host', '');
  const origin = request.header('origin', `http://${host}`).replace(/^https?:\/\//, '');
  if (here.test(host) && origin === host) {
    next();
    return;
  }
  response.send(403, { error: 'the sandbox answers only on loopback' });
  next(false);
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve(`http://127.0.0.1:${server.address().port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(resolve);
    server.server.closeAllConnections();
  });
}
