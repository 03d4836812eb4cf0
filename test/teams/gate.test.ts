import { sign } from 'jsonwebtoken';
import { judgeRequest, type RequestFacts } from '../../src/teams/gate';
import { isAllowedServiceUrl } from '../../src/teams/serviceUrls';

const settings = {
  appId: 'app',
  tenantId: '0a3f5c2e-1b7d-4e8f-9a6b-2c4d8e0f1a35',
  botTokenIssuer: 'https://connector.test',
  botOpenIdMetadataUrl: 'unused',
  botTokenScope: 'unused',
  serviceUrls: ['https://smba.test/', 'https://shared.test/teams'],
  open: true,
};
const body = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'http://localhost:56150/_connector',
  from: { id: '29:x', aadObjectId: '7b2e4d6f-8a9c-4b1d-ae3f-5c7d9e1f2a48' },
  recipient: { id: '28:bot' },
  conversation: { id: 'c', tenantId: settings.tenantId },
};
const facts = (changes: Partial<RequestFacts> = {}): RequestFacts => ({
  authorization: undefined,
  remoteAddress: '127.0.0.1',
  host: 'localhost:3978',
  forwarded: false,
  body,
  ...changes,
});
const verdictOf = (changes: Partial<RequestFacts>, open = true) =>
  judgeRequest(facts(changes), { ...settings, open });

describe('the open door', () => {
  test.each([['127.0.0.1'], ['127.8.9.10'], ['::1'], ['::ffff:127.0.0.1']])(
    'is open to %s',
    (remoteAddress) => {
      expect(verdictOf({ remoteAddress }).verdict).toBe('admitted');
    },
  );

  test.each([['10.0.0.5'], ['203.0.113.7'], ['::ffff:10.0.0.5'], ['fe80::1'], [undefined], ['']])(
    'is shut to %s',
    (remoteAddress) => {
      expect(verdictOf({ remoteAddress })).toMatchObject({ status: 401, why: 'token-missing-or-foreign' });
    },
  );

  test.each([['evil.test'], ['localhost.evil.test'], ['127.0.0.1.evil.test:3978'], [''], [undefined]])(
    'is shut to a page that calls itself %s, as DNS rebinding would',
    (host) => {
      expect(verdictOf({ host })).toMatchObject({ status: 401 });
    },
  );

  test('is shut unless it was asked for', () => {
    expect(verdictOf({}, false)).toMatchObject({ status: 401 });
  });

  test('lets nobody in with a token that is not the connector’s', () => {
    const authorization = `Bearer ${sign({ iss: 'https://elsewhere.test', aud: 'app' }, 'any')}`;
    expect(verdictOf({ authorization })).toMatchObject({ status: 401 });
  });

  test('takes nulls where a client sends them for what it leaves out', () => {
    const sparse = { ...body, text: null, locale: null, value: null, channelData: null };
    expect(verdictOf({ body: sparse })).toMatchObject({ verdict: 'admitted', activity: { text: null } });
  });

  test.each(['__proto__', 'constructor'])('is not confused by a key called %s', (key) => {
    const strange: unknown = JSON.parse(`${JSON.stringify(body).slice(0, -1)},"${key}":{"type":"invoke"}}`);
    expect(verdictOf({ body: strange })).toMatchObject({
      verdict: 'admitted',
      activity: { type: 'message' },
    });
  });
});

describe('the look at a token before the SDK sees it', () => {
  const good = { header: { alg: 'RS256', kid: 'k' }, claims: { iss: 'https://connector.test', aud: 'app' } };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const verdict = (header: object, claims: object) => {
    const token = `${encode({ ...good.header, ...header })}.${encode({ ...good.claims, ...claims })}.AAAA`;
    return verdictOf(
      { authorization: `Bearer ${token}`, body: { ...body, serviceUrl: 'https://smba.test/' } },
      false,
    );
  };

  test('lets a connector’s token pass', () => {
    expect(verdict({}, {}).verdict).toBe('admitted');
  });

  test('lets a token of our own tenant pass', () => {
    expect(verdict({}, { tid: settings.tenantId }).verdict).toBe('admitted');
  });

  test.each<[object, object]>([
    [{ alg: 'none' }, {}],
    [{ alg: 'HS256' }, {}],
    [{ alg: 'RS512' }, {}],
    [{ alg: ['RS256'] }, {}],
    [{ kid: '' }, {}],
    [{}, { iss: ['https://connector.test'] }],
    [{}, { iss: 'https://connector.test/' }],
    [{}, { iss: 'https://sts.windows.net/0a3f5c2e-1b7d-4e8f-9a6b-2c4d8e0f1a35/' }],
    [{}, { aud: ['app'] }],
    [{}, { aud: 'other' }],
    [{}, { tid: 'stranger' }],
    [{}, { tid: null }],
    [{}, { tid: [settings.tenantId] }],
  ])('stops header %j with claims %j', (header, claims) => {
    expect(verdict(header, claims)).toMatchObject({ status: 401 });
  });
});

describe('a service URL', () => {
  test.each<[string, boolean]>([
    ['https://smba.test/', true],
    ['https://smba.test/jp/0a3f5c2e/', true],
    ['https://SMBA.test/jp', true],
    ['https://shared.test/teams', true],
    ['https://shared.test/teams/jp', true],
    ['https://shared.test/teamsters', false],
    ['https://shared.test/', false],
    ['https://shared.test/teams/../admin', false],
    ['http://smba.test/', false],
    ['https://smba.test:8443/', false],
    ['https://smba.test.evil.test/', false],
    ['https://smba.test@evil.test/', false],
    ['https://user@smba.test/', false],
    ['https://evil.test/https://smba.test/', false],
    ['file:///etc/passwd', false],
    ['http://127.0.0.1:56150/', false],
    ['', false],
  ])('%s is allowed: %s', (serviceUrl, allowed) => {
    expect(isAllowedServiceUrl(serviceUrl, { ...settings, open: false })).toBe(allowed);
  });

  test.each<[string, boolean]>([
    ['http://127.0.0.1:56150/', true],
    ['http://localhost:56150/_connector', true],
    ['http://[::1]:56150/', true],
    ['http://2130706433/', true], // 127.0.0.1 in other words, as URL reads it
    ['http://localhost.evil.test/', false],
    ['http://10.0.0.5/', false],
    ['ftp://localhost/', false],
  ])('%s is allowed while the door is open: %s', (serviceUrl, allowed) => {
    expect(isAllowedServiceUrl(serviceUrl, settings)).toBe(allowed);
  });
});
