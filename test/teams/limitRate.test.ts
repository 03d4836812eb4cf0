import fc from 'fast-check';
import { createServer, type Next, type Request, type Response } from 'restify';
import { createLog } from '../../src/log';
import { callerAddress } from '../../src/teams/callerAddress';
import { limitRate } from '../../src/teams/limitRate';
import { createRateLimit } from '../../src/teams/rateLimit';

let now = 0;
const server = createServer({ name: '' });
let url: string;

beforeAll(async () => {
  limitRate(server, { clock: () => now, proxies: 1, log: createLog({ level: 'silent' }) });
  const answer = (_request: Request, response: Response, next: Next) => {
    response.sendRaw(200, '');
    next();
  };
  for (const path of ['/pass/x', '/healthz', '/readyz']) server.get(path, answer);
  server.post('/api/messages', answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = server.url;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  now += 3_600_000;
});

async function come(path: string, times: number, sender: string, method = 'GET'): Promise<readonly Came[]> {
  const answers: Came[] = [];
  for (let time = 0; time < times; time += 1) {
    const answer = await fetch(url + path, { method, headers: { 'x-forwarded-for': sender } });
    answers.push({ status: answer.status, retryAfter: answer.headers.get('retry-after') });
    await answer.text();
  }
  return answers;
}
interface Came {
  readonly status: number;
  readonly retryAfter: string | null;
}

describe('an address that comes too often', () => {
  test('is told to wait, while others go on', async () => {
    const many = await come('/pass/x', 121, '203.0.113.1');
    const [other] = await come('/pass/x', 1, '203.0.113.2');
    expect(many.filter(({ status }) => status === 200)).toHaveLength(120);
    expect(many.at(-1)).toEqual({ status: 429, retryAfter: '1' });
    expect(other?.status).toBe(200);
  });

  test('may come again after a while', async () => {
    await come('/pass/x', 121, '203.0.113.3');
    now += 1000;
    expect((await come('/pass/x', 1, '203.0.113.3'))[0]?.status).toBe(200);
  });

  test('cannot make itself another by what it claims in front of our proxy', async () => {
    const answers = await Promise.all(
      Array.from({ length: 121 }, (_, index) => come('/pass/x', 1, `198.51.100.${index}, 203.0.113.4`)),
    );
    expect(answers.flat().filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test.each(['/healthz', '/readyz'])('is still told about health: %s', async (path) => {
    const answers = await come(path, 130, '203.0.113.5');
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  test('has more room for messages, which all come from the connector', async () => {
    const answers = await come('/api/messages', 130, '203.0.113.6', 'POST');
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('the address that is counted', () => {
  test('is the socket’s where no proxy is ours, whatever the header says', () => {
    expect(callerAddress({ socketAddress: '192.0.2.1', forwardedFor: '203.0.113.9' }, 0)).toBe('192.0.2.1');
  });

  test('is what the outermost of our proxies saw', () => {
    const forwardedFor = 'claimed, 203.0.113.9, 10.0.0.1';
    expect(callerAddress({ socketAddress: '10.0.0.2', forwardedFor }, 2)).toBe('203.0.113.9');
  });
});

describe('the limit', () => {
  test('lets through at most a full bucket and what flows in, in any minute, and something after each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 300 }), (pauses) => {
        let time = 0;
        const limit = createRateLimit({ perMinute: 30, capacity: 10, clock: () => time });
        const passed = pauses.flatMap((pause) => {
          time += pause;
          return limit.wait('a') === 0 ? [time] : [];
        });
        const within = (end: number) => passed.filter((at) => at > end - 60_000 && at <= end).length;
        expect(Math.max(0, ...passed.map(within))).toBeLessThanOrEqual(60);
        time += 60_000;
        expect(limit.wait('a')).toBe(0);
      }),
    );
  });
});
