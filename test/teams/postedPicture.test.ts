import { BotAuthentication } from '../../src/teams/botAuthentication';
import { createTeamsMessenger } from '../../src/teams/teamsMessenger';
import { startLocalConnector } from './localConnector';

test('a picture that goes with a text is posted to Teams as an attachment of its kind', async () => {
  const connector = await startLocalConnector();
  const authentication = new BotAuthentication({
    settings: {
      appId: 'app',
      tenantId: 'tenant',
      botTokenIssuer: 'https://connector.test',
      botOpenIdMetadataUrl: 'http://127.0.0.1:9/',
      botTokenScope: 'scope/.default',
      serviceUrls: [connector.url],
      open: false,
    },
    credential: { getToken: () => Promise.resolve({ token: 'token', expiresOnTimestamp: 3_600_000 }) },
    clock: () => 0,
    connectorTimeoutMs: 2000,
  });
  const messenger = createTeamsMessenger({ connectorFor: (url) => authentication.connectorFor(url) });
  const address = { tenantId: 'tenant', serviceUrl: connector.url, conversationId: 'a:1' };
  const pictures = [{ name: 'prompt.jpg', url: 'data:image/jpeg;base64,QQ==' }];
  await messenger.post({ ...address, kind: 'personal' }, { kind: 'text', text: 'hello', pictures });
  expect(connector.calls[0]?.activity).toMatchObject({
    text: 'hello',
    attachments: [{ contentType: 'image/jpeg', contentUrl: pictures[0]?.url, name: 'prompt.jpg' }],
  });
  await connector.stop();
});
