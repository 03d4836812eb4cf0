import { createLog, createRedaction } from '../src/log';
import { Secret } from '../src/secret';

/** The log must not carry a pass, a token, a telephone number or a person's words (SECURITY S13). */
const canary = 'Zq7"vT\\w+4/ü';

function logged(write: (log: ReturnType<typeof createLog>) => void, secret?: string): string {
  const lines: string[] = [];
  const redaction = createRedaction();
  if (secret !== undefined) redaction.add(new Secret(secret));
  write(createLog({ level: 'trace', destination: { write: (line) => void lines.push(line) }, redaction }));
  for (const line of lines) JSON.parse(line); // each is still one JSON object
  return lines.join('');
}

describe('a registered secret', () => {
  const nested = { a: { b: { c: { d: { e: [`x ${canary} y`] } } } } };
  const error = new Error(`outer ${canary}`, { cause: new TypeError(`inner ${canary}`) });
  const bytes = Buffer.from(canary);

  test.each<[string, object, string]>([
    ['the message', {}, `said ${canary}`],
    ['a field', { field: canary }, 'm'],
    ['something deep', nested, 'm'],
    ['a key', { [canary]: 1 }, 'm'],
    ['an error and its cause', { err: error }, 'm'],
    ['an error that is the whole entry', error, 'm'],
    ['base64', { field: bytes.toString('base64') }, 'm'],
    ['base64 for URLs', { field: bytes.toString('base64url') }, 'm'],
    ['a URL', { url: `https://x.test/?pass=${encodeURIComponent(canary)}` }, 'm'],
  ])('does not come out of %s', (_where, data, message) => {
    const log = logged((to) => {
      to.info(data, message);
    }, canary);
    const forms = [
      canary,
      JSON.stringify(canary).slice(1, -1),
      bytes.toString('base64'),
      encodeURIComponent(canary),
    ];
    expect([log.includes('[secret]'), forms.filter((form) => log.includes(form))]).toEqual([true, []]);
  });

  test('does not come out of a child’s own fields', () => {
    const log = logged((to) => {
      to.child({ part: `x ${canary}` }).info('m');
    }, canary);
    expect(log).toContain('"part":"x [secret]"');
  });
});

describe('an unregistered secret', () => {
  test.each([
    'text',
    'value',
    'summary',
    'body',
    'headers',
    'authorization',
    'cookie',
    'password',
    'token',
    'accessToken',
    'client_secret',
    'temporaryAccessPass',
    'phoneNumber',
  ])('does not come out under the key %s, however deep', (key) => {
    const at = (depth: number): object => (depth === 0 ? { [key]: 'canary' } : { inner: at(depth - 1) });
    const log = logged((to) => {
      for (let depth = 0; depth <= 4; depth += 1) to.info(at(depth), 'm');
    });
    expect([log.match(/\[redacted\]/g)?.length, log.includes('canary')]).toEqual([5, false]);
  });

  test.each([
    'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJjYW5hcnkifQ.c2lnbmF0dXJl',
    'eyJhbGciOiJub25lIn0.eyJhdWQiOiJjYW5hcnkifQ.',
    'Bearer abc.DEF~123+/==',
    'bearer   abcdefghijk',
  ])('that looks like a token (%s) does not come out', (token) => {
    const log = logged((to) => {
      to.warn({ note: `got ${token}` }, `refused ${token}`);
    });
    expect([log.includes('[token]'), /abc|eyJ/.test(log)]).toEqual([true, false]);
  });

  test.each([
    '+81 90-1234-5678',
    '+819012345678',
    '+1 (425) 555-0100',
    '+44 20 7946 0958',
    '090-1234-5678',
    '09012345678',
    '03-1234-5678',
    '(03) 1234-5678',
    '0120-123-456',
    '425-555-0100',
    '(425) 555-0100',
  ])('that is a telephone number (%s) does not come out', (number) => {
    const log = logged((to) => {
      to.info({ note: `call ${number}, please` }, 'm');
    });
    expect(log).toContain('"note":"call [phone], please"');
  });

  test('does not come out of what an error carries along, or of what a parser quotes', () => {
    const error = Object.assign(new Error('failed'), {
      request: { headers: { authorization: 'canary' }, body: 'canary' },
    });
    const parse = () => {
      try {
        JSON.parse('canary');
      } catch (problem) {
        return problem;
      }
      return undefined;
    };
    const log = logged((to) => {
      to.error({ err: error }, 'm');
      to.error({ err: parse() }, 'm');
      to.error({ err: 'canary' }, 'm');
      to.error({ err: new Error('outer', { cause: parse() }) }, 'm');
    });
    expect([log.split('\n').length, log.includes('canary')]).toEqual([5, false]);
  });
});

describe('what operators need', () => {
  test.each([
    { personId: '7b2e4d6f-0901-4123-8567-090123456789' },
    { at: 1_763_766_000_000 },
    { digest: '0901234567890123456789abcdef0123456789abcdef' },
    { code: 'graph-throttled', retryAfterMs: 30_000, status: 429 },
    { number: 'R-7K2M', turnId: 'T-12' },
    { url: 'http://127.0.0.1:56150/', version: '2025-11-21' },
  ])('comes out as it is: %j', (data) => {
    const log = logged((to) => {
      to.info(data, 'remedy done');
    });
    expect(JSON.parse(log)).toMatchObject({ ...data, msg: 'remedy done', level: 30 });
  });

  test('of an error is its kind, code, place and cause', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const log = logged((to) => {
      to.error({ err: Object.assign(new Error('no answer', { cause }), { status: 502 }) }, 'm');
    });
    expect(JSON.parse(log)).toMatchObject({
      err: { type: 'Error', message: 'no answer', status: 502, cause: { code: 'ECONNREFUSED' } },
    });
    expect(log).toContain('log.test.ts');
  });
});
