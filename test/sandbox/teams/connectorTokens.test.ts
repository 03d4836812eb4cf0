import { decode, verify } from 'jsonwebtoken';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { publishedKey, takeSeat } from './chatSeat';
import { adele, botAppId, channelId, connectorWith, hanako, type Scene, startScene } from './scriptedBot';

let scene: Scene;
let token: string;

beforeAll(async () => {
  scene = await startScene();
  const seat = await takeSeat(scene, hanako);
  await seat.write('hello');
  token = scene.received[0]?.authorization.replace('Bearer ', '') ?? '';
});
afterAll(() => scene.close());

describe("the token on the connector's activities", () => {
  test('is taken by the Bot Framework SDK with the published keys', async () => {
    const parameters = { issuer: scene.teams.issuer, audience: botAppId, clockTolerance: 300 };
    const extractor = new JwtTokenExtractor(parameters, scene.teams.openIdMetadataUrl, ['RS256']);
    const identity = await extractor.getIdentityFromAuthHeader(`Bearer ${token}`, 'msteams', ['msteams']);
    expect(identity?.getClaimValue('serviceurl')).toBe(scene.teams.url);
  });

  test('does not verify for another bot', async () => {
    const key = await publishedKey(scene);
    expect(() => verify(token, key, { audience: adele.id })).toThrow('jwt audience invalid');
  });

  test('lives for an hour', () => {
    const claims = decode(token, { json: true });
    expect((claims?.exp ?? 0) - (claims?.nbf ?? 0)).toBe(3600);
  });

  test("does not verify with another sandbox's key", async () => {
    const other = await startScene();
    const key = await publishedKey(other);
    await other.close();
    expect(() => verify(token, key, { algorithms: ['RS256'] })).toThrow('invalid signature');
  });
});

describe('a bot that writes', () => {
  test.each([
    ['no token', ''],
    ['a token that is not its own', 'somebody-elses'],
  ])('is refused with %s', async (_what, wrong) => {
    const stranger = connectorWith(scene.teams.url, wrong);
    const writing = stranger.conversations.sendToConversation(channelId, { type: 'message', text: 'x' });
    await expect(writing).rejects.toMatchObject({ statusCode: 401, code: 'Unauthorized' });
  });
});
