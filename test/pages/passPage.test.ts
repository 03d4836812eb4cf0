import { createHash } from 'node:crypto';
import { createServer } from 'restify';
import type { LockedPass, PassLocker } from '../../src/ports/passLocker';
import { createMemoryPassLocker } from '../../src/pages/memoryPassLocker';
import { mountPassPage } from '../../src/pages/passPage';
import { Secret } from '../../src/secret';

/** The page that shows a pass, in a real server, as browsers and link scanners meet it. */
const canary = `Xk3<p&9"w'`;
const shown = 'Xk3&lt;p&amp;9&quot;w&#39;';
let locker: PassLocker;
let url: string;
let now: number;
let audited: string[];
const server = createServer({ name: '' });

beforeAll(async () => {
  const current: PassLocker = {
    put: (...pass) => locker.put(...pass),
    has: (token) => locker.has(token),
    languageOf: (token) => locker.languageOf(token),
    take: (token) => locker.take(token),
  };
  const mayShow = (requestId: string) => {
    audited.push(requestId);
    return Promise.resolve(requestId !== 'withdrawn');
  };
  mountPassPage({ locker: current, mayShow })(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = server.url;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  now = 1_000_000;
  audited = [];
  locker = createMemoryPassLocker({ clock: () => now, capacity: 3 });
});

const pass = (changes: Partial<LockedPass> = {}): LockedPass => ({
  requestId: 'request-1',
  value: new Secret(canary),
  personName: 'Aoi <b>Tanaka</b>',
  language: 'ja',
  lifetimeInMinutes: 60,
  isUsableOnce: true,
  ...changes,
});
const put = (changes: Partial<LockedPass> = {}) => locker.put(pass(changes), now + 1000);
const look = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/pass/${path}`, { headers });
const press = (path: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  fetch(`${url}/pass/${path}`, { method: 'POST', headers });
/** What a reader sees, without the marks around it. */
const words = (source: string) => source.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, '');

describe('opening the link', () => {
  test('shows neither the pass nor whose it is, and burns nothing, however often', async () => {
    const token = put();
    const pages = await Promise.all(
      [look(token), look(token), look(token)].map(async (page) => (await page).text()),
    );
    expect([pages.some((page) => /Xk3|Aoi/.test(page)), locker.has(token)]).toEqual([false, true]);
  });

  test.each<[string, Record<string, string>, 'ja' | 'en', string]>([
    ['', { 'accept-language': 'en' }, 'ja', 'ja'],
    ['', {}, 'en', 'en'],
    ['?lang=en', {}, 'ja', 'en'],
    ['?lang=ja', {}, 'en', 'ja'],
    ['?lang=<script>', {}, 'en', 'en'],
  ])(
    '%s %j for a pass in %s is in %s, and offers the other language',
    async (query, headers, language, expected) => {
      const page = await (await look(put({ language }) + query, headers)).text();
      const other = expected === 'ja' ? 'en' : 'ja';
      expect([page.includes(`<html lang="${expected}">`), page.includes(`href="?lang=${other}"`)]).toEqual([
        true,
        true,
      ]);
    },
  );
});

describe('pressing the button', () => {
  test('shows the pass once, escaped, with its name and rules', async () => {
    const response = await press(put());
    const page = await response.text();
    const text = words(page);
    expect(response.status).toBe(200);
    expect(text).toContain('Aoi &lt;b&gt;Tanaka&lt;/b&gt;');
    for (const part of ['60 分', '1 回だけ', 'チャットやメールに貼り付けないでください'])
      expect(text).toContain(part);
  });

  test('shows the pass without blanks between its groups, so that it can be copied', async () => {
    const page = await (await press(put())).text();
    expect(words(/<p class="pass">(.*?)<\/p>/s.exec(page)?.[1] ?? '')).toBe(shown);
  });

  test('spells the pass out', async () => {
    const text = words(await (await press(`${put()}?lang=en`)).text());
    for (const line of [
      'X … capital letter X',
      'k … small letter k',
      '3 … digit 3',
      '&lt; … symbol less than',
    ])
      expect(text).toContain(line);
  });

  test('a second time, or after the pass, shows that there is nothing', async () => {
    const token = put();
    const statuses = [(await press(token)).status, (await press(token)).status, (await look(token)).status];
    expect([statuses, audited]).toEqual([[200, 410, 410], ['request-1']]);
  });

  test('many times at once shows the pass to one only', async () => {
    const token = put();
    const pages = await Promise.all(Array.from({ length: 20 }, async () => (await press(token)).text()));
    expect(pages.filter((page) => page.includes('class="pass"'))).toHaveLength(1);
  });

  test('for a pass that must not be shown any more shows nothing, and the pass is gone', async () => {
    const token = put({ requestId: 'withdrawn' });
    const response = await press(token);
    expect([response.status, (await response.text()).includes('Xk3'), locker.has(token)]).toEqual([
      410,
      false,
      false,
    ]);
  });

  test('after the link’s end shows that there is nothing', async () => {
    const token = put();
    now += 1000;
    const page = await press(token);
    expect([page.status, /期限|expired/.test(await page.text())]).toEqual([410, true]);
  });

  test.each(['unknown', 'a'.repeat(43), '..%2f..', '%00'])(
    'of a link that never was (%s) says the same',
    async (token) => {
      const page = await press(token);
      expect([page.status, (await page.text()).includes('expired')]).toEqual([410, true]);
    },
  );

  test.each<Record<string, string>>([
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' },
    { origin: 'https://elsewhere.test' },
    { origin: 'null' },
  ])('on another page (%j) shows nothing and burns nothing', async (headers) => {
    const token = put();
    expect([(await press(token, headers)).status, locker.has(token)]).toEqual([403, true]);
  });

  test('in a browser that knows only Origin shows the pass', async () => {
    expect((await press(put(), { origin: url })).status).toBe(200);
  });
});

describe('every page of a pass', () => {
  const pages = async () => {
    const token = put();
    return [
      await look(token),
      await press(token),
      await press(token),
      await look('unknown'),
      await press('x', {}),
    ];
  };

  test('is kept nowhere, framed nowhere, and its address is passed on to nobody', async () => {
    for (const { headers } of await pages()) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  test('runs no scripts, and allows exactly the style that it has', async () => {
    for (const response of await pages()) {
      const page = await response.text();
      const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect([
        /<script|\son\w+=|\sstyle=/i.test(page),
        policy.includes(`style-src 'sha256-${hash}'`),
      ]).toEqual([false, true]);
      expect(policy).toContain("default-src 'none'");
    }
  });
});
